package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Sql;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Spells virtual tables. A full-text table that keeps its text itself is made anew with its rows, one over another table's content is filled from that. */
final class SqliteVirtualTables {
    private static final Set<String> FULL_TEXT = Set.of("fts3", "fts4", "fts5");

    private SqliteVirtualTables() {}

    /** CREATE VIRTUAL TABLE; a full-text index over another table's content is filled from it (sqlite.org/fts5.html, 6.13). */
    static List<String> create(DefinedObject table) {
        String definition = table.definition().sql();
        if (!isFullText(table) || content(table).isEmpty()) {
            return List.of(definition);
        }
        String name = name(table.name().name());
        return List.of(definition, "INSERT INTO " + name + "(" + name + ") VALUES ('rebuild')");
    }

    /** Whether the rows of the one can go to the other. */
    static boolean keepsRows(DefinedObject before, DefinedObject after) {
        return holdsText(before) && holdsText(after) && !common(before, after).isEmpty();
    }

    /** The table under another definition, with the rows that it has. */
    static List<String> remade(DefinedObject before, DefinedObject after) {
        ObjectName fresh = after.name().withName(SqliteRebuild.PREFIX + after.name().name());
        String columns = "rowid, " + String.join(", ", common(before, after).stream().map(SqliteVirtualTables::name).toList());
        return List.of(renamed(after, fresh).definition().sql(),
                SqliteDdl.sql("INSERT INTO", fresh).words("(" + columns + ") SELECT " + columns + " FROM").name(before.name().namespace(), before.name().name()).toString(),
                SqliteDdl.sql("DROP TABLE", before.name()).toString(),
                SqliteDdl.sql("ALTER TABLE", fresh).words("RENAME TO").name(after.name().name()).toString());
    }

    /** A virtual table under another name. */
    static DefinedObject renamed(DefinedObject table, ObjectName to) {
        TokenStream in = TokenStream.of(table.definition().sql(), Sqlite.LEXICON);
        in.skipUntil("USING");
        return new DefinedObject(table.kind(), to, table.part(), SqliteTexts.definition("CREATE VIRTUAL TABLE " + new Sql(Sqlite.QUOTING).name(to.namespace(), to.name()) + " " + in.rest()));
    }

    private static boolean holdsText(DefinedObject table) {
        return isFullText(table) && arguments(table).stream().noneMatch(argument -> argument.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT).startsWith("content="));
    }

    private static List<String> common(DefinedObject before, DefinedObject after) {
        List<String> had = columns(before);
        return columns(after).stream().filter(had::contains).toList();
    }

    private static boolean isFullText(DefinedObject table) {
        return FULL_TEXT.contains(afterUsing(table).peek().value().toLowerCase(java.util.Locale.ROOT));
    }

    /** The columns of a full-text table: what is no {@code option=value}. */
    private static List<String> columns(DefinedObject table) {
        var columns = new ArrayList<String>();
        for (String argument : arguments(table)) {
            TokenStream one = TokenStream.of(argument, Sqlite.LEXICON);
            if (one.peek().isName() && !one.peek(1).is("=")) {
                columns.add(one.next().value());
            }
        }
        return columns;
    }

    /** The table whose content is indexed; empty where there is none. */
    private static String content(DefinedObject table) {
        for (String argument : arguments(table)) {
            TokenStream one = TokenStream.of(argument, Sqlite.LEXICON);
            if (one.accept("CONTENT", "=")) {
                return one.peek().value();
            }
        }
        return "";
    }

    private static List<String> arguments(DefinedObject table) {
        TokenStream in = afterUsing(table);
        in.next();
        return in.at("(") ? TokenStream.of(in.parenthesized(), Sqlite.LEXICON).list() : List.of();
    }

    private static TokenStream afterUsing(DefinedObject table) {
        TokenStream in = TokenStream.of(table.definition().sql(), Sqlite.LEXICON);
        in.skipUntil("USING");
        in.accept("USING");
        return in;
    }

    private static String name(String name) {
        return new Sql(Sqlite.QUOTING).name(name).toString();
    }
}
