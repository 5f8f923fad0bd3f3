package dev.dbwarden.service.app;

import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Page;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Rules;
import dev.dbwarden.service.api.RuleAnswer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to say of the rules: those about changes, and those about the request. */
public final class Documentation {
    private static final Map<String, String> TITLES = all().collect(Collectors.toUnmodifiableMap(About::code, About::title));

    private Documentation() {}

    /** All rules by code, in one line each. */
    public static RuleAnswer.Rules summary() {
        return new RuleAnswer.Rules(all().map(about -> new RuleAnswer.RuleSummary(about.code(), about.title(), about.severity().name(), dialects(about), about.habit())).toList());
    }

    /** What a code is about, in one line. */
    public static String title(String code) {
        return TITLES.getOrDefault(code, code);
    }

    /** The whole page of one. */
    public static Optional<RuleAnswer> of(String code) {
        return all().filter(about -> about.code().equalsIgnoreCase(code)).findFirst().map(about -> answer(about, page(about.code())));
    }

    private static Stream<About> all() {
        return Stream.concat(Arrays.stream(ServiceFinding.values()).map(ServiceFinding::about), Rules.all().stream().map(Rule::about))
                .sorted(Comparator.comparing(About::code));
    }

    private static Page page(String code) {
        return Rules.all().stream().filter(rule -> rule.code().equals(code)).findFirst().map(Rule::page).orElseGet(() -> Page.beside(Documentation.class, code));
    }

    private static RuleAnswer answer(About about, Page page) {
        return new RuleAnswer(about.code(), about.title(), about.severity().name(), dialects(about), about.habit(), page.what(), page.why(), page.whatToDo());
    }

    private static List<String> dialects(About about) {
        return about.dialects().stream().sorted().toList();
    }
}
