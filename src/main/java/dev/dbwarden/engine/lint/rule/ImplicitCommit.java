package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.lint.Way;
import java.util.List;
import java.util.stream.Stream;

/** Each statement is committed by itself. */
public final class ImplicitCommit implements Rule {
    private static final About ABOUT = About.of("DW505", Severity.INFO, "every statement commits", "mysql", "mariadb");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Way way) {
        List<Scripted> changing = way.script().stream().filter(scripted -> !scripted.statement().transactional()).toList();
        return changing.size() < 2 ? Stream.empty() : Stream.of(way.finding(this, changing.getFirst().change(),
                "each of %d statements is committed by itself: where one fails, those before it stay".formatted(changing.size()),
                "after a failure go on with the statement that failed, or run those of the rollback that take back what was done"));
    }
}
