package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Columns in SQL. */
final class ColumnWriter {
    private final Context context;
    private final ConstraintWriter constraints;

    ColumnWriter(Context context, ConstraintWriter constraints) {
        this.context = context;
        this.constraints = constraints;
    }

    String sql(ColumnModel column, TableModel table, Optional<ColumnModel> counting) {
        boolean counts = counting.equals(Optional.of(column));
        String sql = context.names().column(column) + " " + switch (context.rules().prefix()) {
            case "postgresql" -> postgresql(column, table, counts);
            case "sqlite" -> sqlite(column, table, counts);
            default -> mysql(column, table, counts);
        };
        String checks = column.arguments("CheckConstraint").stream().map(check -> " " + constraints.check(check, table)).collect(Collectors.joining());
        return sql + checks;
    }

    private String type(ColumnModel column, TableModel table) {
        ResolvedType type = context.types().of(column, table);
        return context.rules().fragment(context.compiler().sql(type, table, context.names()), type.at());
    }

    private Optional<String> defaultValue(ColumnModel column, TableModel table) {
        Optional<Value> value = column.keyword("server_default");
        if (value.isEmpty() || Terms.isMade(value.get(), "FetchedValue") || Terms.is(value.get(), "FetchedValue")) {
            return Optional.empty();
        }
        Value given = Terms.isMade(value.get(), "DefaultClause") ? ((Value.Construct) value.get()).arguments().getFirst() : value.get();
        if (Terms.isMade(given, "Identity", "Computed", "Sequence")) {
            return Optional.empty();
        }
        String sql = Terms.text(given).filter(_ -> !(given instanceof Value.EnumMember)).map(context.names()::literal)
                .orElseGet(() -> context.expressions().sql(given, table, column.at()));
        return Optional.of(context.rules().defaultValue(sql));
    }

    private Optional<Value.Construct> argument(ColumnModel column, String kind) {
        return column.argument(kind).or(() -> column.keyword("server_default").filter(value -> Terms.isMade(value, kind)).map(Value.Construct.class::cast));
    }

    private Optional<String> computed(ColumnModel column, TableModel table, String unsaid) {
        return argument(column, "Computed").map(computed -> {
            Value expression = computed.argument(0, "sqltext").orElseThrow(() -> new ModelFault(computed.at(), "the computed column has no expression"));
            String stored = computed.argument(1, "persisted").filter(value -> !value.equals(Value.NONE))
                    .map(value -> Terms.truth(value, "persisted", computed.at()) ? " STORED" : " VIRTUAL").orElse(unsaid);
            return "GENERATED ALWAYS AS (" + context.expressions().condition(expression, table, computed.at()) + ")" + stored;
        });
    }

    private String postgresql(ColumnModel column, TableModel table, boolean counts) {
        Optional<Value.Construct> identity = argument(column, "Identity");
        String type = counts && identity.isEmpty() && !hasClientDefault(column) && !hasSequence(column) ? serial(column, table)
                : type(column, table) + defaultValue(column, table).map(value -> " DEFAULT " + value).orElse("");
        String computed = computed(column, table, " STORED").map(each -> " " + each).orElse("");
        String generated = identity.map(each -> " " + Sequences.identity(each)).orElse("");
        return type + computed + generated + (column.isNullable() || identity.isPresent() ? "" : " NOT NULL");
    }

    private String serial(ColumnModel column, TableModel table) {
        return switch (context.types().of(column, table).last().toLowerCase(java.util.Locale.ROOT)) {
            case "biginteger", "bigint" -> "BIGSERIAL";
            case "smallinteger", "smallint" -> "SMALLSERIAL";
            default -> "SERIAL";
        };
    }

    private String sqlite(ColumnModel column, TableModel table, boolean counts) {
        String type = type(column, table) + defaultValue(column, table).map(value -> " DEFAULT " + value).orElse("");
        String conflict = column.keyword("sqlite_on_conflict_not_null").flatMap(Terms::text).map(action -> " ON CONFLICT " + context.rules().word(action, column.at())).orElse("");
        String required = column.isNullable() ? "" : " NOT NULL" + conflict;
        String key = counts && SqliteTables.countsUp(table) ? " PRIMARY KEY AUTOINCREMENT" : "";
        return type + required + key + computed(column, table, "").map(each -> " " + each).orElse("");
    }

    private String mysql(ColumnModel column, TableModel table, boolean counts) {
        String type = type(column, table);
        String required = !column.isNullable() ? " NOT NULL" : type.startsWith("TIMESTAMP") ? " NULL" : "";
        String comment = column.keyword("comment").map(value -> " COMMENT " + context.names().literal(Terms.text(value, "the comment", column.at()))).orElse("");
        boolean given = column.keyword("server_default").isPresent();
        String value = counts && !given ? " AUTO_INCREMENT" : defaultValue(column, table).map(each -> " DEFAULT " + each).orElse("");
        return type + computed(column, table, "").map(each -> " " + each).orElse("") + required + comment + value;
    }

    /** The column of the key that counts up by itself. After SQLAlchemy's {@code PrimaryKeyConstraint._autoincrement_column}. */
    Optional<ColumnModel> counting(TableModel table) {
        List<ColumnModel> key = table.keyColumns();
        Optional<ColumnModel> asked = key.stream().filter(column -> column.keyword("autoincrement").equals(Optional.of(new Value.Truth(true)))).findFirst();
        if (asked.isPresent() || key.size() != 1) {
            return asked;
        }
        ColumnModel only = key.getFirst();
        Value autoincrement = only.keyword("autoincrement").orElse(new Value.Text(only.keywords().containsKey("autoincrement") ? "off" : "auto"));
        boolean refers = !only.arguments("ForeignKey").isEmpty() || table.constraints("ForeignKeyConstraint").stream().anyMatch(each -> context.references().columns(each, table).contains(only));
        boolean wanted = autoincrement.equals(new Value.Text("ignore_fk")) || autoincrement.equals(new Value.Text("auto")) && !refers;
        boolean defaulted = only.keyword("server_default").isPresent() && argument(only, "Identity").isEmpty()
                || hasClientDefault(only) || only.argument("Computed").isPresent() || only.argument("FetchedValue").isPresent()
                || hasSequence(only) && context.rules().prefix().equals("postgresql");
        return wanted && !defaulted && TypeCompiler.counts(context.types().of(only, table)) ? Optional.of(only) : Optional.empty();
    }

    private static boolean hasClientDefault(ColumnModel column) {
        return column.keyword("default").or(() -> column.keyword("insert_default")).filter(value -> !Terms.isMade(value, "Sequence")).isPresent();
    }

    /** A sequence of its own, not one that is only for databases which cannot do without. */
    private static boolean hasSequence(ColumnModel column) {
        return column.argument("Sequence").filter(sequence -> !Sequences.isTrue(sequence, "optional")).isPresent();
    }
}
