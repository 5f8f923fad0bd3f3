package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Case;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Opaque;
import dev.dbwarden.engine.sql.Expression.Unary;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import dev.dbwarden.engine.sql.TypeName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The types of operands, as far as the columns of a table give them. Where an operator or a function has no form for a column's own type the
 * server adds a cast and prints it ({@code (small)::integer % 2}); only the types tell such a cast from one that was written.
 *
 * @param columns    by the name of a column as it stands in the expression the types that it is: its own, and what that is made of where it is a domain
 * @param declared   what functions and types say of themselves
 */
record OperandTypes(Map<String, List<TypeName>> columns, Declared declared) {
    /** The types in the schema's own functions and types. */
    interface Declared {
        Declared NOTHING = new Declared() {
            @Override
            public Optional<TypeName> parameter(String function, int place) {
                return Optional.empty();
            }

            @Override
            public List<List<TypeName>> attributes(String type) {
                return List.of();
            }
        };

        /** The type of a function's argument, by the place of that; empty where there may be several. */
        Optional<TypeName> parameter(String function, int place);

        /** What the fields of a row of that type are; none where the type is no composite one, or not known. */
        List<List<TypeName>> attributes(String type);
    }

    static final OperandTypes NONE = new OperandTypes(Map.of());

    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "bpchar", "name");
    /** Types of the server's own that are no texts; what else an expression is cast to may be a domain. */
    private static final Set<String> OTHERS = Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision", "money", "boolean", "date", "timestamp", "timestamptz",
            "time", "timetz", "interval", "uuid", "json", "jsonb", "bytea", "inet", "cidr", "macaddr", "xml", "oid", "tsvector", "tsquery");
    private static final Pattern CITEXT = Pattern.compile("(.+\\.)?citext");
    /** Numbers of what the catalog holds, which compare as such. */
    private static final Set<String> REGISTERED = Set.of("regclass", "regcollation", "regconfig", "regdictionary", "regnamespace", "regoper", "regoperator", "regproc", "regprocedure", "regrole", "regtype");
    /** Types whose literals have several spellings. */
    private static final Set<String> SPELLED = Set.of("date", "timestamp", "timestamptz", "time", "timetz", "interval", "bytea", "money", "uuid", "macaddr", "jsonb", "tsvector");
    private static final Set<String> MOMENTS = Set.of("timestamp", "timestamptz", "interval");
    /** Functions that give what they take, where that is no whole number. */
    private static final Set<String> ROUNDED = Set.of("round", "trunc", "ceil", "ceiling", "floor");
    private static final Set<String> COUNTS = Set.of("count", "row_number", "rank", "dense_rank");
    private static final Set<String> OF_ONE_TYPE = Set.of("coalesce", "greatest", "least", "nullif", "abs", "mod", "max", "min");
    private static final Set<String> INTEGERS = Set.of("length", "char_length", "octet_length", "bit_length", "cardinality", "array_length", "position", "strpos", "ascii", "jsonb_array_length", "json_array_length", "num_nulls", "num_nonnulls");

    OperandTypes(Map<String, List<TypeName>> columns) {
        this(columns, Declared.NOTHING);
    }

    /** The same where functions are known. */
    OperandTypes with(Declared known) {
        return new OperandTypes(columns, known);
    }

    /** A type, and behind it what it is made of where it is a domain; a network is an address to every operator. */
    static List<TypeName> of(DataType type, Schema schema) {
        if (!type.user() && !type.name().equals("CIDR")) {
            return List.of(named(type));
        }
        SequencedSet<DataType> all = new LinkedHashSet<>();
        DataType last = type;
        while (all.add(last) && last.user() && schema.find(Ref.object(Kind.DOMAIN, ObjectName.parse(last.name()))).orElse(null) instanceof Domain domain) {
            last = domain.type();
        }
        if (type.name().equals("CIDR")) {
            all.add(DataType.builtin("INET", "INET"));
        }
        return all.stream().map(OperandTypes::named).toList();
    }

    /** What a column is; empty where it is not known. */
    String type(String column) {
        return columns.getOrDefault(column, List.of()).stream().filter(type -> !type.isArray()).map(TypeName::name).findFirst().orElse("");
    }

    /** A type as it is written. */
    static Optional<TypeName> parsed(String type) {
        TokenStream in = TokenStream.of(type, Postgresql.LEXICON);
        try {
            DataType parsed = PostgresqlTypes.parse(in);
            return in.isAtEnd() ? Optional.of(named(parsed)) : Optional.empty();
        } catch (SqlException other) {
            return Optional.empty();
        }
    }

    private static TypeName named(DataType type) {
        return new TypeName(type.user() ? type.name() : type.name().toLowerCase(Locale.ROOT), "", type.text().endsWith("[]") ? 1 : 0);
    }

    /** What an expression is; empty where it is not known. */
    List<TypeName> of(String expression) {
        return Expressions.tree(expression, PostgresqlExpressions.RULES).map(tree -> tree instanceof Name name ? of(name) : of(tree).stream().toList()).orElse(List.of());
    }

    private List<TypeName> of(Name column) {
        return columns.getOrDefault(String.join(".", column.parts().stream().map(Postgresql.QUOTING::name).toList()), List.of());
    }

    /** Whether it is a column, or one of several, that needs no cast to be of that type: of its own, or of what a domain is made of. */
    boolean has(Expression expression, TypeName type) {
        return switch (expression) {
            case Name name -> of(name).contains(type);
            case Call call when TypeRules.OF_ANY_TYPE.contains(call.function().last()) -> call.arguments().stream().allMatch(argument -> has(argument, type));
            case Binary _ -> type.arguments().isEmpty() && TypeRules.NUMBERS.contains(type.name()) && of(expression).equals(Optional.of(type));
            default -> false;
        };
    }

    /** Whether it is surely none to which the server adds a cast to {@code text} by itself. */
    boolean isOtherThanText(Expression expression) {
        return !(expression instanceof Cast(_, TypeName type) && !OTHERS.contains(type.name())) && of(expression).filter(type -> !TEXTS.contains(type.name())).isPresent();
    }

    /** A text of the extension citext without the cast that the server adds where it has no form for one, in which it is a text like others. */
    Expression withoutCitextCast(Expression expression) {
        return expression instanceof Cast(Expression inner, TypeName type) && type.equals(TypeName.of("text")) && of(inner).filter(own -> !own.isArray() && CITEXT.matcher(own.name()).matches()).isPresent() ? inner : expression;
    }

    boolean isText(Expression expression) {
        return of(expression).filter(type -> !type.isArray() && TEXTS.contains(type.name())).isPresent();
    }

    /** An operand without the cast that the server adds, as the operator has no form for its own type and the other's; a literal as what it is compared with. */
    Expression operand(String operator, Expression operand, Expression other) {
        if (operand instanceof Literal literal && literal.isString() && TypeRules.COMPARISONS.contains(operator)) {
            return of(other).filter(OperandTypes::isSpelled).map(type -> (Expression) new Cast(literal, type)).orElse(literal);
        }
        if (operand instanceof Literal literal && literal.isString()) {
            return unknown(operator, other).map(type -> (Expression) new Cast(literal, type)).orElse(literal);
        }
        if (TypeRules.COMPARISONS.contains(operator) && operand instanceof Cast(Expression named, TypeName type) && type.name().equals("oid")
                && !(named instanceof Literal) && of(named).map(own -> !own.isArray() && REGISTERED.contains(own.name())).orElse(true)) {
            return named;
        }
        if ((operator.equals("*") || operator.equals("/")) && operand instanceof Cast(Literal number, TypeName type) && number.isNumber() && type.name().equals("double precision")
                && of(other).filter(known -> known.name().startsWith("interval") && !known.isArray()).isPresent()) {
            return number;
        }
        if (operand instanceof Cast(Expression inner, TypeName type) && type.name().equals("double precision") && TypeRules.ARITHMETIC.contains(operator)
                && of(other).equals(Optional.of(TypeName.of("real"))) && of(inner).filter(own -> TypeRules.isImplied(own, type)).isPresent()) {
            return inner;
        }
        boolean divides = (operator.equals("/") || operator.equals("%")) && other instanceof Cast(Literal _, _);
        return !divides && operand instanceof Cast(Expression inner, TypeName type) && of(other).equals(Optional.of(type)) && of(inner).filter(own -> TypeRules.isImplied(own, type) && !TypeRules.isDefined(operator, own, type)).isPresent()
                ? inner : operand;
    }

    /** What the server takes a literal for beside an operand of a known type: the other operand of the only operator that there is, or else the same (manual, 10.2). */
    private Optional<TypeName> unknown(String operator, Expression other) {
        Optional<TypeName> type = of(other).filter(known -> !known.isArray());
        return switch (operator) {
            case "+" -> type.filter(known -> MOMENTS.contains(known.name())).map(_ -> TypeName.of("interval"));
            case "-" -> type.filter(known -> MOMENTS.contains(known.name()) || known.name().equals("date"));
            case "@>", "<@" -> type.filter(known -> RangeText.isRange(known) || known.name().equals("jsonb"));
            case "&&", "-|-", "&<", "&>", "<<", ">>" -> type.filter(known -> RangeText.isRange(known));
            case "@?" -> type.filter(known -> known.name().equals("jsonb")).map(_ -> TypeName.of("jsonpath"));
            case "@@" -> type.filter(known -> known.name().equals("tsvector") || known.name().equals("jsonb")).map(known -> TypeName.of(known.name().equals("jsonb") ? "jsonpath" : "tsquery"));
            default -> Optional.empty();
        };
    }

    private static boolean isSpelled(TypeName type) {
        return !type.isArray() && (SPELLED.contains(type.name()) || RangeText.isRange(type));
    }

    /** Literals among values that come to one type, as what the others are. */
    List<Expression> spelled(List<Expression> values) {
        Set<TypeName> natural = values.stream().map(this::of).flatMap(Optional::stream).filter(OperandTypes::isSpelled).collect(Collectors.toSet());
        return natural.size() != 1 ? values : values.stream().map(value -> value instanceof Literal literal && literal.isString() ? new Cast(literal, natural.iterator().next()) : value).toList();
    }

    /** The fields of a row that is cast to a composite type, without the casts to those of its attributes, which the server adds (coerce_record_to_complex in parse_coerce.c). */
    List<Expression> fields(List<Expression> fields, TypeName row) {
        List<List<TypeName>> types = row.isArray() ? List.of() : declared.attributes(row.name());
        return types.size() != fields.size() ? fields : IntStream.range(0, fields.size()).mapToObj(i -> switch (fields.get(i)) {
            case Literal literal when literal.isString() -> types.get(i).stream().limit(1).<Expression>map(type -> new Cast(literal, type)).findFirst().orElse(literal);
            case Cast(Expression inner, TypeName type) when types.get(i).contains(type) && !(inner instanceof Literal literal && literal.isString()) -> inner;
            case Expression other -> other;
        }).toList();
    }

    /** The type of a function's argument that has only that one; empty where there may be several, or it is not known. */
    Optional<TypeName> parameter(String function, int place, List<Expression> arguments) {
        Optional<TypeName> bound = RangeText.bound(function);
        if (bound.isPresent()) {
            return place < 2 ? bound : Optional.empty();
        }
        return switch (function) {
            case "date_bin" -> place == 0 ? Optional.of(TypeName.of("interval")) : place == 2 && arguments.size() > 1 ? of(arguments.get(1)).filter(type -> type.name().startsWith("timestamp")) : Optional.empty();
            case "generate_series" -> {
                Optional<TypeName> moment = arguments.stream().limit(2).map(this::of).flatMap(Optional::stream).filter(type -> type.name().startsWith("timestamp") || type.name().equals("date")).findFirst();
                yield place == 2 ? moment.map(_ -> TypeName.of("interval")) : moment.map(type -> type.name().equals("date") ? TypeName.of("timestamptz") : type);
            }
            case "percentile_cont", "percentile_disc" -> place == 0 ? Optional.of(TypeName.of("double precision")) : Optional.empty();
            case "jsonb_path_exists", "jsonb_path_match", "jsonb_path_query", "jsonb_path_query_array", "jsonb_path_query_first" -> place == 1 ? Optional.of(TypeName.of("jsonpath")) : Optional.empty();
            case "jsonb_set", "jsonb_insert" -> place == 1 ? Optional.of(new TypeName("text", "", 1)) : Optional.empty();
            default -> declared.parameter(function, place);
        };
    }

    /**
     * The dividend of a division of whole numbers as if they had fractions, where the divisor is cast, with the cast that says so there: the server casts both sides.
     * Empty where it is another division.
     */
    Optional<Expression> divided(String operator, Expression left, Expression right) {
        boolean whole = operator.equals("/") && right instanceof Cast(Expression divisor, TypeName type) && !(divisor instanceof Literal) && TypeRules.NUMBERS.contains(type.name()) && isWhole(divisor, type);
        if (!whole || !(right instanceof Cast(_, TypeName type))) {
            return Optional.empty();
        }
        return left instanceof Cast(Expression dividend, TypeName cast) && cast.equals(type) && isWhole(dividend, type) ? Optional.of(left)
                : isWhole(left, type) && !(left instanceof Literal) ? Optional.of(new Cast(left, type)) : Optional.empty();
    }

    private boolean isWhole(Expression operand, TypeName type) {
        return (type.name().equals("numeric") || type.name().equals("double precision")) && of(operand).filter(own -> TypeRules.isImplied(own, type)).isPresent();
    }

    /** Whether a division by a constant of the type is one in which the server casts the other side too. */
    boolean isWidened(String operator, Expression operand, Expression other) {
        return (operator.equals("/") || operator.equals("%")) && other instanceof Cast(Literal constant, TypeName type) && constant.isNumber()
                && of(operand).filter(own -> TypeRules.isImplied(own, type)).isPresent();
    }

    /** Arguments without the casts that the server adds, as the function has no form for their own types or brings all to that of one. */
    List<Expression> arguments(String function, List<Expression> arguments) {
        List<Expression> plain = uncast(function, arguments);
        return plain.equals(arguments) ? arguments : arguments(function, plain);
    }

    private List<Expression> uncast(String function, List<Expression> arguments) {
        Set<TypeName> natural = arguments.stream().filter(argument -> !isCast(argument)).map(this::of).flatMap(Optional::stream).collect(Collectors.toSet());
        boolean local = function.equals("generate_series") && arguments.stream().map(this::of).anyMatch(Optional.of(TypeName.of("timestamp"))::equals);
        return arguments.stream().map(argument -> isCast(argument) && argument instanceof Cast(Expression inner, TypeName type) && !(local && type.name().equals("timestamptz"))
                && (natural.contains(type) || of(inner).filter(own -> TypeRules.isOnly(function, own, type, arguments.size())).isPresent()) ? inner : argument).toList();
    }

    /** Values that come to one type. */
    List<Expression> alike(List<Expression> values) {
        return arguments("coalesce", values);
    }

    /** Whether the server may have cast it: a literal, or what becomes the type without a word. */
    private boolean isCast(Expression expression) {
        return expression instanceof Cast(Expression inner, TypeName type) && (inner instanceof Literal literal && literal.isString() || of(inner).filter(own -> TypeRules.isImplied(own, type)).isPresent());
    }

    private Optional<TypeName> of(Expression expression) {
        return switch (expression) {
            case Opaque(String text) when Subqueries.isCount(text) -> Optional.of(TypeName.of("bigint"));
            case Call call when call.is("date_trunc") && call.arguments().size() == 2 -> of(call.arguments().getLast()).map(type -> type.name().equals("date") ? TypeName.of("timestamptz") : type);
            case Call call when call.is("timezone") && call.arguments().size() == 2 -> of(call.arguments().getLast()).flatMap(TypeRules::moved);
            case Name name -> of(name).reversed().stream().findFirst();
            case Literal literal -> TypeRules.literal(literal);
            case Cast(_, TypeName type) -> Optional.of(type.withoutArguments());
            case Unary(String operator, Expression operand) when !operator.equals("NOT") -> of(operand);
            case Binary(String operator, Expression left, Expression right) when !TypeRules.COMPARISONS.contains(operator) -> TypeRules.result(operator, of(left), of(right));
            case Call call when OF_ONE_TYPE.contains(call.function().last()) -> widest(call.arguments().stream());
            case Call call when call.is("extract") -> Optional.of(TypeName.of("numeric"));
            case Call call when COUNTS.contains(call.function().last()) -> Optional.of(TypeName.of("bigint"));
            case Call call when call.arguments().size() == 1 && (call.is("sum") || call.is("avg")) -> of(call.arguments().getFirst()).flatMap(type -> TypeRules.aggregated(call.is("sum"), type.name()));
            case Call call when ROUNDED.contains(call.function().last()) && !call.arguments().isEmpty() -> of(call.arguments().getFirst()).filter(type -> type.name().equals("numeric") || type.name().equals("double precision"));
            case Call call when INTEGERS.contains(call.function().last()) -> Optional.of(TypeName.of("integer"));
            case Case cases -> widest(Stream.concat(cases.whens().stream().map(Expression.When::result), cases.otherwise().stream()));
            default -> Optional.empty();
        };
    }

    private Optional<TypeName> widest(Stream<Expression> values) {
        return values.map(this::of).flatMap(Optional::stream).max((a, b) -> TypeRules.NUMBERS.indexOf(a.name()) - TypeRules.NUMBERS.indexOf(b.name()));
    }
}
