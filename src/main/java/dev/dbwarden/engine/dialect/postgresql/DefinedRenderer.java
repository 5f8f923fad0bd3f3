package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Sql;
import dev.dbwarden.engine.sql.Statements;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spells what is carried whole: made by the statements that define it, dropped by its kind and name. */
final class DefinedRenderer {
    private static final Set<String> BY_TEXT = Set.of("cast", "user mapping", "transform");

    List<Statement> create(DefinedObject object) {
        var statements = new ArrayList<Statement>();
        String lock = Dissected.of(object).map(Dissected::lock).orElseGet(() -> lock(object));
        var script = new Statements(object.definition().sql(), Postgresql.LEXICON);
        for (Optional<TokenStream> statement = script.next(); statement.isPresent(); statement = script.next()) {
            statements.add(Statement.of(statement.get().rest()).locking(lock));
        }
        return statements;
    }

    /** CREATE OR REPLACE, where the kind has it. */
    List<Statement> replace(DefinedObject object) {
        return create(object).stream().map(statement -> statement.withSql(statement.sql().replaceFirst("(?i)^create\\s+", "CREATE OR REPLACE "))).toList();
    }

    List<Statement> drop(DefinedObject object) {
        return switch (object.kind()) {
            case "trigger", "policy", "rule" -> List.of(PostgresqlRenderer.exclusive(sql("DROP").words(object.kind().toUpperCase(java.util.Locale.ROOT)).name(object.part())
                    .words("ON").words(name(object.name()))));
            case CommentReader.KIND -> List.of(Statement.of("COMMENT ON " + object.name().name() + " IS NULL"));
            case Grant.KIND, DefaultPrivileges.KIND -> List.of(Statement.of(Grant.of(object).map(Grant::opposite).orElseGet(() -> Grants.opposite(object.definition().sql()))));
            default -> List.of(Dissected.of(object).orElse(null) instanceof Publication added && added.elsewhere() ? added.takenBack()
                    : Statement.of(named(object).toString()).locking(lock(object)));
        };
    }

    /** What making it takes of the table that it is on (manual, 13.3.1). */
    private static String lock(DefinedObject object) {
        return switch (object.kind()) {
            case "trigger" -> "SHARE ROW EXCLUSIVE";
            case "policy", "rule" -> PostgresqlRenderer.EXCLUSIVE;
            case "statistics" -> PostgresqlRenderer.MAINTENANCE;
            case ForeignTable.KIND -> ForeignTable.of(object).filter(ForeignTable::isPartition).map(_ -> PostgresqlRenderer.EXCLUSIVE).orElse("");
            default -> "";
        };
    }

    private static Sql named(DefinedObject object) {
        Sql sql = sql("DROP").words(object.kind().toUpperCase(java.util.Locale.ROOT));
        ObjectName name = object.name();
        return switch (object.kind()) {
            case "function", "procedure", "aggregate" -> sql.words(inPublic(object) + name(name) + (object.part().isEmpty() ? "" : object.part()));
            // what only stands for another's partner is no object of the model
            case "operator" -> sql.words(object.definition().sql().isEmpty() ? "IF EXISTS" : "").words(inPublic(object) + name.name() + " (" + object.part() + ")");
            case "operator class", "operator family" -> sql.words(name(name)).words("USING").words(object.part());
            default -> sql.words(BY_TEXT.contains(object.kind()) ? name.name() : name(name));
        };
    }

    /** The default namespace where the statement that makes it says so: the server looks for a bare name among its own first. */
    private static String inPublic(DefinedObject object) {
        return object.definition().sql().matches("(?is)create\\s+" + object.kind() + "\\s+public\\s*\\..*") && object.name().namespace().isEmpty() ? "public." : "";
    }
}
