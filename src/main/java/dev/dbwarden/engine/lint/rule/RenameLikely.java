package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.lint.Way;
import java.util.Optional;
import java.util.stream.Stream;

/** What is dropped and what is added look like one thing under two names, and the caller said that they are not. */
public final class RenameLikely implements Rule {
    private static final About ABOUT = About.of("DW106", Severity.WARN, "drop and add that may be a rename");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Way way) {
        return way.candidates().stream().map(candidate -> new Finding(code(), ABOUT.severity(), way.direction(), Optional.of(candidate.from()), Optional.empty(),
                "%s is dropped and %s is added: if that is a rename, the data of %s is lost".formatted(candidate.from(), candidate.to(), candidate.from()),
                "send the rename '%s' if it is one, or '%s' to say that it is none".formatted(candidate.hint(), candidate.otherwise())));
    }
}
