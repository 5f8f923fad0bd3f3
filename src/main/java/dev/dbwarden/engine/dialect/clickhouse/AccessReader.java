package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is about access and resources, which the model carries whole: users, roles, policies, quotas, profiles, named collections, grants. */
final class AccessReader {
    static final String POLICY = "policy";
    static final String GRANT = "grant";
    private static final List<List<String>> KINDS = List.of(List.of("USER"), List.of("ROLE"), List.of("ROW", "POLICY"), List.of("MASKING", "POLICY"), List.of("POLICY"), List.of("QUOTA"),
            List.of("SETTINGS", "PROFILE"), List.of("PROFILE"), List.of("NAMED", "COLLECTION"), List.of("WORKLOAD"), List.of("RESOURCE"));

    private final ClickhouseCatalog catalog;
    private final TokenStream in;

    AccessReader(ClickhouseCatalog catalog, TokenStream in) {
        this.catalog = catalog;
        this.in = in;
    }

    /** Whether the statement was one of these. */
    boolean read() {
        if (in.at("GRANT")) {
            grant();
            return true;
        }
        if (in.at("REVOKE")) {
            revoke();
            return true;
        }
        if (in.at("SET") || in.at("MOVE")) {
            in.rest();
            return true;
        }
        int mark = in.mark();
        String verb = in.next().text().toUpperCase(Locale.ROOT);
        boolean replaces = in.accept("OR", "REPLACE");
        Optional<String> kind = kind();
        if (kind.isEmpty() || !List.of("CREATE", "DROP", "ALTER").contains(verb)) {
            in.reset(mark);
            return false;
        }
        switch (verb) {
            case "CREATE" -> create(kind.get(), replaces);
            case "DROP" -> drop(kind.get());
            default -> throw new SqlException("ALTER " + words(kind.get()) + " cannot be applied to what is carried whole; write its CREATE statement as it shall be", in.peek().start());
        }
        return true;
    }

    private Optional<String> kind() {
        for (List<String> words : KINDS) {
            if (in.accept(words.toArray(String[]::new))) {
                String kind = String.join("_", words).toLowerCase(Locale.ROOT);
                return Optional.of(switch (kind) {
                    case "row_policy" -> POLICY;
                    case "profile" -> "settings_profile";
                    default -> kind;
                });
            }
        }
        return Optional.empty();
    }

    /** How statements call the kind. */
    static String words(String kind) {
        return kind.equals(POLICY) ? "ROW POLICY" : kind.replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private void create(String kind, boolean replaced) {
        boolean unlessExists = ClickhouseNames.ifExists(in);
        boolean replaces = in.accept("OR", "REPLACE") || replaced;
        List<String> names = names();
        List<ObjectName> tables = kind.equals(POLICY) ? tables() : List.of();
        String rest = in.rest();
        for (String name : names) {
            if (tables.isEmpty()) {
                add(new DefinedObject(kind, ObjectName.of(name), "", definition("CREATE " + words(kind) + " " + OperandSpelling.name(name) + " " + rest)), unlessExists, replaces);
            }
            for (ObjectName table : tables) {
                add(new DefinedObject(kind, table, name, definition("CREATE ROW POLICY " + OperandSpelling.name(name) + " ON " + ClickhouseDdl.name(table) + " " + rest)), unlessExists, replaces);
            }
        }
    }

    private static dev.dbwarden.engine.schema.SqlText definition(String statement) {
        return ClickhouseTexts.definition(statement.strip());
    }

    private void add(DefinedObject object, boolean unlessExists, boolean replaces) {
        boolean there = catalog.editor().find(object.ref()).isPresent();
        if (there && replaces) {
            catalog.put(object);
        } else if (!there || !unlessExists) {
            catalog.add(object);
        }
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        do {
            names.add(name());
        } while (in.accept(","));
        return names;
    }

    /** A name, perhaps with a host: {@code joe@'%'}. */
    private String name() {
        String name = nameOrText();
        return in.accept("@") ? name + "@" + nameOrText() : name;
    }

    private String nameOrText() {
        return in.peek().type() == Type.STRING && in.peek().text().length() > 2 ? ClickhouseTokens.content(in.next()) : ClickhouseNames.name(in);
    }

    private List<ObjectName> tables() {
        var tables = new ArrayList<ObjectName>();
        in.expect("ON");
        do {
            tables.add(in.peek(1).is(".") && in.peek(2).is("*") ? everyTable() : catalog.name(in));
        } while (in.accept(","));
        return tables;
    }

    private ObjectName everyTable() {
        String database = ClickhouseNames.name(in);
        in.expect(".", "*");
        return new ObjectName(database, "*");
    }

    private void drop(String kind) {
        boolean ifExists = ClickhouseNames.ifExists(in);
        List<String> names = names();
        List<ObjectName> tables = kind.equals(POLICY) ? tables() : List.of();
        ClickhouseNames.onCluster(in);
        for (String name : names) {
            if (tables.isEmpty()) {
                remove(new Ref(kind, ObjectName.of(name), ""), ifExists);
            }
            tables.forEach(table -> remove(new Ref(kind, table, name), ifExists));
        }
    }

    private void remove(Ref ref, boolean ifExists) {
        var object = catalog.editor().find(ref);
        if (object.isEmpty() && !ifExists) {
            throw new IllegalArgumentException("no " + ref);
        }
        object.ifPresent(catalog.editor()::remove);
    }

    private void grant() {
        in.expect("GRANT");
        ClickhouseNames.onCluster(in);
        int mark = in.mark();
        in.skipUntil("TO");
        String what = ClickhouseTexts.tokens(in.textSince(mark));
        in.expect("TO");
        List<String> names = names();
        String rest = in.rest();
        for (String name : names) {
            var statement = definition("GRANT " + what + " TO " + OperandSpelling.name(name) + " " + rest);
            catalog.put(new DefinedObject(GRANT, ObjectName.of(name), what, statement));
        }
    }

    private void revoke() {
        in.expect("REVOKE");
        ClickhouseNames.onCluster(in);
        int mark = in.mark();
        in.skipUntil("FROM");
        String what = ClickhouseTexts.tokens(in.textSince(mark));
        in.expect("FROM");
        names().forEach(name -> remove(new Ref(GRANT, ObjectName.of(name), what), true));
    }
}
