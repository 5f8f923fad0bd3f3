package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Token;
import java.util.List;
import java.util.StringJoiner;

/** A procedure, function, trigger or event: a header in which case does not count, and a body in which it does. */
final class MysqlRoutine {
    private final List<Token> tokens;

    MysqlRoutine(List<Token> tokens) {
        this.tokens = tokens;
    }

    String canonical() {
        int body = body();
        var canonical = new StringJoiner(" ");
        for (int i = 0; i < tokens.size(); i++) {
            canonical.add(i < body ? MysqlDefinitions.header(tokens.get(i)) : MysqlDefinitions.body(tokens.get(i)));
        }
        return canonical.toString();
    }

    /** Where the body begins: after FOR EACH ROW, after DO, at the first BEGIN. */
    private int body() {
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i).is("BEGIN") || tokens.get(i).is("ROW") && tokens.get(i - 1).is("EACH")) {
                return i;
            }
        }
        return tokens.size();
    }
}
