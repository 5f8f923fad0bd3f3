package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A column of a query's answer.
 *
 * @param alias the name that it is given; empty where it keeps its own
 */
record OutputColumn(String expression, String alias) {
    private static final Set<String> NO_ALIAS = Set.of("END", "NULL", "TRUE", "FALSE", "PRECISION", "ZONE", "VARYING", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP",
            "CURRENT_USER", "LOCALTIME", "LOCALTIMESTAMP", "SESSION_USER", "UNKNOWN");
    private static final Set<String> BEFORE_OPERAND = Set.of("AND", "OR", "NOT", "IS", "IN", "LIKE", "ILIKE", "COLLATE", "BETWEEN", "DISTINCT", "FROM", "WHEN", "THEN", "ELSE",
            "CASE", "AT", "TO", "SIMILAR", "ZONE", "TIME", "ANY", "ALL", "INTERVAL");

    static OutputColumn of(String column) {
        List<Token> tokens = TokenStream.of(column, Postgresql.LEXICON).remaining();
        int last = tokens.size() - 1;
        if (last < 1 || !tokens.get(last).isName()) {
            return new OutputColumn(column, "");
        }
        Token before = tokens.get(last - 1);
        if (before.is("AS")) {
            return new OutputColumn(column.substring(0, before.start()), Wording.word(tokens.get(last)));
        }
        boolean ends = switch (before.type()) {
            case NAME, STRING, NUMBER -> true;
            case WORD -> !BEFORE_OPERAND.contains(before.text().toUpperCase(Locale.ROOT));
            case SYMBOL -> before.is(")") || before.is("]");
            case END -> false;
        };
        boolean alias = ends && (tokens.get(last).type() == Type.NAME || !NO_ALIAS.contains(tokens.get(last).text().toUpperCase(Locale.ROOT)));
        return alias ? new OutputColumn(column.substring(0, tokens.get(last).start()), Wording.word(tokens.get(last))) : new OutputColumn(column, "");
    }

    String text(String value) {
        return alias.isEmpty() || alias.equals("\"?column?\"") || alias.equals(ownName()) ? value : value + " as " + alias;
    }

    /** What it is called; empty where nobody can refer to it. */
    String name() {
        return alias.isEmpty() ? ownName() : alias;
    }

    /** The name that the server gives it: a column's, an attribute's, a function's, or that of what is cast ({@code FigureColname}). */
    private String ownName() {
        List<Token> tokens = TokenStream.of(expression, Postgresql.LEXICON).remaining();
        int at = 0;
        if (tokens.isEmpty()) {
            return "";
        }
        while (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += 2;
        }
        if (tokens.get(at).is("(") && QueryWording.close(tokens, at) + 2 == tokens.size() - 1 && tokens.get(tokens.size() - 2).is(".")) {
            return Wording.word(tokens.getLast());
        }
        if (tokens.getFirst().is("(") && tokens.size() > 2 && tokens.get(1).is("SELECT")) {
            List<String> names = Wording.columns(expression.strip().substring(1, expression.strip().length() - 1), KnownColumns.NONE);
            return names.size() == 1 ? names.getFirst() : "";
        }
        if (!tokens.get(at).isName()) {
            return tokens.get(at).is("(") && tokens.get(tokens.size() - 1).is(")") ? new OutputColumn(expression.strip().substring(1, expression.strip().length() - 1), "").ownName() : "";
        }
        boolean bare = at == tokens.size() - 1 || tokens.get(at + 1).is("::");
        boolean call = at + 1 < tokens.size() && tokens.get(at + 1).is("(") && (QueryWording.close(tokens, at + 1) == tokens.size() - 1 || tokens.get(QueryWording.close(tokens, at + 1) + 1).is("::"));
        return bare || call ? Wording.word(tokens.get(at)) : tokens.get(at).is("CASE") && tokens.getLast().is("END") ? Postgresql.QUOTING.name("case") : "";
    }
}
