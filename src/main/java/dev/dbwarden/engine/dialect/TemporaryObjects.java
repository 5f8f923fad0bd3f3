package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a script makes for its own session ({@code CREATE TEMP TABLE}) and then changes and drops. It is gone when the session ends, so it is
 * no part of the schema. While it is there, its name means it and not the lasting table of that name.
 */
final class TemporaryObjects {
    /** Where PostgreSQL and SQLite have it. */
    private static final List<String> NAMESPACES = List.of("temp.", "pg_temp.");
    /** What may be temporary, or stands on it. */
    private static final String[] KINDS = {"TABLE", "TABLES", "VIEW", "SEQUENCE", "INDEX", "TRIGGER"};

    private final Set<String> names = new HashSet<>();

    /** Whether a statement, which stays at its beginning, is about temporary objects alone. */
    boolean areMeantBy(TokenStream statement) {
        int start = statement.mark();
        boolean meant = statement.accept("CREATE") ? made(statement) : statement.accept("ALTER") ? altered(statement)
                : statement.accept("DROP") ? dropped(statement) : statement.accept("SELECT") && selected(statement);
        statement.reset(start);
        return meant;
    }

    private boolean made(TokenStream in) {
        in.accept("OR", "REPLACE");
        if (in.accept("LOCAL") || in.accept("GLOBAL") || in.at("TEMP") || in.at("TEMPORARY")) {
            in.next();
            in.accept("RECURSIVE");
            in.next();
            names.add(name(in));
            return true;
        }
        if (in.accept("TABLE") || in.accept("UNLOGGED", "TABLE")) {
            return lasting(name(in));
        }
        return !names.isEmpty() && indexed(in);
    }

    /** {@code temp.name} is a temporary table too; one that lasts means that the temporary one of its name is gone. */
    private boolean lasting(String name) {
        boolean temporary = NAMESPACES.stream().anyMatch(name::startsWith);
        if (temporary) {
            names.add(name.substring(name.indexOf('.') + 1));
        } else {
            names.remove(name);
        }
        return temporary;
    }

    private boolean indexed(TokenStream in) {
        in.skipUntil("INDEX", "ON");
        if (!in.accept("INDEX")) {
            return false;
        }
        in.accept("CONCURRENTLY");
        String index = in.at("ON") ? "" : name(in);
        boolean meant = in.accept("ON") && isTemporary(name(in));
        if (meant) {
            names.add(index);
        }
        return meant;
    }

    private boolean altered(TokenStream in) {
        if (!in.atAny(KINDS)) {
            return false;
        }
        in.next();
        boolean meant = isTemporary(name(in));
        if (meant && in.accept("RENAME", "TO")) {
            names.add(name(in));
        }
        return meant;
    }

    private boolean dropped(TokenStream in) {
        boolean said = in.accept("TEMPORARY");
        if (!in.atAny(KINDS)) {
            return false;
        }
        in.next();
        in.accept("CONCURRENTLY");
        var dropped = new ArrayList<String>();
        do {
            dropped.add(name(in));
        } while (in.accept(","));
        boolean meant = said || dropped.stream().allMatch(this::isTemporary) || in.accept("ON") && isTemporary(name(in));
        if (meant) {
            dropped.stream().map(TemporaryObjects::bare).forEach(names::remove);
        }
        return meant;
    }

    private boolean isTemporary(String name) {
        return names.contains(bare(name));
    }

    /** {@code SELECT .. INTO TEMP name}. */
    private boolean selected(TokenStream in) {
        in.skipUntil("INTO", "FROM");
        boolean meant = in.accept("INTO", "TEMP") || in.accept("INTO", "TEMPORARY");
        if (meant) {
            in.accept("TABLE");
            names.add(name(in));
        }
        return meant;
    }

    private static String bare(String name) {
        return NAMESPACES.stream().filter(name::startsWith).findFirst().map(namespace -> name.substring(namespace.length())).orElse(name);
    }

    /** A name in small letters, with the namespace that it is written with. */
    private static String name(TokenStream in) {
        if (!in.accept("IF", "NOT", "EXISTS")) {
            in.accept("IF", "EXISTS");
        }
        in.accept("ONLY");
        var name = new StringBuilder(value(in));
        while (in.accept(".")) {
            name.append('.').append(value(in));
        }
        return name.toString();
    }

    private static String value(TokenStream in) {
        return in.isAtEnd() ? "" : in.next().value().toLowerCase(Locale.ROOT);
    }
}
