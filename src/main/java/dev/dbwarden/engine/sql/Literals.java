package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Opaque;
import java.util.Locale;

/** Reads literal tokens. */
final class Literals {
    private Literals() {}

    static Literal number(Token token) {
        String text = token.text().toLowerCase(Locale.ROOT);
        return new Literal(text.startsWith(".") ? "0" + text : text);
    }

    static Expression string(Token token, ExpressionRules rules) {
        String text = token.text();
        return switch (text.charAt(0)) {
            case '\'', '"', '$' -> Literal.string(token.value());
            case 'e', 'E' -> escapeString(token);
            case 'b', 'B' -> new Cast(Literal.string(token.value()), TypeName.of("bit"));
            default -> new Opaque(text);
        };
    }

    /** {@code E'..'} is the literal that it escapes; rare escapes (octal, hexadecimal, Unicode) stay as they are. */
    private static Expression escapeString(Token token) {
        var content = new StringBuilder();
        String value = token.value();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                int known = "\\'\"ntrbf".indexOf(value.charAt(++i));
                if (known < 0) {
                    return new Opaque(token.text());
                }
                c = "\\'\"\n\t\r\b\f".charAt(known);
            }
            content.append(c);
        }
        return Literal.string(content.toString());
    }
}
