package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What stands behind OVER, in one spelling. As the servers print a view, a window that has a name is written out where it is used, ascending goes
 * without saying, and a frame of one bound ends at the current row (tried on MariaDB 10.11).
 */
final class WindowSpelling {
    private final Map<String, String> named;
    private final UnaryOperator<String> spelled;

    /**
     * @param named   what the query's WINDOW clause says of its windows, by their names in lower case
     * @param spelled makes an expression canonical
     */
    WindowSpelling(Map<String, String> named, UnaryOperator<String> spelled) {
        this.named = named;
        this.spelled = spelled;
    }

    /** The canonical spelling of what stands in the brackets, or of a window's name; fails with {@link dev.dbwarden.engine.sql.SqlException} where it is none. */
    String canonical(String window) {
        TokenStream in = TokenStream.of(window, Mysql.LEXICON);
        var parts = new ArrayList<String>();
        if (in.peek().isName() && !in.atAny("PARTITION", "ORDER", "ROWS", "RANGE")) {
            parts.add(ofName(in));
        }
        if (in.accept("PARTITION", "BY")) {
            parts.add("partition by " + Ordering.read(in, spelled));
        }
        if (in.accept("ORDER", "BY")) {
            parts.add("order by " + Ordering.read(in, spelled));
        }
        if (!in.isAtEnd()) {
            parts.add(frame(in));
        }
        return String.join(" ", parts);
    }

    /** A window cannot be made of itself, so that it is not known inside itself. */
    private String ofName(TokenStream in) {
        String name = in.peek().value().toLowerCase(Locale.ROOT);
        if (!named.containsKey(name)) {
            throw in.unexpected("a window of this query");
        }
        in.next();
        var others = new HashMap<>(named);
        return new WindowSpelling(others, spelled).canonical(others.remove(name));
    }

    private static String frame(TokenStream in) {
        List<String> words = in.remaining().stream().map(Token::text).map(word -> word.toLowerCase(Locale.ROOT)).toList();
        boolean isWhole = words.size() > 1 && words.get(1).equals("between");
        return isWhole ? String.join(" ", words) : words.getFirst() + " between " + String.join(" ", words.subList(1, words.size())) + " and current row";
    }
}
