package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SQL that is compared by its canonical spelling, which is the server's; what cannot be taken apart is compared token by token. */
final class ClickhouseTexts {
    private ClickhouseTexts() {}

    static SqlText expression(String sql) {
        return text(sql, in -> new ExpressionSpelling(in).expression());
    }

    static SqlText query(String sql) {
        return text(sql, in -> new QuerySpelling(in).query());
    }

    /** A query, or the statement that makes an object which the model carries whole. */
    static SqlText definition(String sql) {
        TokenStream in = ClickhouseTokens.of(sql);
        if (in.atAny("SELECT", "WITH", "(", "FROM")) {
            return query(sql);
        }
        return text(sql, each -> new DefinitionSpelling(each).definition());
    }

    private static SqlText text(String sql, Function<TokenStream, String> spelling) {
        String portable = ClickhouseTokens.portable(sql);
        return new SqlText(portable, comparable(canonical(portable, spelling)), ClickhouseTokens.words(portable));
    }

    /** The canonical spelling; fails with {@link SqlException} only where a quote stays open. */
    static String canonical(String sql, Function<TokenStream, String> spelling) {
        TokenStream in = ClickhouseTokens.of(sql);
        try {
            String canonical = spelling.apply(in);
            if (in.isAtEnd()) {
                return canonical;
            }
        } catch (SqlException unknown) {
            return tokens(sql);
        }
        return tokens(sql);
    }

    /**
     * A canonical text with its names quoted as a rename writes them ({@link dev.dbwarden.engine.sql.Identifiers}), so that it is the same
     * whether a name was there from the start or came by a rename. A word in camel case before a bracket is a function.
     */
    static String comparable(String canonical) {
        List<Token> tokens = Lexer.tokens(canonical, Clickhouse.LEXICON);
        var text = new StringBuilder();
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            boolean name = token.type() == Token.Type.NAME || token.type() == Token.Type.WORD && !called && token.text().chars().anyMatch(Character::isLowerCase);
            text.append(canonical, end, token.start()).append(name ? quoted(token.value()) : token.text());
            end = token.end();
        }
        return text.append(canonical, end, canonical.length()).toString();
    }

    private static String quoted(String name) {
        return Identifiers.isSimple(name) ? name : Identifiers.quoted(name);
    }

    static String tokens(String sql) {
        return Lexer.tokens(sql, Clickhouse.LEXICON).stream().map(ClickhouseTexts::token).collect(Collectors.joining(" "));
    }

    static String token(Token token) {
        return switch (token.type()) {
            case NAME -> OperandSpelling.name(token.value());
            case STRING -> ClickhouseTokens.literal(ClickhouseTokens.content(token));
            case WORD, NUMBER, SYMBOL, END -> token.text();
        };
    }
}
