package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** {@code MATCH (a, b) AGAINST ('x' IN BOOLEAN MODE)} in one spelling: MariaDB prints no brackets around the columns, and natural language goes without saying. */
final class FulltextSpelling {
    private final UnaryOperator<String> spelled;

    /** @param spelled makes an expression canonical */
    FulltextSpelling(UnaryOperator<String> spelled) {
        this.spelled = spelled;
    }

    /** Reads from MATCH on; fails with {@link dev.dbwarden.engine.sql.SqlException} where AGAINST does not follow. */
    String canonical(TokenStream in) {
        in.expect("MATCH");
        int mark = in.mark();
        in.skipUntil("AGAINST");
        String columns = in.textSince(mark);
        in.expect("AGAINST");
        TokenStream sought = TokenStream.of(in.parenthesized(), Mysql.LEXICON);
        sought.skipUntil("IN", "WITH");
        String text = spelled.apply(sought.textSince(0));
        sought.accept("IN", "NATURAL", "LANGUAGE", "MODE");
        String mode = sought.remaining().stream().map(Token::text).map(word -> " " + word.toLowerCase(java.util.Locale.ROOT)).collect(Collectors.joining());
        TokenStream list = TokenStream.of(columns, Mysql.LEXICON);
        return "match (" + TokenStream.of(list.at("(") ? list.parenthesized() : columns, Mysql.LEXICON).list().stream().map(spelled).collect(Collectors.joining(", "))
                + ") against (" + text + mode + ")";
    }
}
