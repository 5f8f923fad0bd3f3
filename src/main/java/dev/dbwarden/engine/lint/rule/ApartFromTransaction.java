package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.lint.Way;
import java.util.List;
import java.util.stream.Stream;

/** Statements that cannot share a transaction: the migration is not all or nothing. */
public final class ApartFromTransaction implements Rule {
    private static final About ABOUT = About.of("DW410", Severity.INFO, "statements outside a transaction", "postgresql");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Way way) {
        List<Scripted> apart = way.script().stream().filter(scripted -> !scripted.statement().transactional()).toList();
        return apart.isEmpty() || way.script().size() == 1 ? Stream.empty() : Stream.of(way.finding(this, apart.getFirst().change(),
                "%d of %d statements cannot share a transaction with others: a failure leaves the schema where it happened".formatted(apart.size(), way.script().size()),
                "run the statements one by one, and after a failure go on with the one that failed"));
    }
}
