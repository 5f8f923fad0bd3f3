package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.schema.Table;
import java.util.stream.Stream;

/** A table without a primary key. */
public final class NoPrimaryKey implements ChangeRule {
    private static final About ABOUT = About.habit("DW901", "table without a primary key", "postgresql", "mysql", "mariadb", "sqlite");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        boolean keyless = change instanceof CreateObject(Table table) && table.primaryKey().isEmpty() && table.parents().findAny().isEmpty();
        return !keyless ? Stream.empty() : Stream.of(context.finding(this, change,
                change.subject() + " has no primary key: its rows cannot be told apart, and logical replication cannot update them", "give it a primary key"));
    }
}
