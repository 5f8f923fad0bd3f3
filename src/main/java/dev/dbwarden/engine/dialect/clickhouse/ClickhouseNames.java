package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;

/** Names in statements. */
final class ClickhouseNames {
    private ClickhouseNames() {}

    static String name(TokenStream in) {
        return in.name().value();
    }

    /** {@code table} or {@code database.table}; without a database it is in {@code home}, and {@code default} is the empty namespace. */
    static ObjectName objectName(TokenStream in, String home) {
        String first = name(in);
        String database = in.at(".") ? first : home;
        String last = in.accept(".") ? name(in) : first;
        return new ObjectName(database.equals(ClickhouseNormalizer.DEFAULT_DATABASE) ? "" : database, last);
    }

    /** A column; an element of a Nested one has a dot in its name. */
    static String column(TokenStream in) {
        String name = name(in);
        while (in.at(".") && in.peek(1).isName()) {
            in.next();
            name += "." + name(in);
        }
        return name;
    }

    static String cluster(TokenStream in) {
        Token token = in.next();
        return token.type() == Type.STRING ? ClickhouseTokens.content(token) : token.value();
    }

    /** {@code ON CLUSTER c}, or nothing, which is the empty text. */
    static String onCluster(TokenStream in) {
        return in.accept("ON", "CLUSTER") ? cluster(in) : "";
    }

    static boolean ifExists(TokenStream in) {
        return in.accept("IF", "EXISTS") || in.accept("IF", "NOT", "EXISTS");
    }

    static String text(TokenStream in) {
        if (in.peek().type() != Type.STRING) {
            throw in.unexpected("a text");
        }
        return ClickhouseTokens.content(in.next());
    }
}
