package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an expression and spells it as the server keeps it: operators with brackets around operands that are operators,
 * {@code CAST(x, 'T')} for every cast, {@code toIntervalDay(1)} for intervals, functions under their own names.
 *
 * <p>Precedence as in the server's parser (ExpressionListParsers.cpp, operators_table).
 */
class ExpressionSpelling {
    private static final int LAMBDA = 1;
    private static final int TERNARY = 2;
    private static final int OR = 3;
    private static final int AND = 4;
    private static final int NOT = 5;
    private static final int TEST = 6;
    private static final int BETWEEN = 7;
    private static final int COMPARISON = 9;
    private static final int CONCATENATION = 10;
    private static final int SUM = 11;
    private static final int PRODUCT = 12;
    private static final int ACCESS = 14;
    /** Deeper than any expression that somebody wrote, and far from the end of the stack. */
    private static final int MAX_DEPTH = 300;

    private static final Map<String, String> SYMBOLS = Map.ofEntries(Map.entry("=", "="), Map.entry("==", "="), Map.entry("!=", "!="), Map.entry("<>", "!="),
            Map.entry("<", "<"), Map.entry(">", ">"), Map.entry("<=", "<="), Map.entry(">=", ">="), Map.entry("<=>", "<=>"));
    private static final Map<String, Integer> ARITHMETIC = Map.of("+", SUM, "-", SUM, "*", PRODUCT, "/", PRODUCT, "%", PRODUCT, "MOD", PRODUCT, "DIV", PRODUCT);
    /** Words that end an expression where an operator could stand. */
    static final Set<String> UNITS = Set.of("NANOSECOND", "MICROSECOND", "MILLISECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR");

    /** A spelled expression; one that is {@code open} takes brackets where it is an operand. */
    record Piece(String text, boolean open) {
        static Piece closed(String text) {
            return new Piece(text, false);
        }

        String operand() {
            return open ? "(" + text + ")" : text;
        }
    }

    final TokenStream in;
    private final OperandSpelling operands;
    private int depth;

    ExpressionSpelling(TokenStream in) {
        this.in = in;
        this.operands = new OperandSpelling(this);
    }

    String expression() {
        return piece(0).text();
    }

    /** An expression, perhaps with a name: {@code a + 1 AS b}. */
    Piece named() {
        Piece piece = piece(0);
        return in.accept("AS") ? new Piece(piece.text() + " AS " + operands.name(in.next()), true) : piece;
    }

    List<String> list(String close) {
        var items = new ArrayList<String>();
        while (!in.at(close)) {
            items.add(named().text());
            if (!in.accept(",")) {
                break;
            }
        }
        return items;
    }

    Piece piece(int power) {
        if (++depth > MAX_DEPTH) {
            throw new SqlException("this expression is nested too deeply", in.peek().start());
        }
        Piece left = prefix();
        for (Piece next = infix(left, power); next != left; next = infix(left, power)) {
            left = next;
        }
        depth--;
        return left;
    }

    private Piece prefix() {
        if (in.accept("NOT")) {
            return new Piece("NOT " + piece(NOT).operand(), true);
        }
        if (in.accept("-")) {
            Token number = in.peek();
            if (number.type() == Type.NUMBER && !number.text().startsWith(".")) {
                return Piece.closed("-" + OperandSpelling.number(in.next()));
            }
            return new Piece("-" + piece(ACCESS - 1).operand(), true);
        }
        if (in.accept("+")) {
            return piece(ACCESS - 1);
        }
        return operands.operand();
    }


    private Piece infix(Piece left, int power) {
        Token token = in.peek();
        if (token.type() == Type.NUMBER && token.text().startsWith(".") && power < ACCESS) {
            return Piece.closed(left.operand() + in.next().text());
        }
        if (token.type() != Type.SYMBOL && token.type() != Type.WORD) {
            return left;
        }
        if (power < ACCESS && in.atAny("[", "::", ".")) {
            return accessed(left);
        }
        if (in.at("AND") && power < AND) {
            return chain(left, "AND", AND);
        }
        if (in.at("OR") && power < OR) {
            return chain(left, "OR", OR);
        }
        if (token.type() == Type.SYMBOL && SYMBOLS.containsKey(token.text()) && power < COMPARISON) {
            in.next();
            return comparison(left, SYMBOLS.get(token.text()));
        }
        Integer arithmetic = ARITHMETIC.get(token.text().toUpperCase(java.util.Locale.ROOT));
        if (arithmetic != null && power < arithmetic) {
            return arithmetic(left, arithmetic);
        }
        if (in.at("||") && power < CONCATENATION) {
            return concatenation(left);
        }
        if (in.at("?") && power < TERNARY) {
            in.next();
            String then = piece(0).text();
            in.expect(":");
            return Piece.closed("if(" + left.text() + ", " + then + ", " + piece(TERNARY - 1).text() + ")");
        }
        if (in.at("->") && power <= LAMBDA) {
            in.next();
            String body = piece(LAMBDA - 1).operand();
            return new Piece((left.text().startsWith("tuple(") ? "()" : left.text()) + " -> " + body, true);
        }
        return words(left, power);
    }

    private Piece accessed(Piece left) {
        if (in.accept("[")) {
            if (in.accept("]")) {
                return Piece.closed(left.operand() + "[]");
            }
            String index = piece(0).text();
            in.expect("]");
            return Piece.closed(left.operand() + "[" + index + "]");
        }
        if (in.accept("::")) {
            return cast(left.text(), new TypeSpelling(in).type().text());
        }
        return operands.member(left);
    }

    static Piece cast(String operand, String type) {
        boolean literal = operand.startsWith("[") || !operand.isEmpty() && Character.isDigit(operand.charAt(0)) || operand.startsWith("-") && operand.length() > 1 && Character.isDigit(operand.charAt(1));
        // x::T of a literal keeps the literal's own text: 1::UInt8 is CAST('1', 'UInt8')
        String text = literal && isLiteral(operand) ? ClickhouseTokens.literal(operand.replace(", ", ",")) : operand;
        return Piece.closed("CAST(" + text + ", " + ClickhouseTokens.literal(type) + ")");
    }

    private static boolean isLiteral(String operand) {
        return operand.chars().allMatch(c -> "[]-., ".indexOf(c) >= 0 || Character.isDigit(c));
    }

    /** {@code a AND b AND c} is flat; a bracket around two of them stays. */
    private Piece chain(Piece left, String operator, int power) {
        var operands = new ArrayList<String>();
        operands.add(left.operand());
        while (in.accept(operator)) {
            operands.add(piece(power).operand());
        }
        return new Piece(String.join(" " + operator + " ", operands), true);
    }

    private Piece comparison(Piece left, String operator) {
        if (operator.equals("=") && in.accept("ANY") || operator.equals("!=") && in.accept("ALL")) {
            return new Piece(left.operand() + (operator.equals("=") ? " IN " : " NOT IN ") + piece(COMPARISON).operand(), true);
        }
        return new Piece(left.operand() + " " + operator + " " + piece(COMPARISON).operand(), true);
    }

    private Piece arithmetic(Piece left, int power) {
        String operator = in.next().text().toUpperCase(java.util.Locale.ROOT);
        Piece right = piece(power);
        return switch (operator) {
            case "DIV" -> Piece.closed("intDiv(" + left.text() + ", " + right.text() + ")");
            case "MOD" -> new Piece(left.operand() + " % " + right.operand(), true);
            default -> new Piece(left.operand() + " " + operator + " " + right.operand(), true);
        };
    }

    private Piece concatenation(Piece left) {
        var operands = new ArrayList<String>();
        operands.add(left.text());
        while (in.accept("||")) {
            operands.add(piece(CONCATENATION).text());
        }
        return Piece.closed("concat(" + String.join(", ", operands) + ")");
    }

    private Piece words(Piece left, int power) {
        if (in.at("IS") && power < TEST) {
            return test(left);
        }
        boolean not = in.at("NOT") && (in.peek(1).is("LIKE") || in.peek(1).is("ILIKE") || in.peek(1).is("IN") || in.peek(1).is("BETWEEN") || in.peek(1).is("REGEXP") || in.peek(1).is("MATCH"));
        int ahead = not ? 1 : 0;
        if (in.peek(ahead).is("BETWEEN") && power < BETWEEN) {
            skip(ahead + 1);
            return between(left, not);
        }
        boolean global = in.at("GLOBAL") && (in.peek(1).is("IN") || in.peek(1).is("NOT") && in.peek(2).is("IN"));
        if (power >= COMPARISON || !(global || in.peek(ahead).is("LIKE") || in.peek(ahead).is("ILIKE") || in.peek(ahead).is("IN") || in.peek(ahead).is("REGEXP"))) {
            return left;
        }
        if (global) {
            in.next();
            not = in.accept("NOT");
            in.expect("IN");
            return in(left, (not ? "GLOBAL NOT IN" : "GLOBAL IN"));
        }
        String operator = in.peek(ahead).text().toUpperCase(java.util.Locale.ROOT);
        skip(ahead + 1);
        if (operator.equals("IN")) {
            return in(left, not ? "NOT IN" : "IN");
        }
        Piece right = piece(COMPARISON);
        if (operator.equals("REGEXP")) {
            Piece match = Piece.closed("match(" + left.text() + ", " + right.text() + ")");
            return not ? new Piece("NOT " + match.text(), true) : match;
        }
        return new Piece(left.operand() + (not ? " NOT " : " ") + operator + " " + right.operand(), true);
    }

    private void skip(int tokens) {
        for (int i = 0; i < tokens; i++) {
            in.next();
        }
    }

    /** What stands behind IN keeps its brackets, also around one value. */
    private Piece in(Piece left, String operator) {
        boolean bracket = in.at("(");
        String right = piece(COMPARISON).text();
        boolean kept = !bracket || right.startsWith("(") || right.startsWith("tuple(");
        return new Piece(left.operand() + " " + operator + " " + (kept && !(!bracket && isName(right)) ? right : "(" + right + ")"), true);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '`' || text.charAt(0) == '_') && !text.contains("(");
    }

    private Piece between(Piece left, boolean not) {
        String from = piece(BETWEEN).operand();
        in.expect("AND");
        String to = piece(BETWEEN).operand();
        return not ? new Piece("(" + left.operand() + " < " + from + ") OR (" + left.operand() + " > " + to + ")", true)
                : new Piece("(" + left.operand() + " >= " + from + ") AND (" + left.operand() + " <= " + to + ")", true);
    }

    private Piece test(Piece left) {
        in.expect("IS");
        boolean not = in.accept("NOT");
        if (in.accept("DISTINCT", "FROM")) {
            String right = piece(COMPARISON).operand();
            return not ? new Piece(left.operand() + " <=> " + right, true) : new Piece(left.operand() + " IS DISTINCT FROM " + right, true);
        }
        in.expect("NULL");
        return new Piece(left.operand() + (not ? " IS NOT NULL" : " IS NULL"), true);
    }
}
