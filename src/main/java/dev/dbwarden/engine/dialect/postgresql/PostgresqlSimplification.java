package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Case;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Chain;
import dev.dbwarden.engine.sql.Expression.Field;
import dev.dbwarden.engine.sql.Expression.Items;
import dev.dbwarden.engine.sql.Expression.Items.Form;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Opaque;
import dev.dbwarden.engine.sql.Expression.Subscript;
import dev.dbwarden.engine.sql.Expression.Test;
import dev.dbwarden.engine.sql.Expression.Unary;
import dev.dbwarden.engine.sql.Expression.When;
import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.TypeName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What PostgreSQL makes of an expression when it stores it and prints it back (ruleutils.c), taken back: the casts that it adds to the
 * operands, {@code = ANY (ARRAY[..])} for {@code IN}, comparisons for {@code BETWEEN}.
 */
final class PostgresqlSimplification implements ExpressionRules.Simplification {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "^");
    private static final Map<String, String> VALUES = Map.of("now", "CURRENT_TIMESTAMP", "transaction_timestamp", "CURRENT_TIMESTAMP",
            "current_date", "CURRENT_DATE", "current_user", "CURRENT_USER", "session_user", "SESSION_USER", "current_schema", "CURRENT_SCHEMA",
            "localtimestamp", "LOCALTIMESTAMP", "current_timestamp", "CURRENT_TIMESTAMP");
    /** Functions of texts: a varchar argument is printed with a cast to text. */
    private static final Set<String> OF_TEXT = Set.of("lower", "upper", "length", "char_length", "character_length", "octet_length", "bit_length",
            "btrim", "ltrim", "rtrim", "substring", "substr", "overlay", "replace", "regexp_replace", "regexp_match", "regexp_matches", "regexp_like",
            "regexp_split_to_array", "split_part", "position", "strpos", "left", "right", "md5", "initcap", "reverse", "repeat", "lpad", "rpad", "translate",
            "to_tsvector", "to_tsquery", "plainto_tsquery", "similarity", "word_similarity", "unaccent", "starts_with", "ascii", "to_date", "to_timestamp",
            "to_number", "string_to_array", "similar_to_escape", "like_escape", "quote_ident", "quote_literal", "decode", "digest", "soundex",
            "metaphone", "dmetaphone", "levenshtein", "show_trgm");
    /** Those among them that the extension citext has forms of: there a cast decides whether case counts. */
    private static final Set<String> OF_CITEXT = Set.of("regexp_match", "regexp_matches", "regexp_replace", "regexp_split_to_array", "replace", "split_part", "strpos", "translate");
    private static final Pattern EXPONENT = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)[eE][-+]?\\d{1,3}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^(-?)0+(?=\\d+(\\.\\d*)?$)");
    /** Comparisons of rows that the server makes value by value (parse_expr.c, make_row_comparison_op, make_row_distinct_op). */
    private static final Set<String> ROW_BY_ROW = Set.of("=", "<>", "IS DISTINCT FROM");
    /** It works on {@code double precision}, and on intervals, which numbers are not. */
    private static final Pattern CONTINUOUS = Pattern.compile("^(WITHIN GROUP \\(ORDER BY )([\\w.\"]+)::double precision( DESC)?(?=\\))");
    private static final Set<String> OF_ONE_TYPE = Set.of("coalesce", "nullif", "greatest", "least");
    private static final Set<String> OF_SEQUENCE = Set.of("nextval", "currval", "setval");
    /** Functions whose first argument is a relation in every form that they have (catalog {@code pg_proc}). */
    private static final Set<String> OF_RELATION = Set.of("pg_relation_size", "pg_total_relation_size", "pg_table_size", "pg_indexes_size", "pg_relation_filenode",
            "pg_relation_filepath", "pg_partition_tree", "pg_partition_ancestors", "pg_partition_root", "pg_relation_is_updatable", "pg_column_is_updatable", "pg_sequence_last_value");
    /** Functions of text search that take a configuration before the text. */
    private static final Set<String> OF_CONFIGURATION = Set.of("to_tsvector", "to_tsquery", "plainto_tsquery", "phraseto_tsquery", "websearch_to_tsquery");

    private final PostgresqlCasts casts;
    private final OperandTypes types;
    /** Whether the type of a whole expression is that of a column, which a cast of a number decides. */
    private final boolean column;

    PostgresqlSimplification(OperandTypes types, boolean column) {
        this.casts = new PostgresqlCasts(types);
        this.types = types;
        this.column = column;
    }

    @Override
    public Expression simplify(Expression expression) {
        return column ? of(expression) : casts.withoutNumberCast(of(expression));
    }

    @Override
    public Expression simplifyDefault(Expression expression, TypeName type) {
        return casts.ofType(of(expression), type);
    }

    private Expression of(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal(literal);
            case Name name -> name;
            case Opaque opaque -> opaque;
            case Unary unary -> unary(unary);
            case Binary(String operator, Expression left, Expression right) -> typed(operator, of(left), of(right));
            case Chain(String operator, List<Expression> operands) -> Chain.of(operator, of(operands));
            case Test(Expression operand, String test) -> new Test(of(operand), test);
            case Call(Name function, List<Expression> arguments, String suffix) -> call(new Call(function, of(arguments), suffix));
            case Cast(Items(Form form, List<Expression> items), TypeName type) when form == Form.ROW -> casts.cast(new Items(form, types.fields(of(items), type).stream().map(this::spelled).toList()), type);
            case Cast(Expression operand, TypeName type) when types.has(operand, type) -> of(operand);
            case Cast(Expression operand, TypeName type) -> casts.cast(of(operand), type);
            case Case cases -> cases(cases);
            case Items(Form form, List<Expression> items) -> new Items(form, form == Form.ARRAY ? types.alike(of(items)) : of(items));
            case Subscript(Expression operand, Expression index) -> new Subscript(of(operand), of(index));
            case Field(Expression operand, String name) -> new Field(of(operand), name);
        };
    }

    /** The server reads a number with an exponent as {@code numeric}, and prints that. */
    private static Literal literal(Literal literal) {
        if (literal.text().equals("USER") || literal.text().equals("CURRENT_ROLE")) {
            return new Literal("CURRENT_USER");
        }
        if (LEADING_ZEROS.matcher(literal.text()).lookingAt()) {
            return new Literal(LEADING_ZEROS.matcher(literal.text()).replaceFirst("$1"));
        }
        return EXPONENT.matcher(literal.text()).matches() ? new Literal(new BigDecimal(literal.text()).toPlainString()) : literal;
    }

    private List<Expression> of(List<Expression> expressions) {
        return expressions.stream().map(this::of).toList();
    }

    private Expression unary(Unary unary) {
        Expression operand = of(unary.operand());
        return switch (unary.operator()) {
            case "-" -> casts.negative(operand);
            case "+" -> PostgresqlCasts.isNumber(operand) ? operand : new Unary("+", operand);
            case "NOT" -> not(operand);
            default -> new Unary(unary.operator(), casts.withoutWideCast(casts.withoutNumberCast(operand)));
        };
    }

    /** Only where both answer alike for NULL too. */
    private static Expression not(Expression operand) {
        return switch (operand) {
            case Unary(String operator, Expression inner) when operator.equals("NOT") && isCondition(inner) -> inner;
            case Test(Expression inner, String test) when !(inner instanceof Items) && !test.equals("IS NULL") && !test.equals("IS NOT NULL") ->
                    new Test(inner, opposite(test));
            case Test(Name name, String test) when !name.last().equals("*") -> new Test(name, opposite(test));
            case Binary(String operator, Expression left, Expression right) when Set.of("IN", "LIKE", "ILIKE").contains(operator) ->
                    new Binary("NOT " + operator, left, right);
            default -> new Unary("NOT", operand);
        };
    }

    private static boolean isCondition(Expression expression) {
        return expression instanceof Test || expression instanceof Chain || expression instanceof Binary;
    }

    private static String opposite(String test) {
        return test.startsWith("IS NOT ") ? "IS " + test.substring(7) : "IS NOT " + test.substring(3);
    }

    private Expression typed(String operator, Expression left, Expression right) {
        return operator.equals("||") ? compared(operator, types.withoutCitextCast(left), types.withoutCitextCast(right)) : compared(operator, left, right);
    }

    private Expression compared(String operator, Expression left, Expression right) {
        Optional<Expression> divided = types.divided(operator, left, right);
        if (divided.isPresent() && right instanceof Cast(Expression divisor, _)) {
            return binary(operator, divided.get(), divisor);
        }
        Expression first = spelled(types.operand(operator, left, right));
        Expression second = right instanceof Items(Form form, var items) && form == Form.LIST
                ? new Items(form, items.stream().map(item -> spelled(types.operand("=", item, left))).toList()) : spelled(types.operand(operator, right, first));
        return types.isWidened(operator, first, second) && second instanceof Cast(_, TypeName type) ? binary(operator, new Cast(first, type), second) : binary(operator, first, second);
    }

    private Expression spelled(Expression operand) {
        return operand instanceof Cast(Literal literal, TypeName type) ? casts.cast(literal, type) : operand;
    }

    private Expression binary(String operator, Expression left, Expression right) {
        if (operator.equals("COLLATE") || operator.equals(":")) {
            return new Binary(operator, left, right);
        }
        if (ARITHMETIC.contains(operator)) {
            return casts.arithmetic(operator, left, right);
        }
        if (operator.endsWith("IN")) {
            return in(operator, left, right);
        }
        if (operator.endsWith(" ANY") || operator.endsWith(" ALL")) {
            return quantified(operator, left, right);
        }
        if (left instanceof Items(Form _, var lefts) && right instanceof Items(Form form, var rights) && form == Form.ROW && lefts.size() == rights.size()
                && ROW_BY_ROW.contains(operator)) {
            return rows(operator, lefts, rights);
        }
        return new Binary(operator, casts.operand(left, right), casts.operand(right, left));
    }

    /** The server compares rows value by value. */
    private Expression rows(String operator, List<Expression> left, List<Expression> right) {
        List<Expression> pairs = IntStream.range(0, left.size()).mapToObj(i -> typed(operator, left.get(i), right.get(i))).toList();
        return pairs.size() == 1 ? pairs.getFirst() : Chain.of(operator.equals("=") ? "AND" : "OR", pairs);
    }

    private Expression in(String operator, Expression left, Expression right) {
        if (!(right instanceof Items(Form _, var items)) || items.isEmpty()) {
            return new Binary(operator, casts.operand(left, right), right);
        }
        if (isRow(left) && items.stream().allMatch(PostgresqlSimplification::isRow)) {
            boolean in = operator.equals("IN");
            List<Expression> rows = items.stream().map(row -> typed(in ? "=" : "<>", left, row)).toList();
            return rows.size() == 1 ? rows.getFirst() : Chain.of(in ? "OR" : "AND", rows);
        }
        Expression subject = casts.operand(left, items.getFirst());
        List<Expression> values = items.stream().map(item -> casts.operand(item, left)).toList();
        boolean in = operator.equals("IN");
        List<Expression> columns = values.stream().filter(PostgresqlSimplification::isColumn).toList();
        if (values.size() > 1 && (columns.isEmpty() || subject.size() > Expression.SMALL)) {
            return new Binary(operator, subject, new Items(Form.LIST, values));
        }
        var alternatives = new ArrayList<Expression>();
        List<Expression> others = values.stream().filter(value -> !isColumn(value)).toList();
        if (others.size() > 1) {
            alternatives.add(new Binary(operator, subject, new Items(Form.LIST, others)));
        }
        (others.size() > 1 ? columns : values).forEach(value -> alternatives.add(new Binary(in ? "=" : "<>", subject, value)));
        return alternatives.size() == 1 ? alternatives.getFirst() : new Chain(in ? "OR" : "AND", List.copyOf(alternatives));
    }

    private static boolean isRow(Expression value) {
        return value instanceof Items(Form form, _) && form == Form.ROW;
    }

    /** The server compares with columns one by one, and with all other values at once. */
    private static boolean isColumn(Expression value) {
        return value instanceof Name || value instanceof Cast(Name _, _);
    }

    private Expression quantified(String operator, Expression left, Expression right) {
        Expression array = right instanceof Cast(Items items, TypeName type) && type.isArray() ? items : right;
        boolean list = array instanceof Items(Form form, var items) && form == Form.ARRAY && !items.isEmpty();
        boolean query = right instanceof Opaque(String text) && text.startsWith("( ");
        if (operator.equals("= ANY") && (list || query)) {
            return in("IN", left, array);
        }
        if (list && operator.equals("<> ALL")) {
            return in("NOT IN", left, array);
        }
        return new Binary(operator, casts.operand(left, right), list ? right : casts.operand(right, left));
    }

    private Expression call(Call call) {
        List<Expression> arguments = call.arguments().stream().map(casts::withoutVarcharCast).toList();
        if (call.function().parts().size() > 1) {
            return new Call(call.function(), parameters(String.join(".", call.function().parts().stream().map(Postgresql.QUOTING::name).toList()), arguments), call.suffix());
        }
        String name = call.function().last();
        arguments = types.arguments(name, parameters(name, arguments));
        if (arguments.isEmpty() && call.suffix().isEmpty() && VALUES.containsKey(name)) {
            return new Literal(VALUES.get(name));
        }
        if (OF_SEQUENCE.contains(name) && !arguments.isEmpty() || OF_CONFIGURATION.contains(name) && arguments.size() == 2) {
            arguments = PostgresqlCasts.withFirst(arguments, casts.named(arguments.getFirst()));
        }
        if ((OF_SEQUENCE.contains(name) || OF_RELATION.contains(name)) && !arguments.isEmpty()) {
            arguments = PostgresqlCasts.withFirst(arguments, casts.withoutRelationCast(arguments.getFirst()));
        }
        if (OF_TEXT.contains(name)) {
            boolean own = OF_CITEXT.contains(name);
            arguments = arguments.stream().map(argument -> casts.withoutTextCast(own ? argument : types.withoutCitextCast(argument))).toList();
        } else if (OF_ONE_TYPE.contains(name)) {
            arguments = casts.alike(types.spelled(arguments).stream().map(this::spelled).toList());
        }
        arguments = arguments.stream().map(casts::withoutRegCast).toList();
        return new Call(call.function(), name.equals("string_agg") ? orderedAlike(arguments) : arguments, name.equals("percentile_cont") ? CONTINUOUS.matcher(call.suffix()).replaceFirst("$1$2$3") : call.suffix());
    }

    /** Literals as what the function takes, numbers without a cast to that. */
    private List<Expression> parameters(String function, List<Expression> arguments) {
        var typed = new ArrayList<Expression>();
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            Optional<TypeName> parameter = types.parameter(function, i, arguments);
            typed.add(parameter.map(type -> switch (argument) {
                case Literal literal when literal.isString() && !type.isArray() -> casts.withoutNumberCast(casts.cast(literal, type));
                case Items(Form form, var items) when form == Form.ARRAY -> new Items(form, items.stream().map(item -> item instanceof Cast(Literal literal, TypeName cast) && cast.equals(type) ? literal : item).toList());
                case Cast(Literal literal, TypeName cast) when cast.equals(type) && (literal.isNumber() || type.isArray()) -> literal;
                default -> argument;
            }).orElse(argument));
        }
        return typed;
    }

    /** What is aggregated in its own order is cast there too. */
    private static List<Expression> orderedAlike(List<Expression> arguments) {
        return arguments.size() == 3 && arguments.getFirst() instanceof Name name && arguments.getLast() instanceof Opaque(String order) && order.startsWith("ORDER BY " + String.join(".", name.parts()) + "::text")
                ? List.of(arguments.getFirst(), arguments.get(1), new Opaque(order.replaceFirst("::text", ""))) : arguments;
    }

    private Expression cases(Case cases) {
        Optional<Expression> subject = cases.subject().map(this::of);
        Optional<Expression> otherwise = cases.otherwise().map(this::of).filter(value -> !value.equals(Literal.NULL));
        var results = new ArrayList<Expression>();
        cases.whens().forEach(when -> results.add(of(when.result())));
        otherwise.ifPresent(results::add);
        List<Expression> alike = casts.alike(types.alike(results));
        var whens = new ArrayList<When>();
        for (int i = 0; i < cases.whens().size(); i++) {
            Expression condition = of(cases.whens().get(i).condition());
            whens.add(new When(subject.map(value -> casts.operand(condition, value)).orElse(condition), alike.get(i)));
        }
        return new Case(subject.map(casts::withoutTextCast), List.copyOf(whens), otherwise.map(_ -> alike.getLast()));
    }
}
