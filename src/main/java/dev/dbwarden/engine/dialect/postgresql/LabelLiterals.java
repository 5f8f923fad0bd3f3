package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.LabelMeaning.LABEL;
import static dev.dbwarden.engine.dialect.postgresql.LabelMeaning.OTHER;
import static dev.dbwarden.engine.dialect.postgresql.LabelMeaning.UNKNOWN;

import dev.dbwarden.engine.sql.Expression;
import dev.dbwarden.engine.sql.Expression.Binary;
import dev.dbwarden.engine.sql.Expression.Call;
import dev.dbwarden.engine.sql.Expression.Case;
import dev.dbwarden.engine.sql.Expression.Cast;
import dev.dbwarden.engine.sql.Expression.Chain;
import dev.dbwarden.engine.sql.Expression.Field;
import dev.dbwarden.engine.sql.Expression.Items;
import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Expression.Name;
import dev.dbwarden.engine.sql.Expression.Opaque;
import dev.dbwarden.engine.sql.Expression.Subscript;
import dev.dbwarden.engine.sql.Expression.Test;
import dev.dbwarden.engine.sql.Expression.Unary;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which literals of an expression are labels of a type: those that are cast to it or stand beside a value of it, as the server gives a
 * literal the type of what it is compared with (manual, 10.2). What is not known is said to be so and never guessed.
 */
final class LabelLiterals {
    private static final Set<String> OF_ONE_TYPE = Set.of("coalesce", "nullif", "greatest", "least");
    private static final Set<String> OF_THE_TYPE = Set.of("enum_first", "enum_last");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=", "IN", "NOT IN");
    /** What stands for a literal while the expression is looked at. */
    private static final String MARK = "\u0001";

    private final LabelSpelling label;
    private final Function<String, LabelMeaning> columns;
    private final Function<String, LabelMeaning> types;
    private final Set<String> functions;
    private List<Optional<LabelMeaning>> meanings = List.of();

    /**
     * @param columns   what a column's values are
     * @param types     what a type's values are, by its canonical name
     * @param functions those of the schema, whose results and arguments may be of any type
     */
    LabelLiterals(LabelSpelling label, Function<String, LabelMeaning> columns, Function<String, LabelMeaning> types, Set<String> functions) {
        this.label = label;
        this.columns = columns;
        this.types = types;
        this.functions = functions;
    }

    /** The expression after the rename; empty where it cannot be told. {@code whole} is what the expression's own value is. */
    Optional<String> renamed(String sql, LabelMeaning whole) {
        List<Token> literals = label.in(sql);
        if (literals.isEmpty()) {
            return Optional.of(sql);
        }
        meanings = new ArrayList<>(Collections.nCopies(literals.size(), Optional.<LabelMeaning>empty()));
        Expressions.tree(LabelSpelling.replaced(sql, literals, i -> "'" + MARK + i + "'"), PostgresqlExpressions.RULES).ifPresent(tree -> walk(tree, whole));
        return label.renamed(sql, literals, meanings.stream().map(meaning -> meaning.orElse(UNKNOWN)).toList());
    }

    private void walk(Expression expression, LabelMeaning wanted) {
        switch (expression) {
            case Literal literal when literal.isString() && literal.content().startsWith(MARK) -> {
                int place = Integer.parseInt(literal.content().substring(1));
                meanings.set(place, Optional.of(meanings.get(place).map(wanted::and).orElse(wanted)));
            }
            case Literal _, Name _, Opaque _ -> { }
            case Unary(_, Expression operand) -> walk(operand, OTHER);
            case Binary(_, Expression left, Expression right) -> {
                walk(left, meaning(right).orElse(OTHER));
                walk(right, meaning(left).orElse(OTHER));
            }
            case Chain(_, var operands) -> operands.forEach(operand -> walk(operand, OTHER));
            case Test(Expression operand, _) -> walk(operand, OTHER);
            case Call call -> call.arguments().forEach(argument -> walk(argument, argument(call)));
            case Cast(Expression operand, TypeName type) when operand instanceof Literal || operand instanceof Items -> walk(operand, types.apply(type.name()));
            case Cast(Expression operand, TypeName type) -> castLate(operand, types.apply(type.name()));
            case Case cases -> cases(cases);
            case Items(var form, var items) -> items.forEach(item -> walk(item, form == Items.Form.ROW ? UNKNOWN : wanted));
            case Subscript(Expression operand, Expression index) -> {
                walk(operand, UNKNOWN);
                walk(index, OTHER);
            }
            case Field(Expression operand, _) -> walk(operand, UNKNOWN);
        }
    }

    /** A text in what is made a value of the type when a row comes has to be a label by then. */
    private void castLate(Expression operand, LabelMeaning type) {
        var before = List.copyOf(meanings);
        walk(operand, OTHER);
        if (type != OTHER) {
            IntStream.range(0, before.size()).filter(place -> before.get(place).isEmpty() && meanings.get(place).isPresent()).forEach(place -> meanings.set(place, Optional.of(UNKNOWN)));
        }
    }

    private void cases(Case cases) {
        LabelMeaning results = common(results(cases)).orElse(OTHER);
        LabelMeaning compared = cases.subject().flatMap(this::meaning).orElse(OTHER);
        cases.subject().ifPresent(subject -> walk(subject, common(cases.whens().stream().map(Expression.When::condition).toList()).orElse(OTHER)));
        cases.whens().forEach(when -> {
            walk(when.condition(), compared);
            walk(when.result(), results);
        });
        cases.otherwise().ifPresent(otherwise -> walk(otherwise, results));
    }

    private static List<Expression> results(Case cases) {
        return Stream.concat(cases.whens().stream().map(Expression.When::result), cases.otherwise().stream()).toList();
    }

    /** What a literal is as an argument of a call. */
    private LabelMeaning argument(Call call) {
        if (isOfOneType(call)) {
            return common(call.arguments()).orElse(OTHER);
        }
        return isOpen(call) ? UNKNOWN : OTHER;
    }

    private static boolean isOfOneType(Call call) {
        return OF_ONE_TYPE.stream().anyMatch(call::is);
    }

    /** Whether a call may take or give values of the type: a function of the schema, or one of any type that is given one. */
    private boolean isOpen(Call call) {
        return functions.contains(call.function().last()) || common(call.arguments()).orElse(OTHER) != OTHER;
    }

    /** What a value is; empty for a literal, which takes the type of what is beside it. */
    private Optional<LabelMeaning> meaning(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal.isString() || literal.equals(Literal.NULL) ? Optional.empty() : Optional.of(OTHER);
            case Name name -> Optional.of(columns.apply(name.last()));
            case Opaque _, Field _ -> Optional.of(UNKNOWN);
            case Unary _, Chain _, Test _ -> Optional.of(OTHER);
            case Binary(String operator, Expression left, Expression right) ->
                    Optional.of(COMPARISONS.contains(operator) || common(List.of(left, right)).orElse(OTHER) == OTHER ? OTHER : UNKNOWN);
            case Call call when isOfOneType(call) -> Optional.of(common(call.arguments()).orElse(OTHER));
            case Call call when OF_THE_TYPE.stream().anyMatch(call::is) -> common(call.arguments());
            case Call call -> Optional.of(isOpen(call) ? UNKNOWN : OTHER);
            case Cast(_, TypeName type) -> Optional.of(types.apply(type.name()));
            case Case cases -> Optional.of(common(results(cases)).orElse(OTHER));
            case Items(_, var items) -> common(items);
            case Subscript(Expression operand, _) -> meaning(operand);
        };
    }

    private Optional<LabelMeaning> common(List<Expression> values) {
        return values.stream().flatMap(value -> meaning(value).stream()).reduce(LabelMeaning::and);
    }
}
