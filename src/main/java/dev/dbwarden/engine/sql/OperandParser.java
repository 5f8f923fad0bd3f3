package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Case;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Items;
import dev.dbwarden.engine.sql.Expression.Items.Form;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Opaque;
import dev.dbwarden.engine.sql.Expression.Unary;
import dev.dbwarden.engine.sql.Expression.When;
import dev.dbwarden.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what stands between operators: literals, names, calls, brackets. */
final class OperandParser {
    private static final Set<String> NO_OPERANDS = Set.of("AND", "OR", "IN", "IS", "ISNULL", "NOTNULL", "LIKE", "ILIKE", "SIMILAR", "BETWEEN", "GLOB",
            "REGEXP", "WHEN", "THEN", "ELSE", "END", "FROM", "FOR", "AS", "ON", "COLLATE", "OVERLAPS", "ESCAPE", "SELECT", "WITH", "VALUES",
            "DISTINCT", "UNION", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "USING", "VARIADIC", "OPERATOR");
    private static final Set<String> VALUES = Set.of("CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP", "CURRENT_USER",
            "SESSION_USER", "CURRENT_ROLE", "USER", "CURRENT_CATALOG", "CURRENT_SCHEMA");
    private static final Set<String> TYPES_OF_SEVERAL_WORDS = Set.of("timestamp", "time", "double", "character", "bit", "interval", "national");
    /** Whatever may stand before its operand; a schema may have operators of its own. */
    private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

    private final ExpressionParser parser;
    private final TokenStream tokens;
    private final ExpressionRules rules;

    OperandParser(ExpressionParser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
        this.rules = parser.rules;
    }

    Expression operand() {
        Token token = tokens.peek();
        return switch (token.type()) {
            case STRING -> Literals.string(tokens.next(), rules);
            case NUMBER -> Literals.number(tokens.next());
            case SYMBOL -> symbol(token.text());
            case NAME -> valueOrName(token.text(), tokens.peek(1));
            case WORD -> word(token.text().toUpperCase(Locale.ROOT));
            case END -> throw tokens.unexpected("an operand");
        };
    }

    private Expression symbol(String symbol) {
        switch (symbol) {
            case "(" -> {
                return bracketed();
            }
            case "[" -> {
                return array();
            }
            case "*" -> {
                tokens.next();
                return new Name(List.of("*"));
            }
            case "-", "+" -> {
                tokens.next();
                Expression operand = parser.parse(rules.power("UNARY"));
                return operand instanceof Literal literal && literal.isNumber() && !literal.text().startsWith("-")
                        ? new Literal(symbol.equals("-") ? "-" + literal.text() : literal.text()) : new Unary(symbol, operand);
            }
            default -> {
                if (!OPERATOR.matcher(symbol).matches()) {
                    throw tokens.unexpected("an operand");
                }
                tokens.next();
                return new Unary(symbol.equals("!") ? "NOT" : symbol, parser.parse(rules.power("PREFIX")));
            }
        }
    }

    private Expression word(String word) {
        Token next = tokens.peek(1);
        if (next.is("(")) {
            switch (word) {
                case "CAST", "TRY_CAST" -> {
                    return cast();
                }
                case "EXISTS" -> {
                    tokens.next();
                    return new Opaque("EXISTS " + ((Opaque) opaque()).text());
                }
                case "ROW" -> {
                    tokens.next();
                    tokens.expect("(");
                    return new Items(Form.ROW, items(")"));
                }
                case "OPERATOR" -> {
                    return new Unary(parser.operator(), parser.parse(rules.power("PREFIX")));
                }
                default -> { }
            }
        }
        if (NO_OPERANDS.contains(word) && !(word.equals("ISNULL") && next.is("("))) {
            throw tokens.unexpected("an operand");
        }
        if (rules.powers().containsKey(ExpressionRules.PREFIX + word)) {
            tokens.next();
            return new Unary(word, parser.parse(rules.power(ExpressionRules.PREFIX + word)));
        }
        return switch (word) {
            case "NOT" -> {
                tokens.next();
                yield new Unary("NOT", parser.parse(rules.power("NOT")));
            }
            case "NULL", "TRUE", "FALSE" -> new Literal(tokens.next().text().toUpperCase(Locale.ROOT));
            case "CASE" -> cases();
            case "ARRAY" -> arrayOrName(next);
            default -> valueOrName(word, next);
        };
    }

    private Expression arrayOrName(Token next) {
        if (next.is("[")) {
            tokens.next();
            return array();
        }
        if (next.is("(")) {
            tokens.next();
            return new Opaque("ARRAY " + ((Opaque) opaque()).text());
        }
        return named();
    }

    private Expression valueOrName(String word, Token next) {
        if (VALUES.contains(word) && !next.is("(") && !next.is(".")) {
            tokens.next();
            return new Literal(word);
        }
        if (next.type() == Type.STRING || TYPES_OF_SEVERAL_WORDS.contains(word.toLowerCase(Locale.ROOT)) && (next.type() == Type.WORD || next.is("("))) {
            int mark = tokens.mark();
            TypeName type = new TypeReader(tokens, rules).type();
            if (tokens.peek().type() == Type.STRING) {
                Expression literal = Literals.string(tokens.next(), rules);
                return new Cast(literal, type.name().equals("interval") && type.arguments().isEmpty() ? new TypeReader(tokens, rules).furtherFields(type) : type);
            }
            tokens.reset(mark);
        }
        return named();
    }

    private Expression cast() {
        tokens.expect(tokens.peek().text().toUpperCase(Locale.ROOT), "(");
        Expression operand = parser.parse(0);
        tokens.expect("AS");
        TypeName type = new TypeReader(tokens, rules).type();
        boolean encoded = tokens.accept("CHARSET") || tokens.accept("CHARACTER", "SET");
        String charset = encoded ? " charset " + tokens.next().value().toLowerCase(Locale.ROOT) : "";
        tokens.expect(")");
        return new Cast(operand, new TypeName(type.name() + charset, type.arguments(), type.dimensions()));
    }

    private Expression cases() {
        tokens.expect("CASE");
        Optional<Expression> subject = tokens.at("WHEN") ? Optional.empty() : Optional.of(parser.parse(0));
        var whens = new ArrayList<When>();
        while (tokens.accept("WHEN")) {
            Expression condition = parser.parse(0);
            tokens.expect("THEN");
            whens.add(new When(condition, parser.parse(0)));
        }
        Optional<Expression> otherwise = tokens.accept("ELSE") ? Optional.of(parser.parse(0)) : Optional.empty();
        tokens.expect("END");
        return new Case(subject, List.copyOf(whens), otherwise);
    }

    private Expression array() {
        tokens.expect("[");
        return new Items(Form.ARRAY, items("]"));
    }

    private List<Expression> items(String close) {
        var items = new ArrayList<Expression>();
        if (!tokens.at(close)) {
            do {
                items.add(parser.parse(0));
            } while (tokens.accept(","));
        }
        tokens.expect(close);
        return List.copyOf(items);
    }

    /** What stands in brackets: an expression, a row, a subselect. */
    Expression bracketed() {
        if (startsQuery()) {
            return opaque();
        }
        tokens.expect("(");
        List<Expression> items = items(")");
        return items.size() == 1 ? items.getFirst() : new Items(Form.ROW, items);
    }

    Expression inList() {
        if (startsQuery() || !tokens.at("(")) {
            return tokens.at("(") ? opaque() : named();
        }
        tokens.expect("(");
        return new Items(Form.LIST, items(")"));
    }

    private boolean startsQuery() {
        return tokens.at("(") && (tokens.peek(1).is("SELECT") || tokens.peek(1).is("WITH") || tokens.peek(1).is("VALUES"));
    }

    private Expression opaque() {
        tokens.expect("(");
        return new Opaque("( " + untilClosed() + " )");
    }

    /** The tokens up to the bracket that closes the one before them. */
    String untilClosed() {
        var inner = new ArrayList<Token>();
        for (int open = 1; ; ) {
            Token token = tokens.next();
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (open == 0) {
                return TokenForm.of(inner, rules);
            }
            if (token.type() == Type.END) {
                throw tokens.unexpected(")");
            }
            inner.add(token);
        }
    }

    private Expression named() {
        Name name = name();
        if (!tokens.at("(")) {
            return name;
        }
        Optional<Call> special = new SpecialCalls(parser).read(name);
        if (special.isPresent()) {
            return special.get();
        }
        return new CallParser(parser, this).call(name);
    }

    /** A name with its qualifiers, without those that say nothing. */
    Name name() {
        var parts = new ArrayList<String>();
        parts.add(part());
        while (tokens.at(".")) {
            tokens.next();
            parts.add(tokens.accept("*") ? "*" : part());
        }
        while (parts.size() > 1 && rules.namespaces().contains(parts.getFirst())) {
            parts.removeFirst();
        }
        return new Name(List.copyOf(parts));
    }

    String part() {
        if (!tokens.peek().isName()) {
            throw tokens.unexpected("a name");
        }
        Token token = tokens.next();
        return token.type() == Type.WORD ? token.text().toLowerCase(Locale.ROOT) : rules.quotedName().apply(token.value());
    }
}
