package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;

/** Names in DDL, where SQLite also takes a literal for one (sqlite.org/quirks.html): {@code CREATE TABLE 'a' ('b' TEXT)}. */
final class SqliteNames {
    private SqliteNames() {}

    /** The statement with names in the places of literals that can only be names. */
    static TokenStream from(TokenStream statement, String script) {
        List<Token> tokens = statement.remaining();
        boolean ddl = !tokens.isEmpty() && (tokens.getFirst().is("CREATE") || tokens.getFirst().is("ALTER") || tokens.getFirst().is("DROP"));
        if (!ddl || tokens.stream().noneMatch(token -> token.type() == Token.Type.STRING)) {
            return statement;
        }
        var named = new ArrayList<Token>(tokens.size());
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean name = token.type() == Token.Type.STRING && i > 0 && bringsName(tokens.get(i - 1), depth);
            named.add(name ? new Token(Token.Type.NAME, token.text(), token.value(), token.start()) : token);
        }
        return new TokenStream(script, named, tokens.getLast().end());
    }

    private static boolean bringsName(Token before, int depth) {
        return depth == 0 && (before.is("TABLE") || before.is("INDEX") || before.is("VIEW") || before.is("TRIGGER") || before.is("EXISTS")
                || before.is("ON") || before.is(".") || before.is("TO") || before.is("COLUMN"))
                || depth == 1 && (before.is("(") || before.is(",") || before.is("REFERENCES") || before.is("CONSTRAINT"));
    }

    static String name(TokenStream in) {
        return in.name().value();
    }

    /** {@code name} or {@code main.name}. */
    static ObjectName objectName(TokenStream in) {
        Token first = in.peek();
        String name = name(in);
        if (!in.accept(".")) {
            return ObjectName.of(name);
        }
        if (!name.equalsIgnoreCase("main")) {
            throw new SqlException("'" + name + "' is an attached database, which is no part of this schema; leave it out", first.start());
        }
        return ObjectName.of(name(in));
    }

    static boolean ifExists(TokenStream in) {
        return in.accept("IF", "EXISTS") || in.accept("IF", "NOT", "EXISTS");
    }
}
