package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.function.UnaryOperator;

/** Expressions with commas between them as they stand behind ORDER BY, in one spelling: ascending goes without saying. */
final class Ordering {
    private static final String[] ENDS = {",", "ASC", "DESC", "ORDER", "ROWS", "RANGE", "SEPARATOR", "HAVING", "WINDOW", "LIMIT", "WITH", "UNION", "EXCEPT", "INTERSECT"};

    private Ordering() {}

    /** @param spelled makes an expression canonical */
    static String read(TokenStream in, UnaryOperator<String> spelled) {
        var list = new ArrayList<String>();
        do {
            int mark = in.mark();
            in.skipUntil(ENDS);
            list.add(spelled.apply(in.textSince(mark)) + (in.accept("DESC") ? " desc" : ""));
            in.accept("ASC");
        } while (in.accept(","));
        return String.join(", ", list);
    }
}
