package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the server would refuse of tables that are right each by itself, and of columns that number themselves. Tried on MariaDB 10.11, with foreign_key_checks on and off. */
final class MysqlLimits {
    /** Engines that number within a key's first columns (MySQL manual, 5.6.9). */
    private static final Set<String> COUNTING_IN_GROUPS = Set.of("MyISAM", "Aria", "MRG_MyISAM");
    private static final Set<String> FLOATING = Set.of("float", "double");

    private final Schema schema;
    private final List<Problem> problems;
    private final Map<ObjectName, ObjectName> keys = new HashMap<>();

    private MysqlLimits(Schema schema, List<Problem> problems) {
        this.schema = schema;
        this.problems = problems;
    }

    /** Checks a normal schema. */
    static void check(Schema schema, List<Problem> problems) {
        var limits = new MysqlLimits(schema, problems);
        schema.tables().forEach(limits::table);
    }

    private void table(Table table) {
        List<Column> numbered = table.columns().stream().filter(column -> column.options().has("autoincrement")).toList();
        if (numbered.size() > 1) {
            problem(table, "table " + table.name() + " has two columns with AUTO_INCREMENT, " + numbered.getFirst().name() + " and " + numbered.get(1).name() + "; keep one");
        }
        numbered.forEach(column -> numbered(table, column));
        table.foreignKeys().forEach(key -> {
            named(table, key);
            schema.table(key.target()).ifPresent(target -> typed(table, key, target));
        });
    }

    private void numbered(Table table, Column column) {
        boolean grouped = table.options().find(TableAttributes.ENGINE).filter(COUNTING_IN_GROUPS::contains).isPresent();
        if (table.parts().stream().map(MysqlLimits::columns).noneMatch(key -> grouped ? key.stream().anyMatch(column.name()::equalsIgnoreCase)
                : !key.isEmpty() && key.getFirst().equalsIgnoreCase(column.name()))) {
            problem(table, "column " + column.name() + " of " + table.name() + " has AUTO_INCREMENT, and no key begins with it; make it the primary key, or give it an index");
        }
        if (!MysqlTypes.isInteger(column.type()) && !FLOATING.contains(column.type().name())) {
            problem(table, "column " + column.name() + " of " + table.name() + " has AUTO_INCREMENT, and the type " + column.type() + "; give it an integer type");
        }
    }

    private static List<String> columns(TablePart part) {
        return switch (part) {
            case PrimaryKey key -> key.columns();
            case Unique unique -> unique.columns();
            case Index index -> index.columns();
            default -> List.of();
        };
    }

    /** InnoDB has one list of their names for a database (MySQL manual, 15.1.20.5; MariaDB before 12.1). */
    private void named(Table table, ForeignKey key) {
        Optional.ofNullable(keys.put(table.name().withName(ImplicitKeys.folded(key.name())), table.name())).filter(_ -> !key.name().isEmpty()).ifPresent(other -> problem(table, "two foreign keys are named " + key.name()
                + ": of " + other + " and of " + table.name() + "; the server has one list of their names for a database; rename one"));
    }

    /** Whole numbers need the same size and sign (MySQL manual, 15.1.20.5), and none is compared with a text. */
    private void typed(Table table, ForeignKey key, Table target) {
        for (int i = 0; i < key.columns().size() && i < key.targetColumns().size(); i++) {
            Optional<Column> from = MysqlTableRules.find(table, key.columns().get(i));
            Optional<Column> to = MysqlTableRules.find(target, key.targetColumns().get(i));
            if (from.isPresent() && to.isPresent() && !fit(from.get(), to.get())) {
                problem(table, "foreign key " + key.name() + " of " + table.name() + " compares " + from.get().name() + " (" + from.get().type() + ") with " + target.name() + "." + to.get().name()
                        + " (" + to.get().type() + "), which the server refuses; give both one type");
            }
        }
    }

    private static boolean fit(Column from, Column to) {
        boolean whole = MysqlTypes.isInteger(from.type());
        if (whole && MysqlTypes.isInteger(to.type())) {
            return from.type().name().equals(to.type().name()) && isUnsigned(from) == isUnsigned(to);
        }
        return !(whole && MysqlTypes.isText(to.type()) || MysqlTypes.isText(from.type()) && MysqlTypes.isInteger(to.type()));
    }

    private static boolean isUnsigned(Column column) {
        return column.type().text().contains("unsigned") || column.type().text().contains("zerofill");
    }

    private void problem(Table table, String message) {
        problems.add(Problem.at("/tables/" + MysqlSchemaRules.escaped(table.name().toString()), message));
    }
}
