package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Token.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The canonical spelling of tokens that nobody takes apart: one space between them, names and keywords in one case. */
final class TokenForm {
    /** Words that mean something else than a name where they stand without quotes. */
    static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "is", "isnull", "notnull", "like", "ilike", "similar", "between", "glob",
            "match", "regexp", "overlaps", "null", "true", "false", "case", "when", "then", "else", "end", "cast", "array", "row", "any", "all", "some",
            "exists", "select", "with", "values", "distinct", "from", "for", "as", "on", "collate", "at", "operator", "escape", "variadic", "filter",
            "over", "within", "order", "where", "user", "current_user", "session_user", "current_role", "current_date", "current_time", "current_timestamp",
            "localtime", "localtimestamp", "current_catalog", "current_schema", "default", "union", "group", "having", "limit", "using");

    private TokenForm() {}

    static String of(List<Token> tokens, ExpressionRules rules) {
        return tokens.stream().map(token -> of(token, rules)).collect(Collectors.joining(" "));
    }

    private static String of(Token token, ExpressionRules rules) {
        return switch (token.type()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case NAME -> isUnicode(token) ? token.text() : name(rules.quotedName().apply(token.value()));
            case SYMBOL -> token.text().equals("!=") ? "<>" : token.text();
            case STRING, NUMBER, END -> token.text();
        };
    }

    /** A name, in quotes where it would be something else without. */
    static String name(String name) {
        return Identifiers.isSimple(name) && !KEYWORDS.contains(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whether a name or a literal is of the form {@code U&".."}, whose escapes are not decoded. */
    static boolean isUnicode(Token token) {
        return token.type() != Type.WORD && token.text().length() > 2 && (token.text().charAt(0) == 'U' || token.text().charAt(0) == 'u') && token.text().charAt(1) == '&';
    }
}
