package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the parts of a query begin and end. */
final class QueryText {
    private static final Set<String> CLAUSES = Set.of("FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR");

    private QueryText() {}

    /** The text up to the next clause of the same query. */
    static String segment(TokenStream in) {
        int mark = in.mark();
        String before = "";
        while (!in.isAtEnd() && !in.atAny(")", ";") && !isCheckOption(in) && !(isClause(in.peek()) && !before.equals("DISTINCT") && !before.equals("WITHIN"))) {
            before = in.peek().text().toUpperCase(Locale.ROOT);
            if (in.at("(")) {
                in.parenthesized();
            } else {
                in.next();
            }
        }
        return in.textSince(mark);
    }

    static boolean isCheckOption(TokenStream in) {
        return in.at("WITH", "CHECK") || in.at("WITH", "LOCAL", "CHECK") || in.at("WITH", "CASCADED", "CHECK");
    }

    private static boolean isClause(Token token) {
        return token.type() == Type.WORD && CLAUSES.contains(token.text().toUpperCase(Locale.ROOT));
    }

    /** What stands between commas in brackets; nothing where nothing does. */
    static List<String> listed(String brackets) {
        TokenStream in = TokenStream.of(brackets, Postgresql.LEXICON);
        return in.at("(") && !in.peek(1).is(")") ? TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list() : List.of();
    }

    static List<String> names(String list) {
        return TokenStream.of(list, Postgresql.LEXICON).list().stream().map(name -> Wording.rest(TokenStream.of(name, Postgresql.LEXICON))).toList();
    }

    static int close(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
