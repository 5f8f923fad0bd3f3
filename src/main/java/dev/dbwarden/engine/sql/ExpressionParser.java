package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Chain;
import dev.dbwarden.engine.sql.Expression.Field;
import dev.dbwarden.engine.sql.Expression.Items;
import dev.dbwarden.engine.sql.Expression.Items.Form;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Opaque;
import dev.dbwarden.engine.sql.Expression.Subscript;
import dev.dbwarden.engine.sql.Expression.Test;
import dev.dbwarden.engine.sql.Expression.Unary;
import dev.dbwarden.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads an expression by operator precedence. Fails with {@link SqlException} on what it does not know, and on what nests
 * deeper than {@link #MAX_DEPTH}: the caller then compares tokens.
 */
final class ExpressionParser {
    static final int MAX_DEPTH = 200;
    private static final Set<String> TESTS = Set.of("NULL", "TRUE", "FALSE", "UNKNOWN", "DOCUMENT", "NORMALIZED", "JSON");
    private static final Set<String> MATCHING = Set.of("LIKE", "ILIKE", "GLOB", "REGEXP", "RLIKE", "MATCH");

    final TokenStream tokens;
    final ExpressionRules rules;
    private final OperandParser operands;
    private int depth;

    ExpressionParser(TokenStream tokens, ExpressionRules rules) {
        this.tokens = tokens;
        this.rules = rules;
        this.operands = new OperandParser(this);
    }

    Expression whole() {
        Expression expression = parse(0);
        if (!tokens.isAtEnd()) {
            throw tokens.unexpected("the end");
        }
        return expression;
    }

    /** Reads what binds at least as tightly as {@code power}. */
    Expression parse(int power) {
        if (++depth > MAX_DEPTH) {
            throw tooDeep();
        }
        Expression left = operands.operand();
        for (int links = depth; ; links++) {
            Expression longer = extended(left, power);
            if (longer == left) {
                depth--;
                return left;
            }
            if (links > MAX_DEPTH) {
                throw tooDeep();
            }
            left = longer;
        }
    }

    /** The expression with one more operator at its right; itself where there is none that binds tightly enough. */
    private Expression extended(Expression left, int power) {
        Token token = tokens.peek();
        return switch (token.type()) {
            case SYMBOL -> symbol(left, token.text(), power);
            case WORD -> word(left, token.text().toUpperCase(Locale.ROOT), power);
            case NAME, STRING, NUMBER, END -> left;
        };
    }

    private Expression symbol(Expression left, String symbol, int power) {
        switch (symbol) {
            case ")", "]", ",", ";", "(", ":", "{", "}", "$" -> {
                return left;
            }
            case "::" -> {
                tokens.next();
                return new Cast(left, new TypeReader(tokens, rules).type());
            }
            case "[" -> {
                return subscript(left);
            }
            case "." -> {
                tokens.next();
                return new Field(left, operands.part());
            }
            default -> {
                String operator = rules.synonyms().getOrDefault(symbol, symbol);
                int own = rules.power(operator.endsWith("LIKE") ? "OTHER" : operator);
                if (own < power) {
                    return left;
                }
                tokens.next();
                return compared(left, operator, own);
            }
        }
    }

    private Expression subscript(Expression left) {
        tokens.expect("[");
        Expression from = tokens.at(":") ? new Opaque("") : parse(0);
        Expression index = from;
        if (tokens.accept(":")) {
            index = new Binary(":", from, tokens.at("]") ? new Opaque("") : parse(0));
        }
        tokens.expect("]");
        return new Subscript(left, index);
    }

    /** An operator's right side, which may be {@code ANY (..)} or {@code ALL (..)}. */
    private Expression compared(Expression left, String operator, int power) {
        if (tokens.atAny("ANY", "SOME", "ALL") && tokens.peek(1).is("(")) {
            String quantifier = tokens.next().is("ALL") ? " ALL" : " ANY";
            return new Binary(operator + quantifier, left, operands.bracketed());
        }
        return new Binary(operator, left, parse(power + 1));
    }

    private Expression word(Expression left, String word, int power) {
        return switch (word) {
            case "AND", "OR" -> rules.power(word) < power ? left : chain(left, word);
            case "IS" -> rules.power("IS") < power ? left : is(left);
            case "ISNULL", "NOTNULL" -> rules.power("IS") < power ? left : nullTest(left, word.equals("ISNULL") ? "IS NULL" : "IS NOT NULL", 1);
            case "NOT" -> negated(left, power);
            case "IN", "BETWEEN", "LIKE", "ILIKE", "SIMILAR", "GLOB", "REGEXP", "MATCH" -> rules.power("IN") < power ? left : matched(left, false);
            case "COLLATE" -> {
                if (rules.power("COLLATE") < power) {
                    yield left;
                }
                tokens.next();
                yield new Binary("COLLATE", left, operands.name());
            }
            case "AT" -> rules.power("AT") < power || !tokens.at("AT", "TIME", "ZONE") ? left : atTimeZone(left);
            case "DIV", "MOD", "XOR" -> {
                if (!rules.powers().containsKey(word) || rules.power(word) < power) {
                    yield left;
                }
                tokens.next();
                yield new Binary(word, left, parse(rules.power(word) + 1));
            }
            case "RLIKE" -> rules.power("IN") < power ? left : matched(left, false);
            case "OVERLAPS" -> rules.power("OTHER") < power ? left : overlaps(left);
            case "OPERATOR" -> rules.power("OTHER") < power || !tokens.peek(1).is("(") ? left : spelledOut(left);
            default -> left;
        };
    }

    private Expression chain(Expression left, String operator) {
        var all = new ArrayList<>(List.of(left));
        while (tokens.accept(operator)) {
            all.add(parse(rules.power(operator) + 1));
        }
        return Chain.of(operator, all);
    }

    private Expression is(Expression left) {
        tokens.next();
        boolean not = tokens.accept("NOT");
        String word = tokens.peek().text().toUpperCase(Locale.ROOT);
        if (tokens.peek().type() == Type.WORD && TESTS.contains(word)) {
            tokens.next();
            return new Test(left, (not ? "IS NOT " : "IS ") + word);
        }
        if (tokens.accept("DISTINCT", "FROM")) {
            Expression distinct = new Binary("IS DISTINCT FROM", left, parse(rules.power("IS") + 1));
            return not ? new Unary("NOT", distinct) : distinct;
        }
        return new Binary(not ? "IS NOT" : "IS", left, parse(rules.power("IS") + 1));
    }

    private Expression nullTest(Expression left, String test, int length) {
        for (int i = 0; i < length; i++) {
            tokens.next();
        }
        return new Test(left, test);
    }

    private Expression negated(Expression left, int power) {
        if (tokens.at("NOT", "NULL")) {
            return rules.power("IS") < power ? left : nullTest(left, "IS NOT NULL", 2);
        }
        String next = tokens.peek(1).text().toUpperCase(Locale.ROOT);
        if (rules.power("IN") < power || !MATCHING.contains(next) && !next.equals("IN") && !next.equals("BETWEEN") && !next.equals("SIMILAR")) {
            return left;
        }
        tokens.next();
        return matched(left, true);
    }

    private Expression matched(Expression left, boolean not) {
        String written = tokens.next().text().toUpperCase(Locale.ROOT);
        String word = written.equals("RLIKE") ? "REGEXP" : written;
        int tighter = rules.power("IN") + 1;
        return switch (word) {
            case "IN" -> new Binary(not ? "NOT IN" : "IN", left, operands.inList());
            case "BETWEEN" -> {
                boolean symmetric = tokens.accept("SYMMETRIC");
                tokens.accept("ASYMMETRIC");
                yield between(left, not, symmetric);
            }
            case "SIMILAR" -> {
                tokens.expect("TO");
                yield new Binary(not ? "!~" : "~", left, escaped("similar_to_escape", parse(tighter), true));
            }
            default -> new Binary(not ? "NOT " + word : word, left, escaped("like_escape", parse(tighter), false));
        };
    }

    private Expression between(Expression left, boolean not, boolean symmetric) {
        if (left.size() > Expression.SMALL) {
            throw tokens.unexpected("something smaller before BETWEEN");
        }
        int tighter = rules.power("IN") + 1;
        Expression low = parse(tighter);
        tokens.expect("AND");
        Expression high = parse(tighter);
        Expression between = between(left, low, high, not);
        return symmetric ? new Chain(not ? "AND" : "OR", List.of(between, between(left, high, low, not))) : between;
    }

    private static Expression between(Expression left, Expression low, Expression high, boolean not) {
        return not ? new Chain("OR", List.of(new Binary("<", left, low), new Binary(">", left, high)))
                : new Chain("AND", List.of(new Binary(">=", left, low), new Binary("<=", left, high)));
    }

    private Expression escaped(String function, Expression pattern, boolean always) {
        if (tokens.accept("ESCAPE")) {
            return Call.of(function, pattern, parse(rules.power("IN") + 1));
        }
        return always ? Call.of(function, pattern) : pattern;
    }

    private Expression atTimeZone(Expression left) {
        tokens.expect("AT", "TIME", "ZONE");
        return Call.of("timezone", parse(rules.power("AT") + 1), left);
    }

    private Expression overlaps(Expression left) {
        tokens.next();
        Expression right = parse(rules.power("OTHER") + 1);
        if (left instanceof Items(Form _, var from) && right instanceof Items(Form _, var to)) {
            var all = new ArrayList<>(from);
            all.addAll(to);
            return new Call(new Name(List.of("overlaps")), List.copyOf(all), "");
        }
        throw tokens.unexpected("two pairs around OVERLAPS");
    }

    /** {@code a OPERATOR(pg_catalog.=) b}: all these bind alike. */
    private Expression spelledOut(Expression left) {
        return compared(left, operator(), rules.power("OTHER"));
    }

    /** {@code OPERATOR(pg_catalog.=)}: the operator itself where its namespace says nothing. */
    String operator() {
        tokens.expect("OPERATOR", "(");
        String namespace = "";
        while (tokens.peek().isName()) {
            String part = operands.part();
            namespace = rules.namespaces().contains(part) ? namespace : namespace + part + ".";
            tokens.expect(".");
        }
        String symbol = tokens.next().text();
        tokens.expect(")");
        return namespace.isEmpty() ? rules.synonyms().getOrDefault(symbol, symbol) : "OPERATOR(" + namespace + symbol + ")";
    }

    private SqlException tooDeep() {
        return new SqlException("this expression nests deeper than " + MAX_DEPTH + " levels", tokens.peek().start());
    }
}
