package dev.dbwarden.service.answer;

import java.util.regex.Pattern;

/** Text inside Markdown (GitHub's and GitLab's), where a name may be anything and must stay text. */
final class Markdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final String MARKS = "\\`*_[]|~";

    private Markdown() {}

    /** Running text: no mark, tag or mention takes effect. */
    static String text(String text) {
        var escaped = new StringBuilder();
        for (char c : html(line(text)).replace("@", "&#64;").toCharArray()) {
            escaped.append(MARKS.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    /** Code in a line. */
    static String code(String text) {
        String line = line(text);
        String fence = "`".repeat(longestRun(line) + 1);
        String pad = line.startsWith("`") || line.endsWith("`") || line.isBlank() ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /** Code in a table's cell, where a bar ends the cell even inside code. */
    static String cell(String text) {
        return code(text).replace("|", "\\|");
    }

    /** SQL on lines of its own. */
    static String block(String sql) {
        String fence = "`".repeat(Math.max(3, longestRun(sql) + 1));
        return fence + "sql\n" + sql.stripTrailing() + "\n" + fence + "\n";
    }

    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String line(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static int longestRun(String text) {
        return BACKTICKS.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
    }
}
