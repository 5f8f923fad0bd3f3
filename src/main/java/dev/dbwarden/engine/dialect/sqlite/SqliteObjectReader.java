package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads indexes, views, triggers and virtual tables, and keeps their statements as SQLite's catalog does: the keywords of
 * CREATE, then the author's text from the name on, without IF NOT EXISTS.
 */
final class SqliteObjectReader {
    private final SqliteCatalog catalog;
    private final TokenStream in;

    /** Reads on after CREATE. */
    SqliteObjectReader(SqliteCatalog catalog, TokenStream in) {
        this.catalog = catalog;
        this.in = in;
    }

    /** An index as its statement says it. */
    record IndexStatement(ObjectName name, ObjectName table, Index index, boolean unlessExists) {}

    IndexStatement indexStatement() {
        boolean unique = in.accept("UNIQUE");
        in.expect("INDEX");
        boolean unlessExists = SqliteNames.ifExists(in);
        ObjectName name = name();
        int mark = in.mark() - 1;
        in.expect("ON");
        ObjectName table = SqliteNames.objectName(in);
        List<Index.Key> keys = keys();
        Optional<SqlText> where = in.accept("WHERE") ? Optional.of(SqliteTexts.expression(in.rest())) : Optional.empty();
        Written written = new Written((unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") + in.textSince(mark));
        return new IndexStatement(name, table, new Index(name.name(), unique, "", keys, List.of(), where, Options.NONE, written), unlessExists);
    }

    void index() {
        IndexStatement read = indexStatement();
        Table table = catalog.table(read.table())
                .orElseThrow(() -> new IllegalArgumentException("index " + read.name() + " is on " + read.table() + ", which is no table"));
        if (!read.unlessExists() || catalog.find(read.name()).isEmpty()) {
            catalog.createIndex(table.name(), read.index());
        }
    }

    private List<Index.Key> keys() {
        var keys = new ArrayList<Index.Key>();
        in.expect("(");
        do {
            int mark = in.mark();
            List<Token> tokens = in.remaining();
            in.skipUntil(",");
            List<Token> key = tokens.subList(0, in.mark() - mark);
            if (key.isEmpty()) {
                throw in.unexpected("a column or an expression");
            }
            keys.add(SqliteKeys.key(key, in.textSince(mark)));
        } while (in.accept(","));
        in.expect(")");
        return keys;
    }

    void view() {
        boolean unlessExists = SqliteNames.ifExists(in);
        View view = viewStatement();
        if (!unlessExists || catalog.find(view.name()).isEmpty()) {
            catalog.create(view);
        }
    }

    /** A view from its name on. */
    View viewStatement() {
        ObjectName name = name();
        int mark = in.mark() - 1;
        var columns = new ArrayList<String>();
        if (in.accept("(")) {
            do {
                columns.add(SqliteNames.name(in));
            } while (in.accept(","));
            in.expect(")");
        }
        in.expect("AS");
        if (!in.atAny("SELECT", "WITH", "VALUES")) {
            throw in.unexpected("a query");
        }
        SqlText query = SqliteTexts.definition(in.rest());
        return new View(name, false, columns, query, Parts.NONE, Options.NONE, Optional.empty(), new Written("CREATE VIEW " + in.textSince(mark)));
    }

    void trigger() {
        boolean unlessExists = SqliteNames.ifExists(in);
        ObjectName name = name();
        int mark = in.mark() - 1;
        in.skipUntil("ON", "BEGIN");
        in.expect("ON");
        ObjectName table = SqliteNames.objectName(in);
        in.skipUntil("BEGIN");
        if (!in.at("BEGIN")) {
            throw in.unexpected("BEGIN");
        }
        in.rest();
        if (unlessExists && catalog.trigger(name).isPresent()) {
            return;
        }
        SqlText definition = SqliteTexts.definition("CREATE TRIGGER " + in.textSince(mark));
        catalog.create(new DefinedObject(SqliteCatalog.TRIGGER, catalog.declared(table), name.name(), definition));
    }

    void virtualTable() {
        boolean unlessExists = SqliteNames.ifExists(in);
        ObjectName name = name();
        int mark = in.mark() - 1;
        in.expect("USING");
        SqliteNames.name(in);
        if (in.at("(")) {
            in.parenthesized();
        }
        if (!in.isAtEnd()) {
            throw in.unexpected("the end of CREATE VIRTUAL TABLE");
        }
        if (unlessExists && catalog.find(name).isPresent()) {
            return;
        }
        SqlText definition = SqliteTexts.definition("CREATE VIRTUAL TABLE " + in.textSince(mark));
        catalog.create(new DefinedObject(SqliteCatalog.VIRTUAL_TABLE, name, "", definition));
    }

    private ObjectName name() {
        return SqliteNames.objectName(in);
    }
}
