package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.Brackets;
import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/**
 * SQL that is carried as text: as its author wrote it, which is what SQLite's catalog keeps, with a canonical spelling to compare.
 *
 * <p>Names have no case, in quotes or without.
 */
final class SqliteTexts {
    private static final ExpressionRules RULES = SqliteExpressions.RULES;

    private SqliteTexts() {}

    /** A condition or a value; brackets around the whole fall out of its canonical spelling. */
    static SqlText expression(String sql) {
        List<Token> tokens = Lexer.tokens(sql, Sqlite.LEXICON);
        return new SqlText(sql.strip(), Expressions.canonical(sql, RULES), words(tokens));
    }

    /** A default as the catalog keeps it: without the brackets that an expression needs in DDL. */
    static SqlText defaultValue(String sql) {
        List<Token> tokens = Lexer.tokens(sql, Sqlite.LEXICON);
        String canonical = Expressions.canonical(sql, RULES);
        return new SqlText(withoutBrackets(sql), switch (canonical.toLowerCase(Locale.ROOT)) {
            case "true" -> "1";
            case "false" -> "0";
            default -> canonical;
        }, words(tokens));
    }

    /** A statement or a query. */
    static SqlText definition(String sql) {
        List<Token> tokens = Lexer.tokens(sql, Sqlite.LEXICON);
        return new SqlText(sql.strip(), canonical(tokens), words(tokens));
    }

    /** The part with the canonical spellings of its texts as they are now, after a name in them changed. */
    static TablePart canonical(TablePart part) {
        return switch (part) {
            case Column column -> column.withGenerated(column.generated().map(generated -> new Generated(expression(generated.expression().sql()), generated.stored())));
            case Check check -> new Check(check.name(), expression(check.condition().sql()), check.options());
            case Index index -> new Index(index.name(), index.unique(), index.method(),
                    index.keys().stream().map(key -> new Index.Key(key.column(), key.expression().map(text -> expression(text.sql())), key.modifiers())).toList(),
                    index.include(), index.where().map(text -> expression(text.sql())), index.options(), index.written());
            default -> part;
        };
    }

    /** Whether a default has to stand in brackets (sqlite.org/lang_createtable.html: all but a literal, a signed number and a word). */
    static boolean needsBrackets(String defaultValue) {
        List<Token> tokens = Lexer.tokens(defaultValue, Sqlite.LEXICON);
        boolean signed = tokens.size() == 2 && (tokens.getFirst().is("-") || tokens.getFirst().is("+")) && tokens.getLast().type() == Token.Type.NUMBER;
        return tokens.size() != 1 && !signed;
    }

    /** The text without superfluous brackets around it. */
    static String withoutBrackets(String sql) {
        List<Token> bare = Brackets.inside(Lexer.tokens(sql, Sqlite.LEXICON));
        return bare.isEmpty() ? sql.strip() : sql.substring(bare.getFirst().start(), bare.getLast().end());
    }

    private static String canonical(List<Token> tokens) {
        var canonical = new StringJoiner(" ");
        tokens.forEach(token -> canonical.add(canonical(token)));
        return canonical.toString();
    }

    private static String canonical(Token token) {
        return switch (token.type()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case NAME -> name(token.value());
            case SYMBOL -> token.is("==") ? "=" : token.is("!=") ? "<>" : token.text();
            case STRING, NUMBER, END -> token.text();
        };
    }

    private static String name(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return Identifiers.isSimple(folded) ? folded : Identifiers.quoted(name);
    }

    private static Set<String> words(List<Token> tokens) {
        var words = new LinkedHashSet<String>();
        for (Token token : tokens) {
            switch (token.type()) {
                case WORD -> {
                    words.add(token.text());
                    words.add(token.text().toLowerCase(Locale.ROOT));
                }
                case NAME -> {
                    words.add(token.value());
                    words.add(token.value().toLowerCase(Locale.ROOT));
                }
                case STRING -> {
                    if (Identifiers.isSimple(token.value().toLowerCase(Locale.ROOT))) {
                        words.add(token.value());
                    }
                }
                case NUMBER, SYMBOL, END -> { }
            }
        }
        return words;
    }
}
