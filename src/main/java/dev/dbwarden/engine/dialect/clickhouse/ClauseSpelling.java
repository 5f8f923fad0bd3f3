package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the clauses of tables and columns that are kept as options, and spells them as the server does. */
final class ClauseSpelling {
    /** Engines whose first arguments are names that the server keeps as text. */
    private static final Map<String, Integer> NAMING = Map.of("Buffer", 2, "Distributed", 3, "Merge", 1);
    /** Where an engine's arguments have a database, which the server writes out where it is the current one (tried out with 26.5). */
    static final Map<String, Integer> DATABASES = Map.of("Buffer", 0, "Distributed", 1, "Merge", 0);
    static final String CURRENT_DATABASE = "currentDatabase()";
    private static final Set<String> FORMATTED = Set.of("File", "URL");

    private final TokenStream in;
    private final ExpressionSpelling expressions;

    ClauseSpelling(TokenStream in) {
        this.in = in;
        this.expressions = new ExpressionSpelling(in);
    }

    /** One of these clauses as the value of an option; a text that cannot be taken apart stays as its tokens. */
    static String of(String text, Function<ClauseSpelling, String> clause) {
        return ClickhouseTexts.canonical(text, in -> clause.apply(new ClauseSpelling(in)));
    }

    String expression() {
        return expressions.expression();
    }

    /** A key: {@code (a)} is {@code a}, and none is {@code tuple()}. */
    String key() {
        var elements = new ArrayList<String>();
        boolean tuple = in.at("tuple", "(");
        if (tuple || in.at("(") && isWhole()) {
            if (tuple) {
                in.next();
            }
            in.expect("(");
            while (!in.at(")")) {
                elements.add(element());
                if (!in.accept(",")) {
                    break;
                }
            }
            in.expect(")");
        } else {
            elements.add(element());
        }
        return switch (elements.size()) {
            case 0 -> "tuple()";
            case 1 -> elements.getFirst();
            default -> "(" + String.join(", ", elements) + ")";
        };
    }

    /** Whether the bracket that opens here closes the key, and no operator follows. */
    private boolean isWhole() {
        int mark = in.mark();
        in.parenthesized();
        boolean whole = in.isAtEnd() || in.peek().type() == Type.WORD && !in.atAny("AND", "OR", "IN", "NOT", "IS", "LIKE", "DIV", "MOD") || in.at(",") || in.at(")") || in.at(";");
        in.reset(mark);
        return whole;
    }

    private String element() {
        String expression = expressions.expression();
        if (in.accept("DESC")) {
            return expression + " DESC";
        }
        in.accept("ASC");
        return expression;
    }

    /** {@code MergeTree()} is {@code MergeTree}. */
    String engine() {
        String name = in.next().value();
        if (!in.accept("(")) {
            return name;
        }
        int names = NAMING.getOrDefault(name, 0);
        var arguments = new ArrayList<String>();
        while (!in.at(")")) {
            boolean literal = (arguments.size() < names || FORMATTED.contains(name)) && in.peek().isName() && (in.peek(1).is(",") || in.peek(1).is(")"));
            String argument = literal ? ClickhouseTokens.literal(in.next().value()) : expressions.expression();
            boolean current = DATABASES.getOrDefault(name, -1) == arguments.size() && argument.equals(ClickhouseTokens.literal(ClickhouseNormalizer.DEFAULT_DATABASE));
            arguments.add(current ? CURRENT_DATABASE : argument);
            if (!in.accept(",")) {
                break;
            }
        }
        in.expect(")");
        return arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
    }

    /** The rules of TTL; DELETE is what a rule does anyway, with a condition and without. */
    String ttl() {
        var rules = new ArrayList<String>();
        do {
            rules.add(rule());
        } while (in.accept(","));
        return String.join(", ", rules);
    }

    private String rule() {
        var rule = new StringBuilder(expressions.expression());
        boolean deletes = in.accept("DELETE");
        if (!deletes && in.accept("RECOMPRESS")) {
            in.expect("CODEC");
            rule.append(" RECOMPRESS CODEC(").append(codec(List.of())).append(')');
        } else if (!deletes && in.accept("TO")) {
            rule.append(" TO ").append(in.next().text().toUpperCase(Locale.ROOT));
            rule.append(in.accept("IF", "EXISTS") ? " IF EXISTS " : " ").append(ClickhouseTexts.token(in.next()));
        } else if (!deletes && in.accept("GROUP", "BY")) {
            rule.append(" GROUP BY ").append(groupedBy());
        }
        if (in.accept("WHERE")) {
            rule.append(" WHERE ").append(expressions.expression());
        }
        return rule.toString();
    }

    private String groupedBy() {
        var keys = new ArrayList<String>();
        do {
            keys.add(expressions.expression());
        } while (in.accept(","));
        String text = String.join(", ", keys);
        if (!in.accept("SET")) {
            return text;
        }
        var assignments = new ArrayList<String>();
        do {
            assignments.add(expressions.expression());
        } while (in.peek(1).isName() && in.peek(2).is("=") && in.accept(","));
        return text + " SET " + String.join(", ", assignments);
    }

    /** What stands in the brackets of CODEC, with the arguments that the server fills in: its levels, and the width of the column's type. */
    String codec(List<DataType> type) {
        boolean bracket = in.accept("(");
        var codecs = new ArrayList<String>();
        do {
            String name = in.next().text();
            String arguments = "";
            if (in.accept("(")) {
                arguments = String.join(", ", expressions.list(")"));
                in.expect(")");
            }
            String filled = arguments.isEmpty() ? implied(name, type) : arguments;
            codecs.add(filled.isEmpty() ? name : name + "(" + filled + ")");
        } while (in.accept(","));
        if (bracket) {
            in.expect(")");
        }
        return String.join(", ", codecs);
    }

    private static String implied(String codec, List<DataType> type) {
        return switch (codec) {
            case "ZSTD" -> "1";
            case "LZ4HC" -> "0";
            case "FPC" -> "12";
            case "Delta", "Gorilla" -> type.isEmpty() ? "" : width(type.getFirst().text());
            default -> "";
        };
    }

    /** How many bytes a value takes, as the codecs count; empty where they do not. */
    static String width(String type) {
        int bracket = type.indexOf('(');
        String name = bracket < 0 ? type : type.substring(0, bracket);
        String digits = name.replaceAll("^(?:U?Int|Float|BFloat)(\\d+)$", "$1");
        if (!digits.equals(name)) {
            return String.valueOf(Integer.parseInt(digits) / 8);
        }
        return switch (name) {
            case "Nullable", "Array" -> width(type.substring(bracket + 1, type.length() - 1));
            case "Bool", "Enum8" -> "1";
            case "Date", "Enum16" -> "2";
            case "Date32", "DateTime", "IPv4", "Time" -> "4";
            case "DateTime64", "Time64" -> "8";
            case "UUID", "IPv6" -> "16";
            case "Decimal" -> decimalWidth(Integer.parseInt(type.substring(bracket + 1, type.indexOf(',')).strip()));
            case "FixedString" -> type.substring(bracket + 1, type.length() - 1);
            default -> "1";
        };
    }

    private static String decimalWidth(int precision) {
        return precision <= 9 ? "4" : precision <= 18 ? "8" : precision <= 38 ? "16" : "32";
    }

    /** A setting's value: a number, a text, a word. */
    String value() {
        String sign = in.accept("-") ? "-" : "";
        return switch (in.peek().type()) {
            case NUMBER -> sign + OperandSpelling.number(in.next());
            case STRING -> ClickhouseTexts.token(in.next());
            case WORD, NAME, SYMBOL, END -> expressions.expression();
        };
    }

    /** The kinds of statistics, in the order of their names. */
    String statistics() {
        var kinds = new ArrayList<String>();
        do {
            String name = in.next().text();
            kinds.add(in.accept("(") ? name + "(" + in.parenthesized() + ")" : name);
        } while (in.accept(","));
        return kinds.stream().sorted().reduce((one, other) -> one + ", " + other).orElse("");
    }
}
