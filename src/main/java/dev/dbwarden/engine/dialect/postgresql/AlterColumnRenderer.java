package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.alter;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.exclusive;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.isSerial;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Spells what changes of a column, in an order that works on rows: what stands in the way goes, the type changes,
 * the default comes before NOT NULL.
 */
final class AlterColumnRenderer {

    List<Statement> alter(ObjectName table, Column before, Column after) {
        var statements = new ArrayList<Statement>();
        boolean retyped = !before.type().equals(after.type()) || !before.collation().equals(after.collation());
        boolean serialGone = isSerial(before) && !isSerial(after);
        boolean identityGone = isIdentity(before) && !isIdentity(after);
        if (serialGone) {
            statements.add(exclusive(column(table, after).words("DROP DEFAULT")));
            statements.add(Statement.of(sql("DROP SEQUENCE").words(name(before.identity().orElseThrow().sequence())).toString()));
        }
        if (identityGone) {
            statements.add(exclusive(column(table, after).words("DROP IDENTITY")));
        }
        if (before.generated().isPresent() && after.generated().isEmpty()) {
            statements.add(exclusive(column(table, after).words("DROP EXPRESSION")));
        }
        boolean defaultInTheWay = retyped && before.defaultValue().isPresent() && !isFamily(before, after);
        if (defaultInTheWay || before.defaultValue().isPresent() && after.defaultValue().isEmpty()) {
            statements.add(exclusive(column(table, after).words("DROP DEFAULT")));
        }
        if (retyped) {
            statements.add(exclusive(type(table, before, after)).rewriting(!Casts.isBinary(before.type(), after.type())));
        }
        numbering(table, before, after, statements);
        boolean sets = after.defaultValue().isPresent() && (retyped || !before.defaultValue().equals(after.defaultValue()));
        if (sets) {
            statements.add(exclusive(column(table, after).words("SET DEFAULT").words(after.defaultValue().orElseThrow().sql())));
        }
        if (before.nullable() != after.nullable() && !(isIdentity(after) && !isIdentity(before))) {
            statements.add(exclusive(column(table, after).words(after.nullable() ? "DROP NOT NULL" : "SET NOT NULL")).scanning(!after.nullable()));
        }
        statements.addAll(TableRenderer.columnOptions(table, before, after));
        if (!before.comment().equals(after.comment())) {
            statements.add(TableRenderer.commentOn(table, after));
        }
        return statements;
    }

    private static Sql column(ObjectName table, Column column) {
        return PostgresqlRenderer.alter(table).words("ALTER COLUMN").name(column.name());
    }

    private static boolean isIdentity(Column column) {
        return column.identity().filter(identity -> identity.mode() != Identity.Mode.SERIAL).isPresent();
    }

    /** Whether the default of one type is taken for the other without a word. */
    private static boolean isFamily(Column before, Column after) {
        return Casts.isImplicit(before.type(), after.type());
    }

    private static Sql type(ObjectName table, Column before, Column after) {
        Sql sql = column(table, after).words("TYPE").words(TableRenderer.type(after.type()));
        after.collation().ifPresent(collation -> sql.words("COLLATE").words(name(ObjectName.parse(collation))));
        if (!before.type().equals(after.type()) && !Casts.isImplicit(before.type(), after.type())) {
            sql.words("USING").words(Casts.using(Postgresql.QUOTING.name(after.name()), before.type(), after.type()));
        }
        return sql;
    }

    private static void numbering(ObjectName table, Column before, Column after, List<Statement> statements) {
        Optional<Identity> old = before.identity();
        Optional<Identity> now = after.identity();
        if (now.isEmpty() || old.equals(now) && before.type().equals(after.type())) {
            return;
        }
        boolean sameForm = old.isPresent() && isSerial(before) == isSerial(after);
        if (sameForm) {
            sequence(table, before, after, statements);
            return;
        }
        if (isSerial(after)) {
            statements.add(Statement.of(TableRenderer.createSequence(after)));
            statements.add(exclusive(column(table, after).words("SET DEFAULT").words(TableRenderer.nextval(after))));
            statements.add(Statement.of(TableRenderer.ownedBy(table, after)));
        } else {
            if (before.nullable()) {
                statements.add(exclusive(column(table, after).words("SET NOT NULL")).scanning(true));
            }
            statements.add(exclusive(column(table, after).words("ADD").words(TableRenderer.identity(table, after, now.get()))));
        }
        now.filter(identity -> identity.options().has("comment")).ifPresent(identity -> statements.add(TableRenderer.commentOn(identity)));
        statements.add(Statement.of(goOn(table, after)).scanning(true));
    }

    /** Numbers go on behind those that the rows have. */
    private static String goOn(ObjectName table, Column column) {
        String sequence = Postgresql.QUOTING.literal(name(column.identity().orElseThrow().sequence()));
        String quoted = Postgresql.QUOTING.name(column.name());
        return "SELECT setval(" + sequence + ", max(" + quoted + ")) FROM " + name(table) + " HAVING max(" + quoted + ") > 0";
    }

    private static void sequence(ObjectName table, Column before, Column after, List<Statement> statements) {
        Identity old = before.identity().orElseThrow();
        Identity now = after.identity().orElseThrow();
        if (!old.sequence().equals(now.sequence())) {
            statements.add(Statement.of(sql("ALTER SEQUENCE").words(name(old.sequence())).words("RENAME TO").name(now.sequence().name()).toString()));
        }
        if (old.mode() != now.mode()) {
            statements.add(exclusive(column(table, after).words(now.mode() == Identity.Mode.ALWAYS ? "SET GENERATED ALWAYS" : "SET GENERATED BY DEFAULT")));
        }
        if (!old.options().find("comment").equals(now.options().find("comment"))) {
            statements.add(TableRenderer.commentOn(now));
        }
        if (!old.options().without("comment").equals(now.options().without("comment")) || !before.type().equals(after.type())) {
            Options counted = old.options().has("as") || !now.options().has("as") ? old.options() : old.options().with("as", PostgresqlNormalizer.counts(before.type()));
            PostgresqlSequences.moves(name(now.sequence()), counted, now.options(), after.type().text()).forEach(move -> statements.add(Statement.of(move)));
            statements.add(Statement.of(sql("ALTER SEQUENCE").words(name(now.sequence())).words(PostgresqlSequences.reset(now.options(), after.type().text())).toString()));
        }
    }
}
