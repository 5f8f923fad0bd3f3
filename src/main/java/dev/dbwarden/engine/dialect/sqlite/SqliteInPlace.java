package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.Locale;
import java.util.stream.Stream;

/** What SQLite does to a table that is there without making it anew (sqlite.org/lang_altertable.html). */
final class SqliteInPlace {
    private final Draft draft;

    SqliteInPlace(Draft draft) {
        this.draft = draft;
    }

    /** Whether a change of a table is possible in place, also when the table holds rows. */
    boolean allows(Change change) {
        return switch (change) {
            case AddPart(_, Index _), DropPart(_, Index _) -> true;
            case AddPart(ObjectName table, Column column) -> addable(column) && !isRespelled(draft.before(), table, column);
            case DropPart(ObjectName table, Column column) -> droppable(draft.before().table(table).orElseThrow(), column) && !isRespelled(draft.after(), table, column);
            default -> false;
        };
    }

    /** Whether the column is there in another case, which a rebuild takes for the same. */
    private static boolean isRespelled(Schema schema, ObjectName table, Column column) {
        return schema.table(table).flatMap(there -> SqliteSchemaRules.column(there, column.name())).isPresent();
    }

    private static boolean addable(Column column) {
        boolean constant = column.defaultValue().isEmpty() || isConstant(column.defaultValue().get());
        boolean valued = column.nullable() || column.defaultValue().filter(value -> !value.canonical().equalsIgnoreCase("null")).isPresent();
        boolean stored = column.generated().filter(generated -> generated.stored() || !column.nullable()).isPresent();
        return constant && (valued || column.generated().isPresent()) && !stored && !column.options().has("autoincrement");
    }

    /** A literal, a signed number or a word that stands for one; not CURRENT_TIMESTAMP, and nothing in brackets. */
    private static boolean isConstant(SqlText value) {
        return !SqliteTexts.needsBrackets(value.sql())
                && Lexer.tokens(value.sql(), Sqlite.LEXICON).stream().noneMatch(token -> token.type() == Token.Type.WORD && token.text().toUpperCase(Locale.ROOT).startsWith("CURRENT_"));
    }

    private boolean droppable(Table table, Column column) {
        String name = column.name();
        Table after = draft.after().table(table.name()).orElseThrow();
        boolean keyed = table.primaryKey().filter(key -> key.columns().contains(name)).isPresent()
                || table.uniques().stream().anyMatch(unique -> unique.columns().contains(name))
                || table.foreignKeys().stream().anyMatch(key -> key.columns().contains(name))
                || after.indexes().stream().anyMatch(index -> index.columns().contains(name));
        return !keyed && Stream.of(
                table.checks().stream().map(check -> check.condition()),
                table.columns().stream().filter(each -> !each.equals(column)).flatMap(each -> each.generated().stream()).map(generated -> generated.expression()),
                after.indexes().stream().flatMap(index -> index.texts().stream()),
                draft.after().objects().flatMap(SqliteInPlace::text).filter(text -> mentions(text, table.name().name())))
                .flatMap(texts -> texts).noneMatch(text -> mentions(text, name));
    }

    /** The text of a view or a trigger, which SQLite reads again when a column goes. */
    private static Stream<SqlText> text(SchemaObject object) {
        return switch (object) {
            case View view -> Stream.of(view.query());
            case DefinedObject defined when SqliteCatalog.isTrigger(defined) -> Stream.of(defined.definition());
            default -> Stream.empty();
        };
    }

    static boolean mentions(SqlText text, String name) {
        return text.words().contains(name) || text.words().contains(name.toLowerCase(Locale.ROOT));
    }
}
