package dev.dbwarden.service.app;

import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Rules;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each code is about, in one line. */
public final class RuleTitles {
    private static final Map<String, String> TITLES = Stream.concat(
            Arrays.stream(ServiceFinding.values()).map(finding -> Map.entry(finding.code(), finding.title())),
            Rules.all().stream().map((Rule rule) -> Map.entry(rule.code(), rule.title()))).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private RuleTitles() {}

    public static String of(String code) {
        return TITLES.getOrDefault(code, code);
    }
}
