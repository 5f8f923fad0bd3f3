package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** SQL expressions, as SQLAlchemy's compiler spells them with literal values. */
final class ExpressionCompiler {
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARISON = 5;
    private static final int CONCAT = 6;
    private static final int ADD = 7;
    private static final int MULTIPLY = 8;
    private static final int UNARY = 9;
    private static final int JSON = 15;
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w\\\\]):\\w+(?!:)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Map<String, String> OPPOSITES = Map.ofEntries(Map.entry("==", "!="), Map.entry("!=", "=="), Map.entry("<", ">="), Map.entry(">=", "<"), Map.entry(">", "<="),
            Map.entry("<=", ">"), Map.entry("in_", "not_in"), Map.entry("not_in", "in_"), Map.entry("notin_", "in_"), Map.entry("is_", "is_not"), Map.entry("is_not", "is_"),
            Map.entry("isnot", "is_"), Map.entry("like", "not_like"), Map.entry("ilike", "not_ilike"), Map.entry("between", "not_between"));
    /** Functions that SQL calls without brackets. */
    private static final Set<String> BARE = Set.of("current_timestamp", "current_date", "current_time", "current_user", "localtime", "localtimestamp", "session_user", "user", "sysdate");
    private static final Set<String> TEXT_FUNCTIONS = Set.of("lower", "upper", "coalesce", "concat", "trim", "substr", "substring", "replace", "char_length_");

    private final DialectRules rules;
    private final Tables tables;
    private final TypeCompiler types;
    private final Compilations compilations;
    private final Names names;

    ExpressionCompiler(DialectRules rules, Tables tables, TypeCompiler types, Compilations compilations) {
        this.rules = rules;
        this.tables = tables;
        this.types = types;
        this.compilations = compilations;
        this.names = rules.names();
    }

    String sql(Value value, TableModel table, Location at) {
        return render(value, table, at).sql();
    }

    /** A condition may be written as a text. */
    String condition(Value value, TableModel table, Location at) {
        return value instanceof Value.Text(var text) ? literally(text, at) : sql(value, table, at);
    }

    Rendered render(Value value, TableModel table, Location at) {
        return switch (value) {
            case Value.Text(var text) -> Rendered.atom(names.literal(text), true);
            case Value.Number number -> Rendered.atom(number.toString());
            case Value.Truth(var is) -> Rendered.atom(rules.truth(is));
            case Value.Nothing _ -> Rendered.atom("NULL");
            case Value.EnumMember(_, var name, _) -> Rendered.atom(names.literal(name), true);
            case Value.Operation operation -> operation(operation, table);
            case Value.Construct construct -> column(value, table).orElseGet(() -> construct(construct, table));
            case Value.Member(var owner, var name) -> column(value, table).orElseGet(() -> member(owner, name, table, at));
            case Value.Item(var owner, var index) -> column(value, table).orElseGet(() -> item(owner, index, table, at));
            default -> throw Terms.fault(value, "a part of the expression", at);
        };
    }

    private Optional<Rendered> column(Value value, TableModel table) {
        return tables.column(value, Optional.of(table)).map(column -> Rendered.atom(names.column(column), isText(column)));
    }

    private boolean isText(ColumnModel column) {
        return column.type().filter(type -> TypeCompiler.isText(types.resolver().resolve(type, column.at()))).isPresent();
    }

    private Rendered operation(Value.Operation operation, TableModel table) {
        Location at = operation.at();
        List<Rendered> operands = operation.operands().stream().map(operand -> render(operand, table, at)).toList();
        Rendered left = operands.getFirst();
        Rendered right = operands.getLast();
        boolean absent = operation.operands().getLast().equals(Value.NONE);
        return switch (operation.operator()) {
            case "==" -> absent ? joined(left, " IS ", right, COMPARISON) : joined(left, " = ", right, COMPARISON);
            case "!=" -> absent ? joined(left, " IS NOT ", right, COMPARISON) : joined(left, " != ", right, COMPARISON);
            case "<", "<=", ">", ">=" -> joined(left, " " + operation.operator() + " ", right, COMPARISON);
            case "+" -> left.text() || right.text() ? new Rendered(left.within(CONCAT - 1) + " || " + right.within(CONCAT - 1), CONCAT, true) : joined(left, " + ", right, ADD);
            case "-" -> operands.size() == 1 ? new Rendered("-" + left.within(UNARY), UNARY, false) : joined(left, " - ", right, ADD);
            case "*", "%" -> joined(left, " " + operation.operator() + " ", right, MULTIPLY);
            case "/" -> joined(left, " / ", right, MULTIPLY);
            case "&" -> new Rendered(left.within(AND - 1) + " AND " + right.within(AND - 1), AND, false);
            case "|" -> new Rendered(left.within(OR - 1) + " OR " + right.within(OR - 1), OR, false);
            case "~" -> negated(operation.operands().getFirst(), table, at);
            default -> throw new ModelFault(at, "the operator '" + operation.operator() + "' is not read in a model's expression; write it as text()");
        };
    }

    private static Rendered joined(Rendered left, String operator, Rendered right, int strength) {
        int rightStrength = operator.equals(" - ") || operator.equals(" / ") || operator.equals(" % ") || strength == COMPARISON ? strength : strength - 1;
        return new Rendered(left.within(strength == COMPARISON ? strength : strength - 1) + operator + right.within(rightStrength), strength, false);
    }

    /** SQLAlchemy turns a comparison round rather than to put NOT in front of it. */
    private Rendered negated(Value value, TableModel table, Location at) {
        if (value instanceof Value.Operation(var operator, var operands, var place) && OPPOSITES.containsKey(operator)) {
            return operation(new Value.Operation(OPPOSITES.getOrDefault(operator, operator), operands, place), table);
        }
        if (value instanceof Value.Construct call && call.callee() instanceof Value.Member(var owner, var method) && OPPOSITES.containsKey(method)) {
            return method(new Value.Construct(call.callee(), call.arguments(), call.keywords(), call.at()), owner, OPPOSITES.getOrDefault(method, method), table);
        }
        return negation(render(value, table, at));
    }

    private static Rendered negation(Rendered operand) {
        return new Rendered("NOT " + operand.within(NOT - 1), NOT, false);
    }

    private Rendered construct(Value.Construct construct, TableModel table) {
        Location at = construct.at();
        if (construct.callee() instanceof Value.Member(var owner, var method)) {
            return method(construct, owner, method, table);
        }
        if (construct.callee() instanceof Value.Construct operator && operator.callee() instanceof Value.Member(var operand, var op) && (op.equals("op") || op.equals("bool_op"))) {
            Arguments.require(construct, op, 1);
            return joined(render(operand, table, at), " " + rules.operator(text(operator, "op()"), at) + " ", render(construct.arguments().getFirst(), table, at), 0);
        }
        String name = Terms.name(construct);
        if (name.startsWith("func.")) {
            return function(name.substring("func.".length()), construct, table);
        }
        Arguments.require(construct, name, Arguments.ofFunction(name));
        Optional<Value> first = construct.arguments().stream().findFirst();
        return switch (name) {
            case "text" -> Rendered.atom(literally(text(construct, "text()"), at));
            case "literal_column" -> Rendered.atom(rules.fragment(text(construct, "literal_column()"), at));
            case "literal", "bindparam" -> render(construct.arguments().getLast(), table, at);
            case "column" -> Rendered.atom(names.name(text(construct, "column()")));
            case "true", "false" -> Rendered.atom(rules.truth(name.equals("true")));
            case "null" -> Rendered.atom("NULL");
            case "and_" -> junction(construct, " AND ", AND, table);
            case "or_" -> junction(construct, " OR ", OR, table);
            case "not_" -> negated(first.orElseThrow(), table, at);
            case "desc", "asc", "nullslast", "nulls_last", "nullsfirst", "nulls_first" -> ordered(first.orElseThrow() instanceof Value.Text(var label) ? Rendered.atom(names.name(label))
                    : render(first.orElseThrow(), table, at), name);
            case "postgresql.array" -> array(construct, table);
            case "cast", "try_cast" -> cast(construct, table);
            case "type_coerce", "distinct" -> render(first.orElseThrow(), table, at);
            case "extract" -> Rendered.atom("EXTRACT(" + text(construct, "extract()") + " FROM " + sql(construct.arguments().getLast(), table, at) + ")");
            case "collate" -> collate(render(first.orElseThrow(), table, at), construct.arguments().getLast(), at);
            case "case" -> cases(construct, table);
            case "between" -> new Rendered(render(first.orElseThrow(), table, at).within(COMPARISON) + " BETWEEN " + sql(construct.arguments().get(1), table, at)
                    + " AND " + sql(construct.arguments().get(2), table, at), COMPARISON, false);
            case "next_value" -> rules.nextValue(construct.arguments().getFirst(), at);
            default -> Rendered.atom(compilations.text(construct, at)
                    .orElseThrow(() -> new ModelFault(at, construct.callee() + "() is not read in a model's expression; write it as text()")));
        };
    }

    private static String text(Value.Construct construct, String what) {
        return Terms.text(construct.arguments().stream().findFirst().orElse(Value.NONE), "the text of " + what, construct.at());
    }

    /** In a {@code text()} a colon in front of a name begins a parameter, of which SQLAlchemy makes NULL here; one that does not is written with a backslash. */
    private String literally(String text, Location at) {
        Matcher parameter = PARAMETER.matcher(text);
        if (parameter.find()) {
            throw new ModelFault(at, "'" + parameter.group() + "' is a parameter to SQLAlchemy, of which it makes NULL; write '\\\\" + parameter.group() + "' for the text");
        }
        return rules.fragment(text.replace("\\:", ":"), at);
    }

    private Rendered junction(Value.Construct construct, String word, int strength, TableModel table) {
        List<Rendered> parts = construct.arguments().stream().map(part -> render(part, table, construct.at())).toList();
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return new Rendered(parts.stream().map(part -> part.within(strength)).collect(Collectors.joining(word)), strength, false);
    }

    private Rendered function(String name, Value.Construct construct, TableModel table) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (construct.arguments().isEmpty() && BARE.contains(lower)) {
            return Rendered.atom(rules.bare(lower));
        }
        if (construct.arguments().isEmpty() && lower.equals("now")) {
            return Rendered.atom(rules.now());
        }
        List<String> arguments = new ArrayList<>();
        for (Value argument : construct.arguments()) {
            arguments.add(sql(argument, table, construct.at()));
        }
        String called = Arrays.stream(name.split("\\.")).map(names::function).collect(Collectors.joining("."));
        return Rendered.atom(called + "(" + String.join(", ", arguments) + ")", TEXT_FUNCTIONS.contains(lower));
    }

    private Rendered method(Value.Construct construct, Value owner, String method, TableModel table) {
        Location at = construct.at();
        if (method.equals("next_value")) {
            return rules.nextValue(owner, at);
        }
        Arguments.require(construct, method, Arguments.ofMethod(method));
        Rendered left = render(owner, table, at);
        List<Value> arguments = construct.arguments();
        return switch (method) {
            case "in_" -> new Rendered(left.within(COMPARISON) + " IN " + list(arguments.getFirst(), table, at), COMPARISON, false);
            case "notin_", "not_in" -> Rendered.atom("(" + left.within(COMPARISON) + " NOT IN " + list(arguments.getFirst(), table, at) + ")");
            case "between", "not_between" -> new Rendered(left.within(COMPARISON) + (method.equals("between") ? " BETWEEN " : " NOT BETWEEN ") + render(arguments.getFirst(), table, at).within(COMPARISON) + " AND "
                    + render(arguments.get(1), table, at).within(COMPARISON), COMPARISON, false);
            case "is_" -> joined(left, " IS ", render(arguments.getFirst(), table, at), COMPARISON);
            case "is_not", "isnot" -> joined(left, " IS NOT ", render(arguments.getFirst(), table, at), COMPARISON);
            case "is_distinct_from" -> joined(left, " IS DISTINCT FROM ", render(arguments.getFirst(), table, at), COMPARISON);
            case "like", "not_like", "notlike", "ilike", "not_ilike" -> rules.like(left.within(COMPARISON), render(arguments.getFirst(), table, at).within(COMPARISON), method);
            case "startswith" -> new Rendered(left.within(COMPARISON) + " LIKE " + sql(arguments.getFirst(), table, at) + " || '%'", COMPARISON, false);
            case "endswith" -> new Rendered(left.within(COMPARISON) + " LIKE '%' || " + sql(arguments.getFirst(), table, at), COMPARISON, false);
            case "contains" -> new Rendered(left.within(COMPARISON) + " LIKE '%' || " + sql(arguments.getFirst(), table, at) + " || '%'", COMPARISON, false);
            case "regexp_match" -> joined(left, rules.matches(), render(arguments.getFirst(), table, at), COMPARISON);
            case "concat" -> new Rendered(left.within(CONCAT - 1) + " || " + render(arguments.getFirst(), table, at).within(CONCAT - 1), CONCAT, true);
            case "desc", "asc", "nullslast", "nulls_last", "nullsfirst", "nulls_first" -> ordered(left, method);
            case "collate" -> collate(left, arguments.getFirst(), at);
            case "cast" -> Rendered.atom("CAST(" + left.sql() + " AS " + types.sql(types.resolver().resolve(arguments.getFirst(), at), table, names) + ")");
            case "label", "self_group", "distinct", "as_string" -> left;
            default -> throw new ModelFault(at, "." + method + "() is not read in a model's expression; write it as text()");
        };
    }

    private String list(Value items, TableModel table, Location at) {
        if (!(items instanceof Value.Sequence(_, var all))) {
            throw Terms.fault(items, "the list of in_()", at);
        }
        return all.stream().map(item -> sql(item, table, at)).collect(Collectors.joining(", ", "(", ")"));
    }

    private static Rendered ordered(Rendered operand, String order) {
        String words = switch (order) {
            case "desc" -> " DESC";
            case "asc" -> " ASC";
            case "nullslast", "nulls_last" -> " NULLS LAST";
            default -> " NULLS FIRST";
        };
        return new Rendered(operand.sql() + words, Rendered.ATOM, operand.text());
    }

    private Rendered collate(Rendered operand, Value collation, Location at) {
        return new Rendered(operand.within(UNARY) + " COLLATE " + names.collation(Terms.text(collation, "the collation", at)), UNARY, true);
    }

    private Rendered cast(Value.Construct construct, TableModel table) {
        return Rendered.atom("CAST(" + sql(construct.arguments().getFirst(), table, construct.at()) + " AS "
                + types.sql(types.resolver().resolve(construct.arguments().getLast(), construct.at()), table, names) + ")");
    }

    private Rendered array(Value.Construct construct, TableModel table) {
        if (!(construct.arguments().stream().findFirst().orElse(Value.NONE) instanceof Value.Sequence(_, var items))) {
            throw Terms.fault(construct, "the array's items", construct.at());
        }
        String typed = items.isEmpty() ? construct.keyword("type_").map(type -> "::" + types.sql(types.resolver().resolve(type, construct.at()), table, names) + "[]").orElse("") : "";
        return Rendered.atom("ARRAY[" + items.stream().map(item -> sql(item, table, construct.at())).collect(Collectors.joining(", ")) + "]" + typed);
    }

    /** {@code case((condition, value), ..., else_=value)}. */
    private Rendered cases(Value.Construct construct, TableModel table) {
        List<Value> whens = construct.arguments().size() == 1 && construct.arguments().getFirst() instanceof Value.Sequence(var kind, var items)
                && kind == dev.dbwarden.service.source.python.Expression.Display.Kind.LIST ? items : construct.arguments();
        var sql = new StringBuilder("CASE");
        for (Value when : whens) {
            if (!(when instanceof Value.Sequence(_, var pair)) || pair.size() != 2) {
                throw Terms.fault(when, "a case", construct.at());
            }
            sql.append(" WHEN ").append(render(pair.getFirst(), table, construct.at()).within(1)).append(" THEN ").append(sql(pair.getLast(), table, construct.at()));
        }
        construct.keyword("else_").ifPresent(value -> sql.append(" ELSE ").append(sql(value, table, construct.at())));
        return Rendered.atom(sql.append(" END").toString());
    }

    private Rendered member(Value owner, String name, TableModel table, Location at) {
        if (owner instanceof Value.Item(var json, var key) && (name.equals("astext") || name.equals("as_string"))) {
            return path(json, key, true, table, at);
        }
        throw Terms.fault(new Value.Member(owner, name), "a part of the expression", at);
    }

    private Rendered item(Value owner, Value index, TableModel table, Location at) {
        return path(owner, index, false, table, at);
    }

    /** A part of a JSON document. */
    private Rendered path(Value owner, Value key, boolean text, TableModel table, Location at) {
        String left = render(owner, table, at).within(JSON - 1);
        if (key instanceof Value.Sequence(_, var keys)) {
            String path = keys.stream().map(each -> Terms.text(each).orElseGet(each::toString)).collect(Collectors.joining(", ", "{", "}"));
            return new Rendered(left + (text ? " #>> " : " #> ") + names.literal(path), JSON, text);
        }
        return new Rendered(left + (text ? " ->> " : " -> ") + sql(key, table, at), JSON, text);
    }
}
