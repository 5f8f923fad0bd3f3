package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Brackets;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code ALGORITHM=MERGE} of a view that cannot be merged: the servers warn (1354), and keep UNDEFINED (MySQL manual, 27.6.2). Which views these are
 * was tried on MariaDB 10.11: those with sets, groups, limits, aggregates or windows, without a table, and those whose rows are others each time.
 */
final class Merging {
    private static final Set<String> CLAUSES = Set.of("UNION", "EXCEPT", "INTERSECT", "VALUES", "GROUP", "HAVING", "LIMIT", "FETCH", "DISTINCT", "DISTINCTROW", "OVER");
    private static final Set<String> AGGREGATES = Set.of("count", "sum", "min", "max", "avg", "std", "stddev", "stddev_pop", "stddev_samp", "variance", "var_pop", "var_samp",
            "bit_and", "bit_or", "bit_xor", "group_concat", "json_arrayagg", "json_objectagg");
    private static final Set<String> RANDOM = Set.of("rand", "uuid", "uuid_short", "random_bytes", "encrypt");
    private static final String ALGORITHM = "algorithm";

    private final List<Token> tokens;
    private final Deque<Boolean> inQuery = new ArrayDeque<>();
    private boolean hasTables;
    private boolean ordered;

    private Merging(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The view as the servers keep it. */
    static View kept(View view) {
        boolean asked = view.options().find(ALGORITHM).filter("MERGE"::equals).isPresent();
        return asked && !new Merging(Brackets.inside(Lexer.tokens(view.query().sql(), Mysql.LEXICON))).isPossible() ? bare(view) : view;
    }

    private static View bare(View view) {
        return new View(view.name(), false, view.columns(), view.query(), view.parts(), view.options().without(ALGORITHM), view.comment());
    }

    private boolean isPossible() {
        for (int i = 0; i < tokens.size(); i++) {
            if (isInTheWay(i)) {
                return false;
            }
        }
        return hasTables;
    }

    private boolean isInTheWay(int at) {
        Token token = tokens.get(at);
        boolean called = isAt(at + 1, "(");
        boolean own = !inQuery.contains(true);
        if (token.is("(")) {
            boolean query = isAt(at + 1, "SELECT") || isAt(at + 1, "WITH") || isAt(at + 1, "VALUES");
            inQuery.push(query);
            return own && query && ordered;
        }
        if (token.is(")") && !inQuery.isEmpty()) {
            inQuery.pop();
            return false;
        }
        hasTables |= own && token.is("FROM") && inQuery.isEmpty() && !isAt(at + 1, "DUAL");
        ordered |= inQuery.isEmpty() && token.is("ORDER");
        String word = token.isName() ? token.value() : "";
        return called && RANDOM.contains(word.toLowerCase(Locale.ROOT))
                || own && (called && AGGREGATES.contains(word.toLowerCase(Locale.ROOT)) || token.type() == Token.Type.WORD && CLAUSES.contains(token.text().toUpperCase(Locale.ROOT)));
    }

    private boolean isAt(int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }
}
