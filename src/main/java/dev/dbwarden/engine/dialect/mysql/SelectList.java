package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.mysql.FromReader.Joined;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What stands between SELECT and FROM: how rows are selected, and the columns of the query. */
final class SelectList {
    private static final String[] OPTIONS = {"ALL", "DISTINCT", "DISTINCTROW", "HIGH_PRIORITY", "STRAIGHT_JOIN", "SQL_SMALL_RESULT", "SQL_BIG_RESULT", "SQL_BUFFER_RESULT",
        "SQL_NO_CACHE", "SQL_CACHE", "SQL_CALC_FOUND_ROWS"};
    /** Behind these words a name is an operand, and not the name of a column. */
    private static final Set<String> OPEN = Set.of("IS", "NOT", "AND", "OR", "XOR", "IN", "LIKE", "DIV", "MOD", "THEN", "ELSE", "COLLATE", "BINARY", "REGEXP", "BETWEEN", "ESCAPE",
            "INTERVAL", "CASE", "WHEN", "OVER");
    /** These may end an expression. */
    private static final Set<String> CLOSING = Set.of("END", "NULL", "TRUE", "FALSE");
    private static final Set<String> BEFORE_TEXT = Set.of("DATE", "TIME", "TIMESTAMP");
    static final SelectList NOTHING = new SelectList(TokenStream.of("", Mysql.LEXICON));

    private final TokenStream in;
    private final List<String> options;
    private final List<String> texts = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    private SelectList(TokenStream in) {
        this.in = in;
        this.options = options(in);
    }

    /** A column of the query: what it is, and its name in lower case. */
    record Item(String text, String name) {
        /** Whether it has no query and no window in it. */
        boolean isPlain() {
            return Lexer.tokens(text, Mysql.LEXICON).stream().noneMatch(token -> token.is("SELECT") || token.is("OVER"));
        }
    }

    /** Reads up to FROM; the columns are known only when the tables are. */
    static SelectList read(TokenStream in) {
        in.expect("SELECT");
        var list = new SelectList(in);
        do {
            int mark = in.mark();
            in.skipUntil(",", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT");
            list.texts.add(in.textSince(mark));
        } while (in.accept(","));
        return list;
    }

    /** ALL goes without saying. */
    private static List<String> options(TokenStream in) {
        var options = new TreeSet<String>();
        while (in.atAny(OPTIONS)) {
            String option = in.next().text().toLowerCase(Locale.ROOT);
            options.add(option.equals("distinctrow") ? "distinct" : option);
        }
        options.remove("all");
        return List.copyOf(options);
    }

    void resolve(FromReader from, Joined joined) {
        texts.forEach(text -> item(text, from, joined));
    }

    /** {@code distinct} and its like, in one order. */
    List<String> options() {
        return options;
    }

    List<Item> items() {
        return items;
    }

    Optional<Item> named(String name) {
        return items.stream().filter(item -> item.name.equals(name)).findFirst();
    }

    /** The list as its author wrote it, with these names for the columns. */
    String sql(List<String> names) {
        var text = new StringBuilder("SELECT");
        options.forEach(option -> text.append(' ').append(option.toUpperCase(Locale.ROOT)));
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? " " : ", ").append(items.get(i).text).append(" AS ").append(Mysql.QUOTING.name(names.get(i)));
        }
        return text.toString();
    }

    private void item(String text, FromReader from, Joined joined) {
        List<Token> tokens = Lexer.tokens(text, Mysql.LEXICON);
        if (tokens.isEmpty()) {
            throw in.unexpected("a column");
        }
        int size = tokens.size();
        Token last = tokens.getLast();
        if (last.is("*") && (size == 1 || size == 3 && tokens.get(1).is("."))) {
            star(size == 1 ? "" : tokens.getFirst().value().toLowerCase(Locale.ROOT), from, joined);
            return;
        }
        boolean spelled = size > 2 && tokens.get(size - 2).is("AS");
        boolean implied = !spelled && size > 1 && isName(last, tokens.get(size - 2));
        Token end = tokens.get(spelled ? size - 3 : implied ? size - 2 : size - 1);
        String own = text.substring(tokens.getFirst().start(), end.end());
        boolean isColumn = size == 1 || size == 3 && tokens.get(1).is(".") || size == 5 && tokens.get(1).is(".") && tokens.get(3).is(".");
        items.add(new Item(own, (spelled || implied || isColumn ? last.value() : own).toLowerCase(Locale.ROOT)));
    }

    /** @param table the one in front of the star, or nothing */
    private void star(String table, FromReader from, Joined joined) {
        List<String> own = from.tables().getOrDefault(table, List.of());
        if (table.isEmpty() ? from.tables().values().stream().anyMatch(List::isEmpty) : own.isEmpty()) {
            throw in.unexpected("a table whose columns are known");
        }
        List<FromReader.Column> meant = table.isEmpty() ? joined.columns() : own.stream().map(column -> new FromReader.Column(table, column)).toList();
        meant.forEach(column -> items.add(new Item(FromReader.quoted(column), column.name())));
    }

    /** Whether the last token of an expression is a name that is given to it without AS. */
    private static boolean isName(Token last, Token before) {
        boolean mayBe = last.type() == Token.Type.STRING ? before.type() != Token.Type.STRING && !before.text().startsWith("_") && !isOneOf(BEFORE_TEXT, before)
                : last.isName() && !isOneOf(CLOSING, last);
        boolean isWhole = before.is(")") || before.type() == Token.Type.NUMBER || before.type() == Token.Type.STRING || before.isName() && !isOneOf(OPEN, before);
        return mayBe && isWhole;
    }

    private static boolean isOneOf(Set<String> words, Token token) {
        return words.contains(token.text().toUpperCase(Locale.ROOT));
    }
}
