package dev.dbwarden.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture in Markdown, which GitHub and GitLab draw: Mermaid's chart of bars. */
final class Chart {
    private Chart() {}

    /** One bar for each name, and a line of other values above them where there are some. */
    static String of(String title, String unit, List<String> names, List<Double> bars, List<Double> line) {
        String text = "\n```mermaid\nxychart-beta\n    title \"%s\"\n    x-axis [%s]\n    y-axis \"%s\"\n    bar [%s]\n".formatted(title,
                names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")), unit, joined(bars));
        return text + (line.isEmpty() ? "" : "    line [" + joined(line) + "]\n") + "```\n";
    }

    private static String joined(List<Double> values) {
        return values.stream().map(value -> String.format(Locale.ROOT, "%.1f", value)).collect(Collectors.joining(", "));
    }
}
