package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Locale;
import java.util.Set;

/**
 * Types as SQLite declares them: any words, and at most two numbers in brackets, or nothing at all.
 *
 * <p>The catalog keeps the spelling, so the text does, with white space and comments collapsed; the canonical spelling is in upper case, so
 * that {@code varchar (20)} and {@code VARCHAR(20)} are one type.
 */
final class SqliteTypes {
    /** The types of STRICT tables (sqlite.org/stricttables.html). */
    static final Set<String> STRICT = Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

    private static final String[] ENDS = {"CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "AS", "AUTOINCREMENT"};

    private SqliteTypes() {}

    /** Reads the type that follows a column's name; empty where there is none. */
    static DataType read(TokenStream in) {
        int mark = in.mark();
        var name = new StringBuilder();
        var canonical = new StringBuilder();
        while ((in.peek().isName() || in.peek().type() == Token.Type.STRING) && !in.atAny(ENDS) && !in.at("GENERATED", "ALWAYS")) {
            Token word = in.next();
            if (word.value().isEmpty()) {
                throw new SqlException("SQLite has no arrays; use TEXT or BLOB, or a table of their own", word.start());
            }
            name.append(name.isEmpty() ? "" : " ").append(word.value());
        }
        canonical.append(name.toString().toUpperCase(Locale.ROOT));
        if (!name.isEmpty() && in.accept("(")) {
            canonical.append('(').append(number(in));
            if (in.accept(",")) {
                canonical.append(',').append(number(in));
            }
            in.expect(")");
            canonical.append(')');
        }
        return new DataType(in.lineSince(mark), name.toString(), false, canonical.toString());
    }

    /** Reads a type that stands alone. */
    static DataType parse(String text) {
        var in = TokenStream.of(text, Sqlite.LEXICON);
        DataType type = read(in);
        if (!in.isAtEnd()) {
            throw in.unexpected("the end of the type");
        }
        return type;
    }

    private static String number(TokenStream in) {
        String sign = in.accept("-") ? "-" : "";
        if (sign.isEmpty()) {
            in.accept("+");
        }
        Token token = in.peek();
        if (token.type() != Token.Type.NUMBER) {
            throw new SqlException("a type of SQLite takes at most two numbers in brackets" + (in.isAtEnd() ? ", and the bracket is never closed"
                    : ", not '" + token.text() + "'"), token.start());
        }
        return sign + in.next().text();
    }
}
