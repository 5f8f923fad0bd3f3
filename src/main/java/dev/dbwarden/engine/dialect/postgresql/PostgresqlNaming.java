package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Names what has no name as the server would, with a number behind it where the name is taken in its namespace. */
final class PostgresqlNaming {
    private static final int FEW = 20;

    private final Predicate<ObjectName> isFree;
    /** The number from which on the search for a free name goes on, by the name without a number. */
    private final Map<ObjectName, Integer> next = new HashMap<>();

    /** @param isFree whether nothing has a name; what is named so has it from then on */
    PostgresqlNaming(Predicate<ObjectName> isFree) {
        this.isFree = isFree;
    }

    /** The part with the name that it has, or the one that the server would choose on this relation. */
    TablePart named(TablePart part, Relation relation) {
        if (!part.name().isEmpty()) {
            return part;
        }
        return part.withName(free(part, relation, names(part, relation)));
    }

    /** Naming as the server does it where no name is taken. */
    static PostgresqlNaming natural() {
        return new PostgresqlNaming(_ -> true);
    }

    /** Whether a part has a name that the server could have chosen on this relation, with or without a number. */
    static boolean isOwn(TablePart part, Relation relation) {
        return IntStream.range(0, FEW).mapToObj(names(part, relation)).anyMatch(part.name()::equals);
    }

    /** What the server calls a part without a name: by the number that it needs to be free. */
    private static IntFunction<String> names(TablePart part, Relation relation) {
        String table = relation.name().name();
        return switch (part) {
            case PrimaryKey _ -> number -> PostgresqlNames.numbered(table, "", "pkey", number);
            case Unique unique -> number -> PostgresqlNames.numbered(table, PostgresqlNames.joined(unique.columns()), "key", number);
            case ForeignKey key -> number -> PostgresqlNames.numbered(table, PostgresqlNames.joined(key.columns()), "fkey", number);
            case Check check -> number -> PostgresqlNames.numbered(table, onlyColumn(check.condition(), relation), "check", number);
            case Exclusion exclusion -> number -> PostgresqlNames.numbered(table, PostgresqlNames.joined(elements(exclusion.definition())), "excl", number);
            case Index index -> number -> PostgresqlNames.numbered(table, PostgresqlNames.joined(keys(index)), "idx", number);
            case Column column -> throw new IllegalArgumentException("a column of " + relation.name() + " has no name: " + column);
        };
    }

    private String free(TablePart part, Relation relation, IntFunction<String> names) {
        ObjectName first = relation.name().withName(names.apply(0));
        if (isFree(part, relation, first)) {
            return first.name();
        }
        for (int number = next.getOrDefault(first, 1); ; number++) {
            String name = names.apply(number);
            if (isFree(part, relation, relation.name().withName(name))) {
                next.put(first, number + 1);
                return name;
            }
        }
    }

    private boolean isFree(TablePart part, Relation relation, ObjectName name) {
        return !relation.parts().has(part.kind(), name.name()) && isFree.test(name);
    }

    /** {@code ChooseIndexColumnNames}: an expression counts as {@code expr}, a call as its function's name. */
    private static List<String> keys(Index index) {
        var names = new ArrayList<String>();
        for (Index.Key key : index.keys()) {
            String name = key.column().isEmpty() ? key.expression().map(PostgresqlNaming::expressionName).orElse("expr") : key.column();
            String unique = name;
            for (int number = 1; names.contains(unique); number++) {
                unique = name + number;
            }
            names.add(unique);
        }
        index.include().forEach(names::add);
        return names;
    }

    /** What a query would call it, or {@code expr} (FigureIndexColname in parse_target.c). */
    private static String expressionName(SqlText expression) {
        String name = new OutputColumn(expression.sql(), "").name();
        return name.isEmpty() ? "expr" : TokenStream.of(name, Postgresql.LEXICON).peek().value();
    }

    /** The columns that an exclusion constraint's elements begin with. */
    private static List<String> elements(SqlText definition) {
        var names = new ArrayList<String>();
        int depth = 0;
        boolean first = false;
        for (Token token : Lexer.tokens(definition.sql(), Postgresql.LEXICON)) {
            if (token.is("(")) {
                depth++;
                first = depth == 1;
            } else if (token.is(")")) {
                depth--;
                if (depth == 0) {
                    break;
                }
            } else if (depth == 1 && token.is(",")) {
                first = true;
            } else if (depth == 1 && first) {
                names.add(token.value());
                first = false;
            }
        }
        return names;
    }

    /** The one column that a condition is about, or nothing ({@code AddRelationNewConstraints}). */
    static String onlyColumn(SqlText condition, Relation relation) {
        if (!(relation instanceof Table table)) {
            return "";
        }
        var columns = new LinkedHashSet<String>();
        List<Token> tokens = Lexer.tokens(condition.sql(), Postgresql.LEXICON);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            boolean cast = i > 0 && tokens.get(i - 1).is("::");
            if (token.isName() && !call && !cast) {
                String name = Wording.folded(token);
                table.column(name).ifPresent(column -> columns.add(column.name()));
            }
        }
        return columns.size() == 1 ? columns.getFirst() : "";
    }
}
