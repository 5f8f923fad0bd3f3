package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads views, routines, triggers and events. Their statements are carried whole; {@code OR REPLACE} and {@code IF NOT EXISTS} say what to do
 * with what is there, and fall out.
 */
final class ObjectReader {
    private static final List<String> KINDS = List.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE");

    private final MysqlCatalog catalog;
    private final TokenStream in;

    ObjectReader(MysqlCatalog catalog, TokenStream in) {
        this.catalog = catalog;
        this.in = in;
    }

    void create(boolean replace) {
        int mark = in.mark();
        Options options = Options.NONE;
        while (!in.isAtEnd() && !in.at("VIEW") && !atKind()) {
            options = attribute(options);
        }
        String attributes = in.textSince(mark);
        if (in.accept("VIEW")) {
            view(replace, options);
            return;
        }
        defined(replace, attributes.isEmpty() ? "CREATE " : "CREATE " + attributes + " ");
    }

    private boolean atKind() {
        return KINDS.stream().anyMatch(kind -> in.at(kind));
    }

    /** What stands before the kind: who defined it, and how a view is to be run. */
    private Options attribute(Options options) {
        if (in.accept("DEFINER")) {
            in.expect("=");
            return options.with("definer", account());
        }
        if (in.accept("SQL", "SECURITY")) {
            String security = one("DEFINER", "INVOKER");
            return security.equals("DEFINER") ? options : options.with("sql_security", security);
        }
        if (in.accept("ALGORITHM")) {
            in.expect("=");
            String algorithm = one("UNDEFINED", "MERGE", "TEMPTABLE");
            return algorithm.equals("UNDEFINED") ? options : options.with("algorithm", algorithm);
        }
        if (in.accept("AGGREGATE")) {
            return options;
        }
        throw in.unexpected("TABLE, INDEX, VIEW, PROCEDURE, FUNCTION, TRIGGER or EVENT");
    }

    /** One of these words. */
    private String one(String... words) {
        return Stream.of(words).filter(in::accept).findFirst().orElseThrow(() -> in.unexpected(String.join(" or ", words)));
    }

    private String account() {
        int mark = in.mark();
        boolean call = in.next().is("CURRENT_USER");
        if (call && in.accept("(")) {
            in.expect(")");
        }
        if (in.accept("@")) {
            in.next();
        }
        return in.textSince(mark);
    }

    private void view(boolean replace, Options options) {
        boolean unlessExists = catalog.clauses(in).ifExists();
        ObjectName name = catalog.name(in);
        List<String> columns = in.at("(") ? catalog.clauses(in).columns() : List.of();
        in.expect("AS");
        Options all = options.without("definer");
        String query = in.rest();
        var checked = java.util.regex.Pattern.compile("(?is)\\s+with\\s+((cascaded|local)\\s+)?check\\s+option\\s*$").matcher(query);
        if (checked.find()) {
            all = all.with("check_option", checked.group(2) == null ? "CASCADED" : checked.group(2).toUpperCase(Locale.ROOT));
            query = query.substring(0, checked.start());
        }
        View view = new View(name, false, columns, MysqlTexts.definition(query), Parts.NONE, all, Optional.empty());
        Optional<SchemaObject> existing = catalog.view(name).map(SchemaObject.class::cast);
        put(existing, view, replace, unlessExists);
    }

    private void defined(boolean replace, String prefix) {
        String kind = in.next().text().toUpperCase(Locale.ROOT);
        boolean unlessExists = catalog.clauses(in).ifExists();
        int named = in.mark();
        ObjectName name = catalog.name(in);
        ObjectName table = kind.equals("TRIGGER") ? triggerTable() : name;
        in.reset(named);
        if (in.tokens().stream().anyMatch(token -> token.is("BEGIN")) && in.tokens().stream().noneMatch(token -> token.is("END"))) {
            throw new SqlException("BEGIN is never followed by its END", in.peek().start());
        }
        String text = prefix + kind + " " + in.rest();
        SqlText definition = MysqlTexts.definition(text);
        String word = kind.toLowerCase(Locale.ROOT);
        Optional<SchemaObject> existing = catalog.defined(word, name);
        put(existing, kind.equals("TRIGGER") ? new DefinedObject(word, table, name.name(), definition) : new DefinedObject(word, name, "", definition), replace, unlessExists);
    }

    private ObjectName triggerTable() {
        in.skipUntil("ON");
        in.expect("ON");
        return catalog.name(in);
    }

    private void put(Optional<SchemaObject> existing, SchemaObject object, boolean replace, boolean unlessExists) {
        if (existing.isPresent() && unlessExists) {
            return;
        }
        if (existing.isPresent() && replace) {
            catalog.remove(existing.get());
        }
        catalog.table(object.name()).filter(table -> object instanceof View && isStandIn(table)).ifPresent(catalog::drop);
        catalog.add(object);
    }

    /** A dump makes a table, or a view of constants, in the place of a view that comes later. */
    private static boolean isStandIn(dev.dbwarden.engine.schema.Table table) {
        return table.primaryKey().isEmpty() && table.indexes().isEmpty();
    }

    /** ALTER of what is carried whole. */
    void alter() {
        Options options = Options.NONE;
        while (!in.isAtEnd() && !in.at("VIEW") && !atKind()) {
            options = attribute(options);
        }
        if (in.accept("VIEW")) {
            int mark = in.mark();
            ObjectName name = catalog.name(in);
            catalog.remove(catalog.view(name).orElseThrow(() -> new IllegalArgumentException("no view " + name)));
            in.reset(mark);
            view(false, options);
            return;
        }
        throw in.unexpected("TABLE or VIEW; write other objects as CREATE statements, the way they are to be");
    }

    void drop() {
        if (!atKind()) {
            throw in.unexpected("TABLE, VIEW, INDEX, PROCEDURE, FUNCTION, TRIGGER or EVENT");
        }
        String kind = in.next().text().toLowerCase(Locale.ROOT);
        boolean maybe = catalog.clauses(in).ifExists();
        ObjectName name = catalog.name(in);
        Optional<SchemaObject> found = catalog.defined(kind, name);
        if (found.isEmpty() && !maybe) {
            throw new IllegalArgumentException("no " + kind + " " + name);
        }
        found.ifPresent(catalog::remove);
    }

    /** A database that names may have in front from here on; or, without a name, the collation of this one. */
    void database() {
        catalog.clauses(in).ifExists();
        boolean named = in.peek().isName() && !in.atAny("DEFAULT", "CHARACTER", "CHARSET", "COLLATE", "ENCRYPTION", "COMMENT", "READ");
        if (named) {
            catalog.use(catalog.clauses(in).name());
            in.rest();
            return;
        }
        var draft = new TableDraft(ObjectName.of(""));
        new TableOptionsReader(in, catalog.clauses(in)).collation(draft);
        draft.options().find(TableAttributes.COLLATE).map(DatabaseDefaults::database).ifPresent(catalog::put);
        in.rest();
    }
}
