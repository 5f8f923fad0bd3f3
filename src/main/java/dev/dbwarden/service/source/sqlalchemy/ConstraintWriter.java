package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constraints of a table in SQL, in SQLAlchemy's order: the primary key, those that the model makes, those that its columns make. */
final class ConstraintWriter {
    private final Context context;
    private final Set<TableModel> cyclic;

    ConstraintWriter(Context context) {
        this.context = context;
        this.cyclic = Cycles.among(context.tables().all(), this::referred);
    }

    /** A constraint's SQL; {@code afterwards} where it is added when all tables are there. */
    record Written(String sql, boolean afterwards, Location at) {}

    /** The other tables that a table refers to with keys that are made with it; what is wrong with them is told when they are written. */
    private List<TableModel> referred(TableModel table) {
        var referred = new ArrayList<TableModel>();
        Stream.concat(table.columns().stream().flatMap(column -> column.arguments("ForeignKey").stream()), table.constraints("ForeignKeyConstraint").stream())
                .filter(key -> !Sequences.isTrue(key, "use_alter")).forEach(key -> {
                    try {
                        referred.add(Terms.isMade(key, "ForeignKey") ? context.references().target(key).table() : context.references().targets(key).getFirst().table());
                    } catch (ModelFault told) {
                        referred.remove(table);
                    }
                });
        referred.removeIf(other -> other == table);
        return referred;
    }

    /** @param counting the column of the key that counts up; {@code inline} where the key is said with it */
    List<Written> all(TableModel table, Optional<ColumnModel> counting, boolean inline) {
        var written = new ArrayList<Written>();
        if (!inline) {
            key(table, counting).ifPresent(written::add);
        }
        table.arguments().forEach(argument -> context.faults().collecting(() -> explicit(argument, table).ifPresent(written::add)));
        table.columns().forEach(column -> context.faults().collecting(() -> written.addAll(ofColumn(column, table))));
        return written;
    }

    private Optional<Written> key(TableModel table, Optional<ColumnModel> counting) {
        List<Value.Construct> given = table.constraints("PrimaryKeyConstraint");
        Optional<Value.Construct> constraint = given.stream().findFirst();
        List<ColumnModel> columns = constraint.filter(each -> !each.arguments().isEmpty()).map(each -> context.references().columns(each, table)).orElseGet(() -> countingFirst(table.keyColumns(), counting));
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Location at = constraint.map(Value.Construct::at).orElse(table.at());
        String name = named(new Naming.Subject("pk", constraint.flatMap(each -> each.keyword("name")), table, columns, at));
        return Optional.of(new Written(name + "PRIMARY KEY (" + columns(columns) + ")" + constraint.map(this::deferral).orElse("")
                + conflict(constraint, columns, "sqlite_on_conflict_primary_key"), false, at));
    }

    /** In a key that no constraint spells out, SQLAlchemy puts the column that counts up in front. */
    private static List<ColumnModel> countingFirst(List<ColumnModel> key, Optional<ColumnModel> counting) {
        return Stream.concat(counting.filter(key::contains).stream(), key.stream().filter(column -> !counting.equals(Optional.of(column)))).toList();
    }

    /** SQLite's {@code ON CONFLICT}: of the constraint, or of its only column. */
    private String conflict(Optional<Value.Construct> constraint, List<ColumnModel> columns, String keyword) {
        if (!context.rules().prefix().equals("sqlite")) {
            return "";
        }
        Optional<Value> action = constraint.flatMap(each -> each.keyword("sqlite_on_conflict")).or(() -> columns.size() == 1 ? columns.getFirst().keyword(keyword) : Optional.empty());
        return action.flatMap(Terms::text).map(each -> " ON CONFLICT " + context.rules().word(each, columns.getFirst().at())).orElse("");
    }

    private String named(Naming.Subject subject) {
        return context.naming().name(subject).map(name -> "CONSTRAINT " + context.names().name(name) + " ").orElse("");
    }

    private String columns(List<ColumnModel> columns) {
        return columns.stream().map(context.names()::column).collect(Collectors.joining(", "));
    }

    private Optional<Written> explicit(Value.Construct argument, TableModel table) {
        Location at = argument.at();
        return switch (Terms.name(argument)) {
            case "UniqueConstraint" -> Optional.of(unique(argument, table));
            case "CheckConstraint" -> Optional.of(new Written(check(argument, table), false, at));
            case "ForeignKeyConstraint" -> Optional.of(argument).filter(key -> context.references().targets(key).stream().allMatch(place -> context.rules().canRefer(table, place.table())))
                    .map(_ -> foreignKey(argument, context.references().columns(argument, table), context.references().targets(argument), table));
            case "ExcludeConstraint", "postgresql.ExcludeConstraint" -> Optional.of(new Written(exclusion(argument, table), false, at));
            case "RawConstraint" -> Optional.of(new Written(named(new Naming.Subject("ex", argument.keyword("name"), table, List.of(), at)) + "EXCLUDE "
                    + context.rules().fragment(Terms.text(argument.arguments().getFirst(), "the expression", at), at) + deferral(argument), false, at));
            case "Index", "PrimaryKeyConstraint" -> Optional.empty();
            default -> throw new ModelFault(at, argument.callee() + "() is no part of a table that is read here");
        };
    }

    private Written unique(Value.Construct constraint, TableModel table) {
        List<ColumnModel> columns = context.references().columns(constraint, table);
        String nulls = context.rules().prefix().equals("postgresql") && Sequences.isTrue(constraint, "postgresql_nulls_not_distinct") ? "NULLS NOT DISTINCT " : "";
        String name = named(new Naming.Subject("uq", constraint.keyword("name"), table, columns, constraint.at()));
        return new Written(name + "UNIQUE " + nulls + "(" + columns(columns) + ")" + included(constraint, table) + deferral(constraint) + conflict(Optional.of(constraint), columns, "sqlite_on_conflict_unique"), false, constraint.at());
    }

    private String included(Value.Construct constraint, TableModel table) {
        return constraint.keyword("postgresql_include").filter(_ -> context.rules().prefix().equals("postgresql"))
                .map(names -> context.included(names, table, constraint.at())).orElse("");
    }

    String check(Value.Construct constraint, TableModel table) {
        Value condition = constraint.argument(0, "sqltext").orElseThrow(() -> new ModelFault(constraint.at(), "the check has no condition"));
        String sql = context.expressions().condition(condition, table, constraint.at());
        return named(new Naming.Subject("ck", constraint.keyword("name"), table, List.of(), constraint.at())) + "CHECK (" + sql + ")"
                + (context.rules().prefix().equals("postgresql") && Sequences.isTrue(constraint, "postgresql_no_inherit") ? " NO INHERIT" : "") + deferral(constraint);
    }

    private Written foreignKey(Value.Construct source, List<ColumnModel> columns, List<Tables.Place> targets, TableModel table) {
        if (columns.size() != targets.size() || columns.isEmpty()) {
            throw new ModelFault(source.at(), "the foreign key has " + columns.size() + " columns and refers to " + targets.size());
        }
        TableModel referred = targets.getFirst().table();
        List<ColumnModel> referredColumns = targets.stream().map(place -> place.table().column(place.key()).orElseThrow()).toList();
        String name = named(new Naming.Subject("fk", source.keyword("name"), table, columns, Optional.of(referred), referredColumns, source.at()));
        String sql = name + "FOREIGN KEY(" + columns(columns) + ") REFERENCES " + context.rules().referred(referred) + " (" + columns(referredColumns) + ")"
                + action(source, "match", " MATCH ") + action(source, "ondelete", " ON DELETE ") + action(source, "onupdate", " ON UPDATE ") + deferral(source);
        return new Written(sql, Sequences.isTrue(source, "use_alter") || cyclic.contains(table), source.at());
    }

    private String action(Value.Construct source, String keyword, String words) {
        return source.keyword(keyword).filter(value -> !value.equals(Value.NONE))
                .map(value -> words + context.rules().word(Terms.text(value, keyword, source.at()), source.at())).orElse("");
    }

    private String deferral(Value.Construct source) {
        String deferrable = source.keyword("deferrable").filter(value -> !value.equals(Value.NONE))
                .map(value -> Terms.truth(value, "deferrable", source.at()) ? " DEFERRABLE" : " NOT DEFERRABLE").orElse("");
        return deferrable + action(source, "initially", " INITIALLY ");
    }

    private String exclusion(Value.Construct constraint, TableModel table) {
        var elements = new ArrayList<String>();
        var columns = new ArrayList<ColumnModel>();
        for (Value argument : constraint.arguments()) {
            if (!(argument instanceof Value.Sequence(_, var pair)) || pair.size() != 2) {
                throw Terms.fault(argument, "a part of the exclusion", constraint.at());
            }
            String left = pair.getFirst() instanceof Value.Text ? context.names().column(context.references().column(pair.getFirst(), table, constraint.at()))
                    : context.expressions().render(pair.getFirst(), table, constraint.at()).within(Rendered.ATOM - 1);
            elements.add(left + operatorClass(constraint, pair.getFirst()) + " WITH " + context.rules().operator(Terms.text(pair.getLast(), "the operator", constraint.at()), constraint.at()));
        }
        String using = constraint.keyword("using").map(value -> Terms.text(value, "the method", constraint.at())).orElse("gist");
        String where = constraint.keyword("where").filter(value -> !value.equals(Value.NONE)).map(value -> " WHERE (" + context.expressions().condition(value, table, constraint.at()) + ")").orElse("");
        return named(new Naming.Subject("ex", constraint.keyword("name"), table, columns, constraint.at())) + "EXCLUDE USING " + context.rules().word(using, constraint.at())
                + " (" + String.join(", ", elements) + ")" + where + deferral(constraint);
    }

    private static String operatorClass(Value.Construct constraint, Value element) {
        return constraint.keyword("ops").filter(Value.Mapping.class::isInstance).flatMap(ops -> Optional.ofNullable(((Value.Mapping) ops).entries().get(element)))
                .flatMap(Terms::text).map(each -> " " + each).orElse("");
    }

    /** What a column makes: a unique constraint, the check of its type, its foreign keys. */
    private List<Written> ofColumn(ColumnModel column, TableModel table) {
        var written = new ArrayList<Written>();
        if (column.is("unique") && !column.is("index")) {
            written.add(new Written(named(new Naming.Subject("uq", Optional.empty(), table, List.of(column), column.at())) + "UNIQUE (" + columns(List.of(column)) + ")"
                    + conflict(Optional.empty(), List.of(column), "sqlite_on_conflict_unique"), false, column.at()));
        }
        ofType(column, table).ifPresent(written::add);
        column.arguments("ForeignKey").stream().filter(key -> context.rules().canRefer(table, context.references().target(key).table()))
                .forEach(key -> written.add(foreignKey(key, List.of(column), List.of(context.references().target(key)), table)));
        return written;
    }

    private Optional<Written> ofType(ColumnModel column, TableModel table) {
        ResolvedType type = context.types().of(column, table);
        if (column.type().isEmpty() || !type.flag(Integer.MAX_VALUE, "create_constraint") && !(type.last().equals("Boolean") && type.flag(0, "create_constraint"))) {
            return Optional.empty();
        }
        Enums enums = context.compiler().enums();
        boolean stored = type.isEnum() ? !enums.isNative(type) || context.rules().prefix().equals("sqlite") : !context.rules().prefix().equals("postgresql");
        if (!stored) {
            return Optional.empty();
        }
        String values = type.isEnum() ? enums.labels(type).stream().map(context.names()::literal).collect(Collectors.joining(", ")) : "0, 1";
        Optional<Value> name = type.argument(1, "name").filter(_ -> !type.isEnum()).or(() -> type.isEnum() ? enums.name(type).map(Value.Text::new) : Optional.empty());
        return Optional.of(new Written(named(new Naming.Subject("ck", name, table, List.of(column), column.at())) + "CHECK (" + context.names().column(column) + " IN (" + values + "))", false, column.at()));
    }
}
