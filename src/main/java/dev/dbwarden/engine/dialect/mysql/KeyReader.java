package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads keys and conditions of a table. An index that is unique over whole columns is a {@link Unique}; prefixes and directions of a primary
 * key are its option {@code order}, one entry a column between commas.
 */
final class KeyReader {
    private static final Pattern LENGTH = Pattern.compile("[1-9]\\d{0,8}");

    /** What a primary key has of prefixes and directions. */
    static final String ORDER = "order";

    /** The name of a foreign key's index, where the key has none; only until the index is made. */
    static final String INDEX_NAME = "index_name";

    /** {@code NO ACTION} where it was said, for a server to which it is not what it says by itself. */
    static final String NO_ACTION = "no_action_on_";

    /** A foreign key to a table that is not there; it was made while the server did not look. */
    static final String NOT_VALID = "not_valid";

    private final TokenStream in;
    private final Clauses clauses;

    KeyReader(TokenStream in, Clauses clauses) {
        this.in = in;
        this.clauses = clauses;
    }

    boolean isNext() {
        return in.atAny("CONSTRAINT", "PRIMARY", "UNIQUE", "INDEX", "KEY", "FULLTEXT", "SPATIAL", "VECTOR", "FOREIGN") || in.at("CHECK", "(");
    }

    TablePart read() {
        String name = "";
        if (in.accept("CONSTRAINT") && !in.atAny("PRIMARY", "UNIQUE", "FOREIGN", "CHECK")) {
            clauses.ifExists();
            name = clauses.name();
        }
        if (in.accept("PRIMARY", "KEY")) {
            return primaryKey();
        }
        if (in.accept("UNIQUE")) {
            return unique(name);
        }
        if (in.accept("FOREIGN", "KEY")) {
            return foreignKey(name);
        }
        if (in.accept("CHECK")) {
            SqlText condition = MysqlTexts.expression(in.parenthesized());
            return new Check(name, condition, enforcement(in));
        }
        String method = in.accept("FULLTEXT") ? "fulltext" : in.accept("SPATIAL") ? "spatial" : in.accept("VECTOR") ? "vector" : "";
        if (!in.accept("INDEX") && !in.accept("KEY") && method.isEmpty()) {
            throw in.unexpected("PRIMARY KEY, UNIQUE, INDEX, KEY, FOREIGN KEY or CHECK");
        }
        return index(indexName(""), method);
    }

    static Options enforcement(TokenStream in) {
        if (in.accept("NOT", "ENFORCED")) {
            return Options.of("not_enforced", "true");
        }
        in.accept("ENFORCED");
        return Options.NONE;
    }

    private PrimaryKey primaryKey() {
        indexName("");
        Options options = using(Options.NONE);
        List<Index.Key> keys = keys();
        options = ordered(options, keys.stream().map(Index.Key::modifiers).toList());
        return new PrimaryKey("", keys.stream().map(Index.Key::column).toList(), options(options));
    }

    /** The options of a primary key with the prefixes and directions of its columns. */
    static Options ordered(Options options, List<String> order) {
        return order.stream().allMatch(String::isEmpty) ? options.without(ORDER) : options.with(ORDER, String.join(",", order));
    }

    /** The columns of a primary key with their prefixes and directions. */
    static List<Index.Key> order(List<String> columns, Options options) {
        String[] order = options.find(ORDER).map(text -> text.split(",", -1)).orElse(new String[0]);
        return IntStream.range(0, columns.size()).mapToObj(i -> new Index.Key(columns.get(i), Optional.empty(), i < order.length ? order[i] : "")).toList();
    }

    private TablePart unique(String constraint) {
        if (!in.accept("INDEX")) {
            in.accept("KEY");
        }
        String name = indexName(constraint);
        Options options = using(Options.NONE);
        List<Index.Key> keys = keys();
        return unique(name, keys, options(options));
    }

    /** A unique index as the model has it. */
    static TablePart unique(String name, List<Index.Key> keys, Options options) {
        boolean plain = keys.stream().allMatch(key -> key.expression().isEmpty() && key.modifiers().isEmpty());
        return plain ? new Unique(name, keys.stream().map(Index.Key::column).toList(), options)
                : new Index(name, true, options.find("using").orElse(""), keys, List.of(), Optional.empty(), options.without("using"), Written.NOT);
    }

    /** A plain index, a full-text or a spatial one. */
    Index index(String name, String method) {
        Options options = using(Options.NONE);
        List<Index.Key> keys = keys();
        options = options(options);
        return new Index(name, false, method.isEmpty() ? options.find("using").orElse("") : method, keys, List.of(), Optional.empty(), options.without("using"), Written.NOT);
    }

    private ForeignKey foreignKey(String constraint) {
        clauses.ifExists();
        String index = indexName("");
        ForeignKey key = references(clauses, constraint, clauses.columns());
        return index.isEmpty() ? key : key.withOptions(key.options().with(INDEX_NAME, index));
    }

    /**
     * {@code RESTRICT} and {@code NO ACTION} do the same (MySQL manual, 15.1.20.5), but the servers keep what was said: the option
     * {@code no_action_on_delete} is for those whose default is the other word. {@code MATCH} has no effect.
     */
    static ForeignKey references(Clauses clauses, String name, List<String> columns) {
        TokenStream in = clauses.in();
        int mark = in.mark();
        ForeignKey key = clauses.references(name, columns);
        String text = in.lineSince(mark).toUpperCase(Locale.ROOT);
        Options options = key.options().without("match");
        for (String event : List.of("DELETE", "UPDATE")) {
            options = text.contains("ON " + event + " NO ACTION") ? options.with(NO_ACTION + event.toLowerCase(Locale.ROOT), "true") : options;
        }
        return key.withOptions(options);
    }

    private String indexName(String otherwise) {
        clauses.ifExists();
        boolean named = in.peek().isName() && !in.at("USING") && (!in.peek().is("TYPE") || in.peek(1).is("("));
        return named ? clauses.name() : otherwise;
    }

    Options using(Options options) {
        return in.accept("USING") || in.accept("TYPE") ? options.with("using", clauses.name().toLowerCase(Locale.ROOT)) : options;
    }

    List<Index.Key> keys() {
        var keys = new ArrayList<Index.Key>();
        in.expect("(");
        do {
            keys.add(key());
        } while (in.accept(","));
        in.expect(")");
        return keys;
    }

    private Index.Key key() {
        String column = "";
        Optional<SqlText> expression = Optional.empty();
        String length = "";
        if (in.at("(")) {
            expression = Optional.of(MysqlTexts.expression(in.parenthesized()));
        } else {
            column = clauses.name();
            Periods.refuseKey(in, column);
            length = length();
        }
        boolean descending = in.accept("DESC");
        if (!descending) {
            in.accept("ASC");
        }
        return new Index.Key(column, expression, (length + (descending ? " DESC" : "")).strip());
    }

    /** {@code (n)} behind a column: how many of its characters or bytes are in the key. */
    private String length() {
        if (!in.accept("(")) {
            return "";
        }
        if (!LENGTH.matcher(in.peek().text()).matches()) {
            throw in.unexpected("how many characters of the column the key holds; an expression has brackets of its own, as in ((lower(name)))");
        }
        String length = in.next().text();
        in.expect(")");
        return "(" + length + ")";
    }

    /** What follows the columns. */
    Options options(Options before) {
        Options options = before;
        while (!in.isAtEnd() && !in.atAny(",", ")", "PARTITION", "REMOVE")) {
            if (in.atAny("USING", "TYPE")) {
                options = using(options);
            } else if (in.accept("COMMENT")) {
                in.accept("=");
                String text = in.next().value();
                options = text.isEmpty() ? options : options.with("comment", text);
            } else if (in.accept("KEY_BLOCK_SIZE")) {
                in.accept("=");
                String size = in.next().text();
                options = size.equals("0") ? options : options.with("key_block_size", size);
            } else if (in.accept("WITH", "PARSER")) {
                options = options.with("parser", clauses.name());
            } else if (in.accept("INVISIBLE") || in.accept("IGNORED")) {
                options = options.with("invisible", "true");
            } else if (!in.accept("VISIBLE") && !in.accept("NOT", "IGNORED")) {
                options = attribute(options);
            }
        }
        return options;
    }

    /** What a storage engine knows: {@code M=8}, {@code ENGINE_ATTRIBUTE='{}'}. */
    private Options attribute(Options options) {
        if (in.atAny("ALGORITHM", "LOCK")) {
            in.next();
            in.accept("=");
            in.next();
            return options;
        }
        String name = clauses.name().toLowerCase(Locale.ROOT);
        in.expect("=");
        Token value = in.next();
        return options.with(name, value.type() == Token.Type.STRING ? Mysql.QUOTING.literal(value.value()) : value.text());
    }
}
