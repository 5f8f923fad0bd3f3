package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A label as it stands in literals: alone, and as an element of an array. */
record LabelSpelling(String from, String to) {
    private static final Pattern ELEMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s{},\"](?:[^{},\"]*[^\\s{},\"])?)");

    /** The literals of a text that read like the label. */
    List<Token> in(String sql) {
        return sql.contains(from) ? Lexer.tokens(sql, Postgresql.LEXICON).stream().filter(this::isOne).toList() : List.of();
    }

    private boolean isOne(Token token) {
        return token.type() == Token.Type.STRING && !renamed(token.value()).equals(token.value());
    }

    /** The text with other literals in the place of some of its own. */
    static String replaced(String sql, List<Token> literals, Function<Integer, String> others) {
        var text = new StringBuilder();
        int done = 0;
        for (int i = 0; i < literals.size(); i++) {
            text.append(sql, done, literals.get(i).start()).append(others.apply(i));
            done = literals.get(i).end();
        }
        return text.append(sql.substring(done)).toString();
    }

    /** The text after the rename, where each literal's meaning is known; empty where one's is not. */
    Optional<String> renamed(String sql, List<Token> literals, List<LabelMeaning> meanings) {
        if (meanings.contains(LabelMeaning.UNKNOWN)) {
            return Optional.empty();
        }
        return Optional.of(replaced(sql, literals, i -> meanings.get(i) == LabelMeaning.LABEL ? Postgresql.QUOTING.literal(renamed(literals.get(i).value())) : literals.get(i).text()));
    }

    private String renamed(String content) {
        if (content.equals(from)) {
            return to;
        }
        return content.startsWith("{") && content.endsWith("}") ? ELEMENT.matcher(content).replaceAll(this::element) : content;
    }

    private String element(MatchResult element) {
        String label = element.group(1) == null ? element.group(2) : element.group(1).replaceAll("\\\\(.)", "$1");
        String renamed = to.matches("\\w+") ? to : "\"" + to.replaceAll("([\"\\\\])", "\\\\$1") + "\"";
        return Matcher.quoteReplacement(label.equals(from) ? renamed : element.group());
    }
}
