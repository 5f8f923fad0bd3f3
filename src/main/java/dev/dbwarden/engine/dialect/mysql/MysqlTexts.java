package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.Brackets;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** SQL that is carried as text, with a canonical spelling to compare. Names of columns have no case. */
final class MysqlTexts {
    private MysqlTexts() {}

    /** A condition or a value, without brackets around the whole. */
    static SqlText expression(String sql) {
        List<Token> tokens = Lexer.tokens(sql, Mysql.LEXICON);
        return new SqlText(bare(sql, tokens), canonical(sql), words(tokens), Mysql.LEXICON);
    }

    /** The canonical spelling of an expression over one table, which has no queries and no windows in it. */
    static String canonical(String sql) {
        try {
            return new QueriesInside(sql, MysqlTexts::plain, MysqlTexts::plain, MysqlTexts::plain).canonical(MysqlExpressions.RULES);
        } catch (SqlException unknown) {
            return plain(sql);
        }
    }

    private static String plain(String sql) {
        return Expressions.canonical(sql, MysqlExpressions.RULES);
    }

    /** A default without the brackets that an expression needs in DDL; literals between single quotes. */
    static SqlText defaultValue(String sql, DataType type) {
        List<Token> all = Brackets.inside(Lexer.tokens(sql, Mysql.LEXICON));
        boolean typed = all.size() == 2 && all.getLast().type() == Type.STRING && (all.getFirst().is("DATE") || all.getFirst().is("TIME") || all.getFirst().is("TIMESTAMP"));
        List<Token> tokens = typed ? all.subList(1, 2) : all;
        boolean literal = tokens.size() == 1 && tokens.getFirst().type() == Type.STRING && "'\"".indexOf(tokens.getFirst().text().charAt(0)) >= 0;
        String text = literal ? Mysql.QUOTING.literal(tokens.getFirst().value()) : bare(sql, tokens);
        return new SqlText(text, MysqlDefaults.canonical(text, tokens, type), words(tokens), Mysql.LEXICON);
    }

    /** A statement or a query. */
    static SqlText definition(String sql) {
        List<Token> tokens = Lexer.tokens(sql, Mysql.LEXICON);
        return new SqlText(sql.strip(), MysqlDefinitions.canonical(tokens), words(tokens), Mysql.LEXICON);
    }

    /** The part with the canonical spellings of its texts as they are now, after a name in them changed. */
    static TablePart canonical(TablePart part) {
        return switch (part) {
            case Column column -> column.withGenerated(column.generated().map(generated -> new Generated(expression(generated.expression().sql()), generated.stored())));
            case Check check -> new Check(check.name(), expression(check.condition().sql()), check.options());
            case Index index -> new Index(index.name(), index.unique(), index.method(),
                    index.keys().stream().map(key -> new Index.Key(key.column(), key.expression().map(text -> expression(text.sql())), key.modifiers())).toList(),
                    index.include(), index.where(), index.options(), index.written());
            default -> part;
        };
    }

    private static String bare(String sql, List<Token> tokens) {
        List<Token> inner = Brackets.inside(tokens);
        return inner.isEmpty() ? sql.strip() : sql.substring(inner.getFirst().start(), inner.getLast().end());
    }

    static Set<String> words(List<Token> tokens) {
        var words = new LinkedHashSet<String>();
        for (Token token : tokens) {
            if (token.isName()) {
                words.add(token.value());
                words.add(token.value().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
