package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * Reads what CREATE TABLE says after the name. A key's directions and collations are its option {@code order}, one entry a column
 * between commas; {@code on_conflict} is an option of the constraint, and of the column for NOT NULL. The names of constraints
 * that SQLite has no use for (NOT NULL, DEFAULT, COLLATE) fall out.
 */
final class SqliteTableReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final Parts present;
    private final SequencedMap<PartKey, TablePart> constraints = new LinkedHashMap<>();
    private final Map<PartKey, Integer> copies = new HashMap<>();

    SqliteTableReader(TokenStream in) {
        this(in, Parts.NONE);
    }

    /** Of a column for a table that has these parts. */
    SqliteTableReader(TokenStream in, Parts present) {
        this.in = in;
        this.present = present;
        this.clauses = new Clauses(in, UnaryOperator.identity());
    }

    Table table(ObjectName name) {
        if (in.at("AS")) {
            throw new SqlException("CREATE TABLE " + name + " AS takes its columns from a query, which only a database can tell; write the columns out", in.peek().start());
        }
        in.expect("(");
        var columns = new ArrayList<TablePart>();
        do {
            if (atTableConstraint()) {
                tableConstraint();
            } else {
                columns.add(column());
            }
        } while (in.accept(",") || atTableConstraint());
        in.expect(")");
        columns.addAll(constraints.values());
        return new Table(name, Parts.of(columns), tableOptions(), Optional.empty());
    }

    /** The constraints that were read, those on columns too. */
    List<TablePart> constraints() {
        return List.copyOf(constraints.values());
    }

    private Options tableOptions() {
        Options options = Options.NONE;
        if (in.isAtEnd()) {
            return options;
        }
        do {
            if (in.accept("WITHOUT", "ROWID")) {
                options = options.with("without_rowid", "true");
            } else if (in.accept("STRICT")) {
                options = options.with("strict", "true");
            } else {
                throw in.unexpected("WITHOUT ROWID or STRICT");
            }
        } while (in.accept(","));
        return options;
    }

    private boolean atTableConstraint() {
        return in.atAny("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
    }

    private void tableConstraint() {
        String name = clauses.constraintName().orElse("");
        if (in.accept("PRIMARY", "KEY")) {
            var order = new ArrayList<String>();
            List<String> columns = keyColumns(order);
            add(new PrimaryKey(name, columns, conflict(ordered(order))));
        } else if (in.accept("UNIQUE")) {
            var order = new ArrayList<String>();
            List<String> columns = keyColumns(order);
            add(new Unique(name, columns, conflict(ordered(order))));
        } else if (in.accept("CHECK")) {
            check(name);
        } else if (in.accept("FOREIGN", "KEY")) {
            add(references(name, clauses.columns()));
        } else if (name.isEmpty()) {
            throw in.unexpected("PRIMARY KEY, UNIQUE, CHECK or FOREIGN KEY");
        }
    }

    private List<String> keyColumns(List<String> order) {
        var columns = new ArrayList<String>();
        in.expect("(");
        do {
            columns.add(SqliteNames.name(in));
            String collation = in.accept("COLLATE") ? "COLLATE " + SqliteNormalizer.collation(SqliteNames.name(in)).orElse("BINARY") : "";
            order.add((collation + " " + direction()).strip());
        } while (in.accept(","));
        if (in.at("AUTOINCREMENT")) {
            throw new SqlException("AUTOINCREMENT stands behind the PRIMARY KEY of a column: id INTEGER PRIMARY KEY AUTOINCREMENT", in.peek().start());
        }
        in.expect(")");
        return columns;
    }

    private String direction() {
        if (in.accept("DESC")) {
            return "DESC";
        }
        in.accept("ASC");
        return "";
    }

    private static Options ordered(List<String> order) {
        return order.stream().allMatch(String::isEmpty) ? Options.NONE : Options.of("order", String.join(",", order));
    }

    private Options conflict(Options options) {
        Optional<String> action = conflict();
        return action.isPresent() ? options.with("on_conflict", action.get()) : options;
    }

    /** {@code ON CONFLICT action}; ABORT is the default and leaves no trace. */
    private Optional<String> conflict() {
        if (!in.accept("ON", "CONFLICT")) {
            return Optional.empty();
        }
        for (String action : List.of("ROLLBACK", "FAIL", "IGNORE", "REPLACE")) {
            if (in.accept(action)) {
                return Optional.of(action);
            }
        }
        in.expect("ABORT");
        return Optional.empty();
    }

    /** A check without a name may say what another one says: SQLite keeps both. */
    private void check(String name) {
        var check = new Check(name, SqliteTexts.expression(in.parenthesized()), conflict(Options.NONE));
        int copy = copies.merge(check.partKey(), 1, Integer::sum);
        Check distinct = check;
        while (name.isEmpty() && (present.find(distinct.partKey()).isPresent() || constraints.containsKey(distinct.partKey()))) {
            distinct = new Check(name, check.condition(), check.options().with("copy", String.valueOf(++copy)));
        }
        add(distinct);
    }

    private void add(TablePart constraint) {
        TablePart twin = constraints.putIfAbsent(constraint.partKey(), constraint);
        if (twin != null && !twin.equals(constraint)) {
            throw new IllegalArgumentException(constraint instanceof PrimaryKey ? "two primary keys" : "two " + constraint.kind().plural() + " are named " + constraint.name());
        }
    }

    /** A column with its constraints, which are added to the table's. */
    Column column() {
        String name = SqliteNames.name(in);
        Column column = Column.of(name, SqliteTypes.read(in));
        while (!in.isAtEnd() && !in.at(",") && !in.at(")")) {
            String constraint = clauses.constraintName().orElse("");
            if (in.at(",") || in.at(")") || in.isAtEnd()) {
                break;
            }
            column = constrained(column, constraint);
        }
        return column;
    }

    private Column constrained(Column column, String name) {
        List<String> self = List.of(column.name());
        if (in.accept("PRIMARY", "KEY")) {
            return primaryKey(column, name);
        }
        if (in.accept("NOT", "NULL")) {
            Column required = column.withNullable(false);
            return conflict().map(action -> required.withOptions(required.options().with("not_null_on_conflict", action))).orElse(required);
        }
        if (in.accept("DEFAULT")) {
            return column.withDefault(Optional.of(SqliteTexts.defaultValue(defaultValue())));
        }
        if (in.accept("COLLATE")) {
            return column.withCollation(SqliteNormalizer.collation(SqliteNames.name(in)));
        }
        if (in.accept("GENERATED", "ALWAYS", "AS") || in.accept("AS")) {
            return column.withGenerated(Optional.of(generated()));
        }
        if (in.accept("UNIQUE")) {
            add(new Unique(name, self, conflict(Options.NONE)));
        } else if (in.accept("CHECK")) {
            check(name);
        } else if (in.at("REFERENCES")) {
            add(references(name, self));
        } else if (in.accept("NULL")) {
            conflict();
        } else {
            throw in.unexpected("a column constraint, a comma or a closing bracket");
        }
        return column;
    }

    private Column primaryKey(Column column, String name) {
        boolean descending = in.accept("DESC");
        if (!descending) {
            in.accept("ASC");
        }
        // "INTEGER PRIMARY KEY DESC" is no alias of the rowid, unlike PRIMARY KEY (id DESC): sqlite.org/lang_createtable.html#rowid
        add(new PrimaryKey(name, List.of(column.name()), conflict(descending ? Options.of("inline_order", "DESC") : Options.NONE)));
        return in.accept("AUTOINCREMENT") ? column.withOptions(column.options().with("autoincrement", "true")) : column;
    }

    private Generated generated() {
        var expression = SqliteTexts.expression(in.parenthesized());
        boolean stored = in.accept("STORED");
        if (!stored) {
            in.accept("VIRTUAL");
        }
        return new Generated(expression, stored);
    }

    private String defaultValue() {
        int mark = in.mark();
        if (in.at("(")) {
            in.parenthesized();
            return in.textSince(mark);
        }
        if (in.accept("-") || in.accept("+")) {
            in.next();
            return in.textSince(mark);
        }
        if (in.isAtEnd() || in.at(",") || in.at(")")) {
            throw in.unexpected("a default");
        }
        in.next();
        return in.textSince(mark);
    }

    /** A key is to a table of the same database, and the server takes no schema in front of its name. */
    private ForeignKey references(String name, List<String> columns) {
        int target = in.peek(1).start();
        ForeignKey key = clauses.references(name, columns);
        if (!key.target().namespace().isEmpty()) {
            throw new SqlException("SQLite takes no schema in front of the table that a foreign key refers to; leave it out", target);
        }
        return key;
    }
}
