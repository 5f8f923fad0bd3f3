package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A script cut into statements as the client {@code mysql} does it: at the delimiter, which {@code DELIMITER} changes. A routine's body is
 * kept whole without it too, so that what comes as one statement is read as one.
 */
final class MysqlStatements {
    /** A name may begin with a digit, unless it reads as a number (MySQL manual, 11.2). */
    private static final Pattern NAME = Pattern.compile("(?!0[xX][0-9a-fA-F]+$|0b[01]+$|\\d+[eE]\\d+$)\\d+[A-Za-z_$][\\w$]*");

    private final String script;
    private final Consumer<TokenStream> reader;
    private final List<Problem> problems = new ArrayList<>();
    private String delimiter = ";";
    private final List<Integer> commands = new ArrayList<>();

    /** @param reader is given one statement after the other, so that their tokens need not be kept */
    MysqlStatements(String script, Consumer<TokenStream> reader) {
        this.script = script;
        this.reader = reader;
        cut();
    }

    List<Problem> problems() {
        return problems;
    }

    /** Where the commands of the client stand. */
    List<Integer> commands() {
        return commands;
    }

    private void cut() {
        int start = 0;
        boolean lineStart = true;
        for (int at = 0; at < script.length(); ) {
            char c = script.charAt(at);
            if (lineStart && isCommand(at)) {
                read(start, at);
                at = command(at);
                start = at;
            } else if (c == '\'' || c == '"' || c == '`') {
                at = Skips.quoted(script, at);
                lineStart = false;
            } else if (Skips.opensLine(script, at)) {
                at = Skips.line(script, at);
                lineStart = true;
            } else if (script.startsWith("/*", at)) {
                at = Skips.block(script, at);
            } else if (!delimiter.equals(";") && script.startsWith(delimiter, at)) {
                read(start, at);
                at += delimiter.length();
                start = at;
            } else {
                lineStart = c == '\n' || lineStart && Character.isWhitespace(c);
                at++;
            }
        }
        read(start, script.length());
    }

    private boolean isCommand(int at) {
        return script.charAt(at) == '\\' || script.regionMatches(true, at, "DELIMITER", 0, 9) && at + 9 < script.length() && Character.isWhitespace(script.charAt(at + 9));
    }

    private int command(int at) {
        int end = Skips.line(script, at);
        commands.add(at);
        if (script.charAt(at) != '\\') {
            String[] words = script.substring(at + 9, end).strip().split("\\s+");
            delimiter = words[0].isEmpty() ? delimiter : words[0];
        }
        return end;
    }

    private void read(int start, int end) {
        try {
            var lexer = new Lexer(script.substring(start, end), Mysql.LEXICON);
            var statement = new Nesting();
            for (Token token = lexer.next(); token.type() != Type.END; token = lexer.next()) {
                if (isBehindSource(statement, token.start() + start)) {
                    give(statement.tokens());
                    statement = new Nesting();
                }
                if (token.is(";") && statement.isOver()) {
                    give(statement.tokens());
                    statement = new Nesting();
                } else {
                    boolean isName = token.type() == Type.NUMBER && NAME.matcher(token.text()).matches();
                    statement.add(new Token(isName ? Type.WORD : token.type(), token.text(), token.value(), token.start() + start));
                }
            }
            if (!statement.isOver()) {
                problems.add(Problem.at(statement.tokens().getFirst().start(), "a BEGIN, CASE, IF, LOOP, REPEAT or WHILE of this statement has no END; if it is a name, write it in backquotes"));
                return;
            }
            give(statement.tokens());
        } catch (SqlException open) {
            problems.add(Problem.at(open.offset() + start, open.getMessage()));
        }
    }

    /** {@code source} takes its line, with a delimiter at the end or none. */
    private boolean isBehindSource(Nesting statement, int at) {
        return !statement.tokens().isEmpty() && statement.tokens().getFirst().is("SOURCE") && script.substring(statement.tokens().getFirst().start(), at).indexOf('\n') >= 0;
    }

    private void give(List<Token> statement) {
        if (!statement.isEmpty()) {
            reader.accept(new TokenStream(script, statement, statement.getLast().end()));
        }
    }
}
