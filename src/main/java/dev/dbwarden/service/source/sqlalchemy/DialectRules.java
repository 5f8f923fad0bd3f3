package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.sql.Fragment;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What SQLAlchemy spells differently from dialect to dialect, types aside. */
abstract class DialectRules {
    private final Dialect dialect;
    private final Names names;

    DialectRules(Dialect dialect) {
        this.dialect = dialect;
        this.names = new Names(dialect.quoting(), quotedToo());
    }

    /** Words that SQLAlchemy quotes and the dialect need not have quoted; they show where a database keeps the text that it was given. */
    Set<String> quotedToo() {
        return Set.of();
    }

    Names names() {
        return names;
    }

    /** The name that options carry: {@code postgresql_using}, {@code mysql_engine}. */
    String prefix() {
        return dialect.name();
    }

    /** The names that options of the dialect may carry, the first before the others. */
    List<String> optionNames() {
        return List.of(prefix());
    }

    /** An option of the dialect, such as {@code length} of {@code mysql_length}. */
    Optional<Value> option(String name, Function<String, Optional<Value>> options) {
        return optionNames().stream().flatMap(prefix -> options.apply(prefix + "_" + name).stream()).findFirst();
    }

    /** How many characters a name may have. */
    abstract int longestName();

    /** Whether foreign keys can be added to a table that is there; where not, SQLAlchemy leaves those out that would have to be. */
    boolean alters() {
        return true;
    }

    /** Whether a foreign key can lead from one table to the other. */
    boolean canRefer(TableModel from, TableModel to) {
        return true;
    }

    /** How a foreign key names the table that it refers to. */
    String referred(TableModel table) {
        return names.table(table);
    }

    String truth(boolean is) {
        return is ? "true" : "false";
    }

    String now() {
        return "now()";
    }

    String bare(String function) {
        return function.toUpperCase(Locale.ROOT);
    }

    Rendered nextValue(Value sequence, Location at) {
        throw new ModelFault(at, "a sequence gives no default in this dialect");
    }

    String matches() {
        return " REGEXP ";
    }

    Rendered like(String left, String right, String method) {
        boolean not = method.startsWith("not");
        String pattern = method.endsWith("ilike") ? "lower(" + left + ")" + (not ? " NOT" : "") + " LIKE lower(" + right + ")" : left + (not ? " NOT" : "") + " LIKE " + right;
        return new Rendered(pattern, 5, false);
    }

    /** What a column's default is written as. */
    String defaultValue(String sql) {
        return sql;
    }

    /** A word, or several, that the grammar has and no quotes belong around: an action, a method. */
    String word(String words, Location at) {
        if (!words.matches("[A-Za-z0-9_.][A-Za-z0-9_. ]*(\\([A-Za-z0-9_, ]*\\))?")) {
            throw new ModelFault(at, "'" + words + "' is no word of SQL");
        }
        return words;
    }

    String operator(String operator, Location at) {
        if (!operator.matches("[-+*/<>=~!@#%^&|`?]+|OPERATOR\\([\\w.]*[-+*/<>=~!@#%^&|`?]+\\)") || operator.contains("--") || operator.contains("/*")) {
            throw new ModelFault(at, "'" + operator + "' is no operator of SQL");
        }
        return operator;
    }

    /** A text of SQL in the model that is taken over as it is: it has to be a part of one statement. */
    String fragment(String sql, Location at) {
        Fragment.CLAUSE.fault(sql, dialect.lexicon()).ifPresent(fault -> {
            throw new ModelFault(at, fault);
        });
        return sql;
    }
}
