package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Items;
import dev.dbwarden.engine.sql.Expression.Items.Form;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Unary;
import dev.dbwarden.engine.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which casts say nothing in PostgreSQL: those of literals to what they are, and those that the server adds to operands. */
final class PostgresqlCasts {
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "char", "name");
    private static final Set<String> INTEGERS = Set.of("integer", "bigint", "smallint");
    private static final Set<String> NUMBERS = Set.of("integer", "bigint", "smallint", "numeric", "real", "double precision");
    /** The types to which the server brings a smaller number in a comparison. */
    private static final Set<String> WIDE_NUMBERS = Set.of("numeric", "double precision");
    private static final Set<String> REGISTERED = Set.of("regclass", "regconfig", "regtype", "regproc", "regprocedure", "regrole", "regnamespace", "regdictionary", "jsonpath", "\"char\"");
    private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "on", "1");
    private static final Set<String> FALSE = Set.of("f", "false", "n", "no", "off", "0");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)");
    private static final Pattern INTEGER = Pattern.compile("-?\\d+");

    private final OperandTypes types;

    PostgresqlCasts(OperandTypes types) {
        this.types = types;
    }

    static List<Expression> withFirst(List<Expression> all, Expression first) {
        var copy = new ArrayList<>(all);
        copy.set(0, first);
        return List.copyOf(copy);
    }

    static boolean isNumber(Expression expression) {
        return expression instanceof Literal literal && literal.isNumber();
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Literal || expression instanceof Cast(Literal _, _);
    }

    private static boolean isInterval(TypeName type) {
        return type.name().equals("interval") || type.name().startsWith("interval ");
    }

    private static boolean isText(TypeName type) {
        return TEXTS.contains(type.name());
    }

    /** A cast of an operand that is simple already. */
    Expression cast(Expression operand, TypeName type) {
        return switch (operand) {
            case Literal literal when type.isArray() -> literal.isString() && literal.content().strip().equals("{}")
                    ? new Cast(new Items(Form.ARRAY, List.of()), elementless(type)) : literal.equals(Literal.NULL) ? literal
                    : new Cast(literal, elementless(type));
            case Literal literal -> literal(literal, type);
            case Items(Form form, var items) when form == Form.ARRAY && type.isArray() && !items.isEmpty() ->
                    new Items(form, items.stream().map(item -> element(item, type)).toList());
            case Items items when type.isArray() -> new Cast(items, elementless(type));
            case Cast(Expression inner, TypeName first) when isText(first) && type.name().equals("text") && !first.equals(type) && first.arguments().isEmpty()
                    && !(inner instanceof Literal) && types.isOtherThanText(inner) && first.dimensions() == type.dimensions() -> operand;
            case Cast(Expression inner, TypeName first) when first.equals(type) || isText(first) && isText(type) && first.arguments().isEmpty()
                    && first.dimensions() == type.dimensions() -> cast(inner, type);
            case Cast(Literal inner, TypeName first) when inner.isNumber() && NUMBERS.contains(first.name()) && NUMBERS.contains(type.name()) && first.arguments().isEmpty()
                    && !INTEGERS.contains(type.name()) -> cast(inner, type);
            default -> new Cast(operand, type);
        };
    }

    /** The server casts the elements of an array constructor and not the array. */
    private Expression element(Expression item, TypeName type) {
        return item instanceof Items ? cast(item, type) : cast(item, type.element());
    }

    private static TypeName elementless(TypeName type) {
        return type.name().equals("varchar") && type.arguments().isEmpty() ? new TypeName("text", "", type.dimensions()) : type;
    }

    private static Expression literal(Literal literal, TypeName type) {
        if (literal.equals(Literal.NULL)) {
            return literal;
        }
        if (literal.isString()) {
            return string(literal, literal.content(), type);
        }
        boolean says = type.arguments().isEmpty() && (INTEGER.matcher(literal.text()).matches() ? type.name().equals("integer")
                : NUMBER.matcher(literal.text()).matches() && type.name().equals("numeric"));
        boolean truth = type.name().equals("boolean") && (literal.text().equals("TRUE") || literal.text().equals("FALSE"));
        return says || truth ? literal : new Cast(literal, type);
    }

    private static Expression string(Literal literal, String content, TypeName type) {
        if (isText(type)) {
            return type.arguments().isEmpty() || fits(content, type) ? literal : new Cast(literal, type);
        }
        String word = content.strip().toLowerCase(Locale.ROOT);
        return switch (type.name()) {
            case "boolean" -> TRUE.contains(word) ? new Literal("TRUE") : FALSE.contains(word) ? new Literal("FALSE") : new Cast(literal, type);
            case "date" -> word.equals("now") ? new Literal("CURRENT_DATE") : new Cast(Literal.string(Contents.padded(content)), type);
            case "timestamp" -> word.equals("now") && type.arguments().isEmpty() ? new Literal("LOCALTIMESTAMP") : new Cast(Literal.string(Contents.timestamp(content, false)), type);
            case "timestamptz" -> word.equals("now") && type.arguments().isEmpty() ? new Literal("CURRENT_TIMESTAMP") : new Cast(Literal.string(Contents.timestamp(content, true)), type);
            case "time", "timetz" -> new Cast(Literal.string(Contents.time(content)), type);
            case "regclass", "regproc", "regtype" -> new Cast(Literal.string(Contents.name(content)), type);
            case "uuid" -> new Cast(Literal.string(word.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? word : content), type);
            case "money" -> new Cast(Literal.string(Contents.money(content)), type);
            case "macaddr" -> new Cast(Literal.string(word.matches("([0-9a-f]{2}-){5}[0-9a-f]{2}") ? word.replace('-', ':') : word), type);
            case "point", "box", "lseg", "path", "polygon", "circle" -> new Cast(Literal.string(GeometricText.canonical(content, type.name())), type);
            case "tsvector" -> new Cast(Literal.string(LexemesText.canonical(content)), type);
            case "tsquery" -> new Cast(Literal.string(Contents.lexemes(content)), type);
            case "int4range", "int8range", "daterange", "numrange", "tsrange", "tstzrange" -> new Cast(Literal.string(RangeText.canonical(content, type.name())), type);
            case "bytea" -> new Cast(Literal.string(Contents.bytes(content)), type);
            case "jsonb" -> new Cast(Literal.string(JsonText.canonical(content)), type);
            case "jsonpath" -> new Cast(Literal.string(Contents.path(content)), type);
            case "interval" -> new Cast(Literal.string(IntervalText.canonical(content, "second", type.arguments())), type);
            case "interval year", "interval month", "interval day", "interval hour", "interval minute", "interval second", "interval year to month", "interval day to hour",
                    "interval day to minute", "interval day to second", "interval hour to minute", "interval hour to second" ->
                    new Cast(Literal.string(IntervalText.canonical(content, type.name().substring(type.name().lastIndexOf(' ') + 1), type.arguments())), type);
            default -> NUMBERS.contains(type.name()) && NUMBER.matcher(word).matches() && (INTEGER.matcher(word).matches() || !INTEGERS.contains(type.name()))
                    ? literal(new Literal(word.startsWith(".") ? "0" + word : word), type) : new Cast(literal, type);
        };
    }

    private static boolean fits(String content, TypeName type) {
        return INTEGER.matcher(type.arguments()).matches() && type.arguments().length() < 9 && content.length() <= Integer.parseInt(type.arguments());
    }

    Expression negative(Expression operand) {
        return switch (operand) {
            case Literal literal when literal.isNumber() && !literal.text().startsWith("-") -> new Literal("-" + literal.text());
            case Cast(Literal literal, TypeName type) when literal.isNumber() && !literal.text().startsWith("-") && NUMBERS.contains(type.name()) ->
                    new Cast(new Literal("-" + literal.text()), type);
            default -> new Unary("-", operand);
        };
    }

    /** A whole expression: a number says nothing more by being cast to a number. */
    Expression withoutNumberCast(Expression expression) {
        return expression instanceof Cast(Literal literal, TypeName type) && literal.isNumber() && NUMBERS.contains(type.name())
                && type.arguments().isEmpty() ? literal : expression;
    }

    /** A default for a column of that type. */
    Expression ofType(Expression expression, TypeName type) {
        TypeName plain = isInterval(type) ? type : type.withoutArguments();
        Expression value = expression;
        while (value instanceof Cast(Expression inner, TypeName cast) && !cast.isArray() && !plain.isArray()
                && (cast.name().equals(plain.name()) || isInterval(cast) && isInterval(plain) || isText(cast) && isText(plain) || isNumber(inner) && NUMBERS.contains(plain.name()))) {
            value = inner;
        }
        Expression typed = cast(value, plain);
        return switch (typed) {
            case Cast(Literal inner, TypeName cast) when cast.equals(elementless(plain)) && plain.isArray() && inner.isString() -> Literal.string(Contents.elements(inner.content()));
            case Cast(Expression inner, TypeName cast) when cast.equals(elementless(plain)) -> inner;
            case Items(Form form, var items) when form == Form.ARRAY && plain.isArray() ->
                    new Items(form, items.stream().map(item -> item instanceof Cast(Expression inner, TypeName cast) && cast.equals(plain.element()) ? inner : item).toList());
            default -> typed;
        };
    }

    /** An operand of a comparison or of another operator that brings both sides to one type. */
    Expression operand(Expression operand, Expression other) {
        Expression plain = withoutTextCast(operand);
        return switch (plain) {
            case Cast(Literal literal, TypeName type) when !isConstant(other) && (!literal.isNumber() || (NUMBERS.contains(type.name()) || type.name().equals("oid")) && type.arguments().isEmpty()) ->
                    literal.isString() ? squeezed(literal, other) : literal;
            case Literal literal when literal.isString() && !isConstant(other) -> squeezed(literal, other);
            case Cast(Items(Form form, var items), _) when items.isEmpty() && !isConstant(other) -> Literal.string("{}");
            case Items(Form form, var items) when items.isEmpty() && !isConstant(other) -> Literal.string("{}");
            default -> withoutWideCast(plain);
        };
    }

    private Literal squeezed(Literal literal, Expression other) {
        String content = literal.content();
        boolean structured = !types.isText(other) && (content.startsWith("{") && content.endsWith("}") || content.startsWith("[") && content.endsWith("]"));
        return structured ? Literal.string(Contents.squeezed(content)) : literal;
    }

    /** {@code (status)::text} is printed where {@code status}, a varchar, is compared as text; what is no text was made one by its author. */
    Expression withoutTextCast(Expression expression) {
        return switch (expression) {
            case Cast(Expression inner, TypeName type) when isText(type) && type.arguments().isEmpty() && (!type.isArray() || !(inner instanceof Literal)) && !types.isOtherThanText(inner) ->
                    withoutTextCast(inner);
            case Binary(String operator, Expression left, Expression right) when operator.equals("COLLATE") ->
                    new Binary(operator, withoutTextCast(left), right);
            default -> expression;
        };
    }

    /** The server casts a text that a function takes as varchar, which is the same value. */
    Expression withoutVarcharCast(Expression expression) {
        return expression instanceof Cast(Expression inner, TypeName type) && !(inner instanceof Literal) && type.name().equals("varchar") && type.arguments().isEmpty()
                && !type.isArray() ? inner : expression;
    }

    Expression withoutRegCast(Expression expression) {
        return expression instanceof Cast(Literal literal, TypeName type) && REGISTERED.contains(type.name()) && !type.isArray() ? literal : expression;
    }

    /** What a function that takes nothing but a relation is given: a number or a text becomes one without a word. */
    Expression withoutRelationCast(Expression expression) {
        return expression instanceof Cast(Expression inner, TypeName type) && type.name().equals("regclass") && !type.isArray() ? inner : expression;
    }

    /** {@code nextval} and {@code to_tsvector} take a name in a literal: folded and without the default namespace, as the server reads it. */
    Expression named(Expression argument) {
        Expression name = argument;
        while (name instanceof Cast(Expression inner, TypeName type) && (REGISTERED.contains(type.name()) || isText(type))) {
            name = inner;
        }
        return name instanceof Literal literal && literal.isString() ? Literal.string(Contents.name(literal.content())) : argument;
    }

    /** Values that the server brings to one type: constants take that of the others. */
    List<Expression> alike(List<Expression> values) {
        boolean typed = values.stream().anyMatch(value -> !isConstant(value));
        List<Expression> plain = values.stream().map(this::withoutTextCast).toList();
        boolean numbers = plain.stream().allMatch(value -> value.equals(Literal.NULL) || withoutNumberCast(value) instanceof Literal literal && literal.isNumber());
        return plain.stream().map(value -> typed || numbers ? bare(value) : value).toList();
    }

    private static Expression bare(Expression value) {
        if (value instanceof Items(Form form, var items) && form == Form.ARRAY && items.isEmpty() || value instanceof Cast(Items(_, var none), _) && none.isEmpty()) {
            return Literal.string("{}");
        }
        return value instanceof Cast(Literal literal, TypeName type) && (literal.isString() || NUMBERS.contains(type.name()) && type.arguments().isEmpty())
                ? literal : value;
    }

    /**
     * A constant takes the other side's type, and the server casts a column to {@code numeric} where the other side is one. Such a cast
     * decides what a division is, so there it stays, on the left side.
     */
    Expression arithmetic(String operator, Expression left, Expression right) {
        Expression first = isConstant(right) ? left : number(left);
        Expression second = isConstant(left) ? right : number(right);
        boolean divides = operator.equals("/") || operator.equals("%");
        boolean narrow = isWide(first) && isConstant(second) && !isDecimal(second) || isWide(second) && isConstant(first) && !isDecimal(first);
        if (!divides || !narrow && (isConstant(first) || isConstant(second))) {
            return new Binary(operator, withoutWideCast(first), withoutWideCast(second));
        }
        return isWide(first) ? new Binary(operator, first, withoutWideCast(second)) : new Binary(operator, first, second);
    }

    /** What an operator that works on {@code double precision} is given. */
    Expression withoutWideCast(Expression expression) {
        return isWide(expression) && expression instanceof Cast(Expression inner, _) ? inner : expression;
    }

    private static boolean isWide(Expression expression) {
        return expression instanceof Cast(Expression inner, TypeName type) && !(inner instanceof Literal) && WIDE_NUMBERS.contains(type.name())
                && type.arguments().isEmpty() && !type.isArray();
    }

    private static boolean isDecimal(Expression constant) {
        return number(constant) instanceof Literal literal && literal.isNumber() && !INTEGER.matcher(literal.text()).matches();
    }

    private static Expression number(Expression expression) {
        return expression instanceof Cast(Literal literal, TypeName type) && literal.isNumber() && NUMBERS.contains(type.name()) && type.arguments().isEmpty()
                ? literal : expression;
    }
}
