package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Lexicon;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rename hints in the comments of a script: {@code -- renamed from: username}, behind the column or table that it is about on the same line,
 * or on the line before it.
 */
public final class RenameComments {
    private static final Pattern HINT = Pattern.compile("(?:--|#)[ \\t]*renamed[ _]from:[ \\t]*(\\S+)", Pattern.CASE_INSENSITIVE);

    private RenameComments() {}

    /** The hints, as {@code users.username:email} and {@code posts:articles}. */
    public static List<String> in(String script, Lexicon lexicon) {
        Matcher matcher = HINT.matcher(script);
        var hints = new ArrayList<String>();
        while (matcher.find()) {
            if (script.charAt(matcher.start()) == '#' && !lexicon.hashComments()) {
                continue; // an operator there
            }
            int lineStart = script.lastIndexOf('\n', matcher.start()) + 1;
            int lineEnd = script.indexOf('\n', matcher.end());
            boolean alone = script.substring(lineStart, matcher.start()).isBlank();
            int from = alone ? (lineEnd < 0 ? script.length() : lineEnd + 1) : lineStart;
            List<Token> line = firstTokens(script, from, lexicon);
            if (isCreateTable(line)) {
                hints.add(matcher.group(1) + ":" + line.getLast().value());
            } else if (!line.isEmpty()) {
                hints.add(tableAround(script, from, lexicon) + "." + matcher.group(1) + ":" + ObjectName.of(line.getFirst().value()));
            }
        }
        return hints;
    }

    private static boolean isCreateTable(List<Token> tokens) {
        return tokens.size() > 2 && tokens.getFirst().is("CREATE") && tokens.get(1).is("TABLE");
    }

    /** The next token; of CREATE TABLE all up to the name. */
    private static List<Token> firstTokens(String script, int from, Lexicon lexicon) {
        var tokens = new ArrayList<Token>();
        var lexer = new Lexer(script, lexicon, from);
        try {
            for (Token token = lexer.next(); token.type() != Token.Type.END && tokens.size() < 9; token = lexer.next()) {
                if (token.is("(") || token.is(",")) {
                    break;
                }
                tokens.add(token);
            }
        } catch (SqlException unclosed) {
            return tokens;
        }
        return tokens;
    }

    private static String tableAround(String script, int offset, Lexicon lexicon) {
        int create = script.substring(0, offset).toUpperCase(java.util.Locale.ROOT).lastIndexOf("CREATE TABLE");
        if (create < 0) {
            return "";
        }
        List<Token> tokens = firstTokens(script, create, lexicon);
        int last = tokens.size() - 1;
        boolean qualified = last >= 2 && tokens.get(last - 1).is(".");
        return (qualified ? new ObjectName(tokens.get(last - 2).value(), tokens.get(last).value()) : ObjectName.of(tokens.get(last).value())).toString();
    }
}
