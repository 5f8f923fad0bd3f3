package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Expression.Literal;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The call of an aggregate over DISTINCT values, or over values in an order, in one spelling: ALL and a comma as SEPARATOR go without saying. */
final class AggregateSpelling {
    private static final Set<String> ORDERED = Set.of("group_concat", "json_arrayagg");

    private final UnaryOperator<String> spelled;

    /** @param spelled makes an expression canonical */
    AggregateSpelling(UnaryOperator<String> spelled) {
        this.spelled = spelled;
    }

    /** Whether a name with this behind its bracket calls for this spelling. */
    static boolean isFor(Token function, Token argument) {
        return function.isName() && (ORDERED.contains(function.value().toLowerCase(Locale.ROOT)) || argument.is("DISTINCT") || argument.is("ALL"));
    }

    /** @param arguments what stands in the brackets */
    String canonical(Token function, String arguments) {
        TokenStream in = TokenStream.of(arguments, Mysql.LEXICON);
        var text = new StringBuilder(function.value().toLowerCase(Locale.ROOT)).append('(').append(in.accept("DISTINCT") ? "distinct " : "");
        in.accept("ALL");
        text.append(Ordering.read(in, spelled));
        if (in.accept("ORDER", "BY")) {
            text.append(" order by ").append(Ordering.read(in, spelled));
        }
        String separator = in.accept("SEPARATOR") ? in.next().value() : ",";
        String limit = in.accept("LIMIT") ? " limit " + in.rest() : "";
        if (!in.isAtEnd()) {
            throw in.unexpected("the end of the aggregate's arguments");
        }
        return text.append(separator.equals(",") ? "" : " separator " + Literal.string(separator).text()).append(limit).append(')').toString();
    }
}
