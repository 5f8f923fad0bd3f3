package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what CREATE TABLE says after the name: columns, indexes, constraints, projections, and the clauses behind them. */
final class TableReader {
    /** What the server takes for an index's granularity where none is given. */
    private static final String TEXT_GRANULARITY = "100000000";
    static final String GRANULARITY = "granularity";
    static final String ASSUME = "assume";
    static final String PROJECTION = "projection";

    private final TokenStream in;
    private final ColumnReader columns;
    private final List<TablePart> parts = new ArrayList<>();
    private final List<DefinedObject> projections = new ArrayList<>();
    private final List<String> primaryKey = new ArrayList<>();
    private Options options = Options.NONE;
    private Optional<String> comment = Optional.empty();

    TableReader(TokenStream in) {
        this.in = in;
        this.columns = new ColumnReader(in);
    }

    Table table(ObjectName name) {
        if (in.at("(")) {
            body(name);
        }
        clauses();
        if (in.at("AS") && parts.isEmpty()) {
            throw new SqlException("CREATE TABLE " + name + " AS takes its columns from a query, which only a server can tell; write the columns out", in.peek().start());
        }
        return finished(name);
    }

    private Table finished(ObjectName name) {
        if (!primaryKey.isEmpty() && !options.has(TableOptions.PRIMARY_KEY)) {
            options = options.with(TableOptions.PRIMARY_KEY, ClauseSpelling.of("(" + String.join(", ", primaryKey) + ")", ClauseSpelling::key));
        }
        if (options.has(TableOptions.ENGINE) && !StorageEngine.of(options).isMergeTree()) {
            return new Table(name, Parts.of(parts), options, comment);
        }
        return new Table(name, Parts.of(parts), ownSettings(options), comment);
    }

    /** What stands behind SETTINGS and is none of a MergeTree table's is the statement's own. */
    private static Options ownSettings(Options options) {
        Options own = options;
        for (var each : options.values().entrySet()) {
            String setting = each.getKey().startsWith(TableOptions.SETTING) ? each.getKey().substring(TableOptions.SETTING.length()) : "";
            if (!setting.isEmpty() && !ClickhouseFunctions.isTableSetting(setting)) {
                own = own.without(each.getKey()).with(StatementExtras.SETTING + setting, each.getValue());
            }
        }
        return own;
    }

    /** The projections that stood among the columns. */
    List<DefinedObject> projections() {
        return projections;
    }

    List<Column> columns() {
        return parts.stream().filter(Column.class::isInstance).map(Column.class::cast).toList();
    }

    Options options() {
        return options;
    }

    Optional<String> comment() {
        return comment;
    }

    void body(ObjectName table) {
        in.expect("(");
        while (!in.at(")")) {
            element(table);
            if (!in.accept(",")) {
                break;
            }
        }
        in.expect(")");
    }

    private void element(ObjectName table) {
        if (in.at("INDEX") && in.peek(1).isName() && !in.peek(2).is(",") && !in.peek(2).is(")")) {
            in.next();
            parts.add(index());
        } else if (in.at("CONSTRAINT") && (in.peek(2).is("CHECK") || in.peek(2).is("ASSUME"))) {
            in.next();
            parts.add(constraint());
        } else if (in.at("PROJECTION") && (in.peek(2).is("(") || in.peek(2).is("INDEX"))) {
            projections.add(projection(table));
        } else if (in.accept("PRIMARY", "KEY")) {
            options = options.with(TableOptions.PRIMARY_KEY, new ClauseSpelling(in).key());
        } else if (in.at("FOREIGN", "KEY") || in.at("CONSTRAINT") && in.peek(2).is("FOREIGN")) {
            throw new SqlException("ClickHouse has no foreign keys; leave this one out", in.peek().start());
        } else if (in.at("UNIQUE") && in.peek(1).is("(") || in.at("CONSTRAINT") && in.peek(2).is("UNIQUE")) {
            throw new SqlException("ClickHouse has no unique constraints; leave this one out, or let ReplacingMergeTree keep the last row of each key", in.peek().start());
        } else {
            Column column = columns.column();
            parts.addAll(ColumnRules.flattened(column));
            if (columns.isPrimaryKey()) {
                primaryKey.add(OperandSpelling.name(column.name()));
            }
        }
    }

    /** {@code name expression TYPE type [GRANULARITY n]}. */
    Index index() {
        String name = ClickhouseNames.name(in);
        List<Index.Key> keys = indexKeys();
        String type = "minmax";
        String granularity = "1";
        Written written = Written.NOT;
        if (in.accept("TYPE")) {
            int mark = in.mark();
            type = new ClauseSpelling(in).engine();
            // The server keeps the brackets of bloom_filter() where somebody wrote them.
            written = in.textSince(mark).endsWith("()") ? new Written(type + "()") : Written.NOT;
            granularity = type.startsWith("text") || type.startsWith("vector_similarity") ? TEXT_GRANULARITY : granularity;
        }
        String implied = granularity;
        if (in.accept("GRANULARITY")) {
            String given = in.next().text();
            // The server passes over that of a text index (tried on 26.5).
            granularity = type.startsWith("text") ? implied : given;
        }
        return new Index(name, false, type, keys, List.of(), Optional.empty(), granularity.equals(implied) ? Options.NONE : Options.of(GRANULARITY, granularity), written);
    }

    /** {@code (a, b)} is an index over two columns. */
    private List<Index.Key> indexKeys() {
        SqlText whole = columns.expression();
        TokenStream inner = ClickhouseTokens.of(whole.sql());
        if (!whole.canonical().startsWith("(") || !inner.accept("(")) {
            return List.of(key(whole));
        }
        var reader = new ColumnReader(inner);
        var keys = new ArrayList<Index.Key>();
        do {
            keys.add(key(reader.expression()));
        } while (inner.accept(","));
        return inner.accept(")") && inner.isAtEnd() ? keys : List.of(key(whole));
    }

    private static Index.Key key(SqlText expression) {
        TokenStream tokens = ClickhouseTokens.of(expression.canonical());
        return tokens.peek().isName() && tokens.peek(1).type() == Type.END ? Index.Key.column(tokens.peek().value())
                : new Index.Key("", Optional.of(expression), "");
    }

    /** {@code name CHECK condition} or {@code name ASSUME condition}. */
    Check constraint() {
        String name = ClickhouseNames.name(in);
        boolean assumed = in.accept("ASSUME");
        if (!assumed) {
            in.expect("CHECK");
        }
        return new Check(name, columns.expression(), assumed ? Options.of(ASSUME, "true") : Options.NONE);
    }

    DefinedObject projection(ObjectName table) {
        in.expect("PROJECTION");
        ClickhouseNames.ifExists(in);
        String name = ClickhouseNames.name(in);
        int mark = in.mark();
        in.skipUntil(",", "FIRST", "AFTER");
        return new DefinedObject(PROJECTION, table, name, ClickhouseTexts.definition("PROJECTION " + OperandSpelling.name(name) + " " + in.textSince(mark)));
    }

    /** What stands behind the columns, in any order. */
    void clauses() {
        while (clause()) {
            // each clause takes what is its own
        }
    }

    private boolean clause() {
        if (in.accept("ENGINE")) {
            in.accept("=");
            put(TableOptions.ENGINE, new ClauseSpelling(in).engine());
        } else if (in.accept("ORDER", "BY")) {
            put(TableOptions.ORDER_BY, new ClauseSpelling(in).key());
        } else if (in.accept("PRIMARY", "KEY")) {
            put(TableOptions.PRIMARY_KEY, new ClauseSpelling(in).key());
        } else if (in.accept("PARTITION", "BY")) {
            put(TableOptions.PARTITION_BY, new ClauseSpelling(in).expression());
        } else if (in.accept("SAMPLE", "BY")) {
            put(TableOptions.SAMPLE_BY, new ClauseSpelling(in).expression());
        } else if (in.accept("TTL")) {
            put(TableOptions.TTL, new ClauseSpelling(in).ttl());
        } else if (in.accept("SETTINGS")) {
            settings();
        } else if (in.accept("COMMENT")) {
            comment = Optional.of(ClickhouseNames.text(in)).filter(text -> !text.isEmpty());
        } else {
            return false;
        }
        return true;
    }

    private void put(String option, String value) {
        options = options.with(option, value);
    }

    void settings() {
        do {
            String name = ClickhouseNames.name(in);
            in.expect("=");
            put(TableOptions.SETTING + name, new ClauseSpelling(in).value());
        } while (in.accept(","));
    }
}
