package dev.dbwarden.engine.sql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The canonical spelling of tokens that nobody takes apart: one space between them, names and keywords in one case. */
final class TokenForm {
    private TokenForm() {}

    static String of(List<Token> tokens, ExpressionRules rules) {
        return tokens.stream().map(token -> of(token, rules)).collect(Collectors.joining(" "));
    }

    private static String of(Token token, ExpressionRules rules) {
        return switch (token.type()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case NAME -> Identifiers.canonical(rules.quotedName().apply(token.value()));
            case SYMBOL -> token.text().equals("!=") ? "<>" : token.text();
            case STRING, NUMBER, END -> token.text();
        };
    }
}
