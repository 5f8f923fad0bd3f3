package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.dialect.clickhouse.ExpressionSpelling.Piece;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what stands between operators: literals, names, calls, brackets. */
final class OperandSpelling {
    private final ExpressionSpelling expressions;
    private final TokenStream in;

    OperandSpelling(ExpressionSpelling expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    Piece operand() {
        Token token = in.peek();
        return switch (token.type()) {
            case NUMBER -> Piece.closed(number(in.next()));
            case STRING -> Piece.closed(ClickhouseTokens.literal(ClickhouseTokens.content(in.next())));
            case NAME -> path();
            case SYMBOL -> symbol();
            case WORD -> word();
            case END -> throw in.unexpected("an expression");
        };
    }

    private Piece symbol() {
        if (in.accept("(")) {
            return bracket();
        }
        if (in.accept("[")) {
            List<String> items = expressions.list("]");
            in.expect("]");
            return Piece.closed("[" + String.join(", ", items) + "]");
        }
        if (in.accept("*")) {
            return Piece.closed("*" + modifiers());
        }
        if (in.accept("{")) {
            String name = name(in.next());
            in.expect(":");
            String type = new TypeSpelling(in).type().text();
            in.expect("}");
            return Piece.closed("{" + name + ":" + type + "}");
        }
        throw in.unexpected("an expression");
    }

    /** A subquery, a tuple, or an expression whose brackets say nothing. */
    private Piece bracket() {
        if (in.atAny("SELECT", "WITH", "EXPLAIN", "VALUES")) {
            String query = new QuerySpelling(in).query();
            in.expect(")");
            return Piece.closed("(" + query + ")");
        }
        if (in.accept(")")) {
            return Piece.closed("tuple()");
        }
        Piece first = expressions.named();
        if (in.accept(")")) {
            return first;
        }
        var items = new ArrayList<String>();
        items.add(first.text());
        while (in.accept(",") && !in.at(")")) {
            items.add(expressions.named().text());
        }
        in.expect(")");
        return Piece.closed(items.size() == 1 ? "tuple(" + items.getFirst() + ")" : "(" + String.join(", ", items) + ")");
    }

    private Piece word() {
        String word = in.peek().text().toUpperCase(Locale.ROOT);
        Token next = in.peek(1);
        switch (word) {
            case "NULL", "TRUE", "FALSE", "INF", "NAN" -> {
                if (!next.is("(") && !next.is(".")) {
                    in.next();
                    return Piece.closed(word.equals("NULL") ? word : word.toLowerCase(Locale.ROOT));
                }
            }
            case "CASE" -> {
                in.next();
                return caseOf();
            }
            case "INTERVAL" -> {
                if (!next.is("(") || !next.is(")") && !next.is(",")) {
                    int mark = in.mark();
                    in.next();
                    Piece interval = interval();
                    if (interval != null) {
                        return interval;
                    }
                    in.reset(mark);
                }
            }
            case "DATE", "TIMESTAMP" -> {
                if (next.type() == Type.STRING) {
                    in.next();
                    return Piece.closed((word.equals("DATE") ? "toDate(" : "toDateTime(") + operand().text() + ")");
                }
            }
            default -> { }
        }
        return next.is("(") ? new CallSpelling(expressions, this).call(in.next().text()) : path();
    }

    private @org.jspecify.annotations.Nullable Piece interval() {
        Token first = in.peek();
        if (first.type() == Type.STRING && !ExpressionSpelling.UNITS.contains(unit(in.peek(1)))) {
            String[] parts = ClickhouseTokens.content(first).strip().split("\\s+");
            if (parts.length != 2 || !ExpressionSpelling.UNITS.contains(unit(parts[1]))) {
                return null;
            }
            in.next();
            return Piece.closed("toInterval" + capitalized(unit(parts[1])) + "(" + parts[0] + ")");
        }
        if (first.is("(") || first.type() != Type.SYMBOL || first.is("-")) {
            String amount = expressions.piece(0).text();
            String unit = unit(in.peek());
            if (ExpressionSpelling.UNITS.contains(unit)) {
                in.next();
                return Piece.closed("toInterval" + capitalized(unit) + "(" + amount + ")");
            }
        }
        return null;
    }

    static String unit(Token token) {
        return token.type() == Type.WORD ? unit(token.text()) : "";
    }

    /** The unit in the singular; the short forms are those of the server's parser. */
    static String unit(String word) {
        String upper = word.toUpperCase(Locale.ROOT).replaceFirst("^SQL_TSI_", "");
        String singular = upper.length() > 2 && upper.endsWith("S") ? upper.substring(0, upper.length() - 1) : upper;
        return switch (singular) {
            case "S", "SS" -> "SECOND";
            case "MI", "N" -> "MINUTE";
            case "HH", "H" -> "HOUR";
            case "D", "DD" -> "DAY";
            case "WK", "WW" -> "WEEK";
            case "M", "MM" -> "MONTH";
            case "QQ", "Q" -> "QUARTER";
            case "YYYY", "YY" -> "YEAR";
            default -> singular;
        };
    }

    static String capitalized(String unit) {
        return unit.charAt(0) + unit.substring(1).toLowerCase(Locale.ROOT);
    }

    /** No subject is {@code multiIf}, a subject {@code caseWithExpression}. */
    private Piece caseOf() {
        var arguments = new ArrayList<String>();
        boolean subject = !in.at("WHEN");
        if (subject) {
            arguments.add(expressions.expression());
        }
        while (in.accept("WHEN")) {
            arguments.add(expressions.expression());
            in.expect("THEN");
            arguments.add(expressions.expression());
        }
        arguments.add(in.accept("ELSE") ? expressions.expression() : "NULL");
        in.expect("END");
        return Piece.closed((subject ? "caseWithExpression(" : "multiIf(") + String.join(", ", arguments) + ")");
    }

    /** A column or table with what qualifies it; a part may be {@code *}. */
    private Piece path() {
        var text = new StringBuilder(name(in.next()));
        while (in.at(".") && (in.peek(1).isName() || in.peek(1).is("*"))) {
            in.next();
            if (in.accept("*")) {
                return Piece.closed(text + ".*" + modifiers());
            }
            text.append('.').append(name(in.next()));
        }
        return Piece.closed(text.toString());
    }

    /** What follows a dot: an element of a tuple, a path in JSON ({@code .a}, {@code .:Int64}, {@code .^a}). */
    Piece member(Piece left) {
        in.expect(".");
        if (in.accept(":")) {
            return Piece.closed(left.operand() + ".:" + name(new TypeSpelling(in).type().text()));
        }
        String prefix = in.accept("^") ? "^" : "";
        if (!in.peek().isName()) {
            throw in.unexpected("a name");
        }
        return Piece.closed(left.operand() + "." + prefix + name(in.next()));
    }

    /** {@code EXCEPT}, {@code REPLACE} and {@code APPLY} behind an asterisk. */
    String modifiers() {
        var text = new StringBuilder();
        while (true) {
            if (in.at("EXCEPT") && !in.peek(1).is("SELECT") || in.at("REPLACE") || in.at("APPLY")) {
                text.append(' ').append(in.next().text().toUpperCase(Locale.ROOT)).append(' ');
                in.accept("STRICT");
                boolean bracket = in.accept("(");
                List<String> items = new ArrayList<>();
                do {
                    items.add(expressions.named().text());
                } while (bracket && in.accept(","));
                if (bracket) {
                    in.expect(")");
                }
                text.append(items.size() == 1 ? items.getFirst() : "(" + String.join(", ", items) + ")");
            } else {
                return text.toString();
            }
        }
    }

    String name(Token token) {
        return name(token.value());
    }

    static String name(String name) {
        return Clickhouse.QUOTING.name(name);
    }

    /** A number as the server prints it: whole ones in decimal, others without zeros at their end. */
    static String number(Token token) {
        String text = token.text().replace("_", "").toLowerCase(Locale.ROOT);
        try {
            if (text.startsWith("0x") && !text.contains("p") && !text.contains(".")) {
                return new BigInteger(text.substring(2), 16).toString();
            }
            if (text.startsWith("0b")) {
                return new BigInteger(text.substring(2), 2).toString();
            }
            if (text.matches("[0-9]+")) {
                return new BigInteger(text).toString();
            }
            return new BigDecimal(text).stripTrailingZeros().toString().toLowerCase(Locale.ROOT);
        } catch (NumberFormatException other) {
            return text;
        }
    }
}
