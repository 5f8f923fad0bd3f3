package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.dialect.clickhouse.ExpressionSpelling.Piece;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads calls, and the forms of standard SQL that are calls: CAST, EXTRACT, SUBSTRING, TRIM, POSITION. */
final class CallSpelling {
    private final ExpressionSpelling expressions;
    private final OperandSpelling operands;
    private final TokenStream in;

    CallSpelling(ExpressionSpelling expressions, OperandSpelling operands) {
        this.expressions = expressions;
        this.operands = operands;
        this.in = expressions.in;
    }

    /** From the opening bracket on. */
    Piece call(String name) {
        in.expect("(");
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "CAST" -> cast();
            case "EXTRACT" -> extract();
            case "SUBSTRING", "SUBSTR", "MID" -> sliced(name);
            case "TRIM" -> trimmed();
            case "POSITION" -> position(name);
            case "EXISTS" -> exists();
            case "DATEADD", "DATE_ADD", "TIMESTAMPADD", "TIMESTAMP_ADD", "DATESUB", "DATE_SUB", "TIMESTAMPSUB", "TIMESTAMP_SUB" -> shifted(name);
            case "DATEDIFF", "DATE_DIFF", "TIMESTAMPDIFF", "TIMESTAMP_DIFF" -> difference();
            case "NOT" -> not();
            default -> plain(name);
        };
    }

    private Piece cast() {
        String operand = expressions.expression();
        if (in.accept("AS")) {
            Piece cast = Piece.closed("CAST(" + operand + ", " + ClickhouseTokens.literal(new TypeSpelling(in).type().text()) + ")");
            in.expect(")");
            return cast;
        }
        in.expect(",");
        Token type = in.peek();
        String text = type.type() == Token.Type.STRING && in.peek(1).is(")") ? ClickhouseTokens.literal(TypeSpelling.of(ClickhouseTokens.content(in.next())).text())
                : expressions.expression();
        in.expect(")");
        return Piece.closed("CAST(" + operand + ", " + text + ")");
    }

    private Piece extract() {
        String unit = OperandSpelling.unit(in.peek());
        if (ExpressionSpelling.UNITS.contains(unit) && in.peek(1).is("FROM")) {
            in.next();
            in.next();
            String function = switch (unit) {
                case "DAY" -> "toDayOfMonth";
                default -> "to" + OperandSpelling.capitalized(unit);
            };
            return closed(function, List.of(expressions.expression()));
        }
        return plain("extract", List.of());
    }

    private Piece sliced(String name) {
        var arguments = new ArrayList<>(List.of(expressions.expression()));
        if (in.accept("FROM")) {
            arguments.add(expressions.expression());
            if (in.accept("FOR")) {
                arguments.add(expressions.expression());
            }
            return closed("substring", arguments);
        }
        return plain(name, arguments);
    }

    private Piece trimmed() {
        String side = in.atAny("BOTH", "LEADING", "TRAILING") ? in.next().text().toUpperCase(Locale.ROOT) : "BOTH";
        String function = switch (side) {
            case "LEADING" -> "trimLeft";
            case "TRAILING" -> "trimRight";
            default -> "trimBoth";
        };
        String first = expressions.expression();
        return in.accept("FROM") ? closed(function, List.of(expressions.expression(), first)) : plain(function, List.of(first));
    }

    private Piece position(String name) {
        Piece first = expressions.piece(9);
        if (in.accept("IN")) {
            return closed("position", List.of(expressions.expression(), first.text()));
        }
        return plain(name, List.of(first.text()));
    }

    private Piece exists() {
        if (in.atAny("SELECT", "WITH")) {
            String query = new QuerySpelling(in).query();
            in.expect(")");
            return Piece.closed("exists((" + query + "))");
        }
        return plain("exists");
    }

    /** {@code dateadd(day, 1, a)} and {@code date_add(a, INTERVAL 1 DAY)} are sums. */
    private Piece shifted(String name) {
        String function = name.toUpperCase(Locale.ROOT).contains("ADD") ? "plus" : "minus";
        String unit = OperandSpelling.unit(in.peek());
        if (ExpressionSpelling.UNITS.contains(unit) && in.peek(1).is(",")) {
            in.next();
            in.next();
            String amount = expressions.expression();
            in.expect(",");
            return closed(function, List.of(expressions.expression(), "toInterval" + OperandSpelling.capitalized(unit) + "(" + amount + ")"));
        }
        return plain(function);
    }

    private Piece difference() {
        String unit = OperandSpelling.unit(in.peek());
        if (ExpressionSpelling.UNITS.contains(unit) && in.peek(1).is(",")) {
            in.next();
            return plain("dateDiff", List.of(ClickhouseTokens.literal(unit.toLowerCase(Locale.ROOT))));
        }
        return plain("dateDiff");
    }

    private Piece not() {
        String operand = expressions.piece(0).operand();
        in.expect(")");
        return new Piece("NOT " + operand, true);
    }

    private Piece closed(String function, List<String> arguments) {
        in.expect(")");
        return Piece.closed(function + "(" + String.join(", ", arguments) + ")");
    }

    private Piece plain(String name) {
        return plain(name, List.of());
    }

    /** The rest of a call: further arguments, a second bracket of a parametric aggregate, FILTER and OVER. */
    private Piece plain(String name, List<String> first) {
        boolean distinct = first.isEmpty() && in.accept("DISTINCT");
        var arguments = new ArrayList<>(first);
        if (first.isEmpty() || in.accept(",")) {
            arguments.addAll(in.atAny("SELECT", "WITH") ? List.of(new QuerySpelling(in).query()) : expressions.list(")"));
        }
        boolean ordered = in.at("ORDER");
        String order = ordered ? " " + new QuerySpelling(in).orderBy() : "";
        in.expect(")");
        String function = ClickhouseFunctions.canonical(name) + (distinct ? "Distinct" : "");
        String text = function + "(" + String.join(", ", arguments) + order + ")";
        if (in.at("(")) {
            in.next();
            distinct = in.accept("DISTINCT");
            text = function + (distinct ? "Distinct" : "") + "(" + String.join(", ", arguments) + ")(" + String.join(", ", expressions.list(")")) + ")";
            in.expect(")");
        }
        return Piece.closed(text.startsWith("COLUMNS(") ? text + operands.modifiers() : windowed(filtered(text, function)));
    }

    private String filtered(String text, String function) {
        if (in.at("RESPECT", "NULLS") || in.at("IGNORE", "NULLS")) {
            text += " " + in.next().text().toUpperCase(Locale.ROOT) + " " + in.next().text().toUpperCase(Locale.ROOT);
        }
        if (!in.accept("FILTER", "(", "WHERE")) {
            return text;
        }
        String condition = expressions.expression();
        in.expect(")");
        String inner = text.substring(function.length());
        return function + "If" + inner.substring(0, inner.length() - 1) + (inner.endsWith("()") ? "" : ", ") + condition + ")";
    }

    private String windowed(String text) {
        if (!in.accept("OVER")) {
            return text;
        }
        return text + " OVER " + (in.at("(") ? new QuerySpelling(in).window() : operands.name(in.next()));
    }
}
