package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Indexes in SQL. */
final class IndexWriter {
    private final Context context;

    IndexWriter(Context context) {
        this.context = context;
    }

    /** The index of a column that says {@code index=True}. */
    Ddl ofColumn(ColumnModel column, TableModel table) {
        String name = context.naming().name(new Naming.Subject("ix", Optional.empty(), table, List.of(column), column.at())).orElseThrow();
        return context.ddl("CREATE " + (column.is("unique") ? "UNIQUE " : "") + "INDEX " + name(name, table) + " ON " + target(table) + " (" + context.names().column(column) + ")", column.at());
    }

    Ddl explicit(Value.Construct index, TableModel table) {
        Location at = index.at();
        List<Value> expressions = index.arguments().subList(Math.min(1, index.arguments().size()), index.arguments().size());
        if (expressions.isEmpty()) {
            throw new ModelFault(at, "the index has no columns");
        }
        Optional<Value> given = index.argument(0, "name");
        String name = context.naming().name(new Naming.Subject("ix", given, table, columns(expressions, table), at))
                .orElseThrow(() -> new ModelFault(at, "the index has no name"));
        boolean unique = Sequences.isTrue(index, "unique");
        return context.ddl(switch (context.rules().prefix()) {
            case "postgresql" -> postgresql(index, expressions, table, unique, name);
            case "sqlite" -> "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + name(name, table) + " ON " + target(table) + " (" + plain(expressions, table, at) + ")" + where(index, "sqlite_where", table);
            default -> mysql(index, expressions, table, unique, name);
        }, at);
    }

    private String name(String name, TableModel table) {
        return context.rules().prefix().equals("sqlite") ? context.names().qualified(table.schema(), name) : context.names().name(name);
    }

    private String target(TableModel table) {
        return context.rules().prefix().equals("sqlite") ? context.names().name(table.name(), table.nameText()) : context.names().table(table);
    }

    /** The columns in the expressions, by which a naming convention may name the index. */
    private List<ColumnModel> columns(List<Value> expressions, TableModel table) {
        var columns = new ArrayList<ColumnModel>();
        expressions.forEach(expression -> collect(expression, table, columns));
        return columns;
    }

    private void collect(Value value, TableModel table, List<ColumnModel> columns) {
        Optional<ColumnModel> column = value instanceof Value.Text(var key) ? table.column(key) : context.tables().column(value, Optional.of(table));
        if (column.isPresent()) {
            columns.add(column.get());
        } else if (value instanceof Value.Construct construct) {
            construct.arguments().stream().filter(argument -> !(argument instanceof Value.Text)).forEach(argument -> collect(argument, table, columns));
            if (construct.callee() instanceof Value.Member(var owner, _)) {
                collect(owner, table, columns);
            }
        } else if (value instanceof Value.Operation(_, var operands, _)) {
            operands.stream().filter(operand -> !(operand instanceof Value.Text)).forEach(operand -> collect(operand, table, columns));
        } else if (value instanceof Value.Member(var owner, _)) {
            collect(owner, table, columns);
        } else if (value instanceof Value.Item(var owner, _)) {
            collect(owner, table, columns);
        }
    }

    private Rendered element(Value expression, TableModel table, Location at) {
        return expression instanceof Value.Text ? Rendered.atom(context.names().column(context.references().column(expression, table, at)))
                : context.expressions().render(expression, table, at);
    }

    private String plain(List<Value> expressions, TableModel table, Location at) {
        return expressions.stream().map(expression -> element(expression, table, at).sql()).collect(Collectors.joining(", "));
    }

    private String where(Value.Construct index, String keyword, TableModel table) {
        return index.keyword(keyword).filter(value -> !value.equals(Value.NONE)).map(value -> " WHERE " + context.expressions().condition(value, table, index.at())).orElse("");
    }

    private String postgresql(Value.Construct index, List<Value> expressions, TableModel table, boolean unique, String name) {
        Location at = index.at();
        String using = index.keyword("postgresql_using").filter(value -> !value.equals(Value.NONE)).map(value -> " USING " + context.rules().word(Terms.text(value, "the method", at).toLowerCase(Locale.ROOT), at)).orElse("");
        String elements = expressions.stream().map(expression -> element(expression, table, at).within(Rendered.ATOM - 1) + operatorClass(index, expression, table)).collect(Collectors.joining(", "));
        String include = index.keyword("postgresql_include").filter(value -> !value.equals(Value.NONE)).map(value -> context.included(value, table, at)).orElse("");
        String nulls = index.keyword("postgresql_nulls_not_distinct").map(value -> Terms.truth(value, "nulls_not_distinct", at) ? " NULLS NOT DISTINCT" : " NULLS DISTINCT").orElse("");
        String with = index.keyword("postgresql_with").filter(Value.Mapping.class::isInstance).map(value -> " WITH (" + storage((Value.Mapping) value, at) + ")").orElse("");
        String tablespace = index.keyword("postgresql_tablespace").filter(value -> !value.equals(Value.NONE)).map(value -> " TABLESPACE " + context.names().name(Terms.text(value, "the tablespace", at))).orElse("");
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + name(name, table) + " ON " + target(table) + using + " (" + elements + ")" + include + nulls + with + tablespace
                + where(index, "postgresql_where", table);
    }

    private String storage(Value.Mapping options, Location at) {
        return options.entries().entrySet().stream().map(entry -> context.rules().word(Terms.text(entry.getKey(), "an option", at), at) + " = "
                + context.rules().word(Terms.text(entry.getValue()).orElseGet(entry.getValue()::toString), at)).collect(Collectors.joining(", "));
    }

    private String operatorClass(Value.Construct index, Value expression, TableModel table) {
        if (!(index.keyword("postgresql_ops").orElse(Value.NONE) instanceof Value.Mapping(var classes))) {
            return "";
        }
        Optional<String> key = expression instanceof Value.Text(var text) ? Optional.of(text)
                : context.tables().column(expression, Optional.of(table)).map(ColumnModel::key).or(() -> label(expression));
        return key.flatMap(each -> Optional.ofNullable(classes.get(new Value.Text(each)))).map(each -> " " + context.rules().fragment(Terms.text(each, "the operator class", index.at()), index.at())).orElse("");
    }

    private static Optional<String> label(Value expression) {
        return expression instanceof Value.Construct construct && Terms.isCall(construct, "label") && !construct.arguments().isEmpty() ? Terms.text(construct.arguments().getFirst()) : Optional.empty();
    }

    private String mysql(Value.Construct index, List<Value> expressions, TableModel table, boolean unique, String name) {
        Location at = index.at();
        Optional<Value> lengths = context.rules().option("length", index::keyword);
        String elements = expressions.stream().map(expression -> mysqlElement(expression, lengths, table, at)).collect(Collectors.joining(", "));
        String prefix = context.rules().option("prefix", index::keyword).map(value -> context.rules().word(Terms.text(value, "the prefix", at), at) + " ").orElse("");
        String parser = context.rules().option("with_parser", index::keyword).map(value -> " WITH PARSER " + context.rules().word(Terms.text(value, "the parser", at), at)).orElse("");
        String using = context.rules().option("using", index::keyword).map(value -> " USING " + context.rules().word(Terms.text(value, "the method", at), at)).orElse("");
        return "CREATE " + (unique ? "UNIQUE " : "") + prefix + "INDEX " + name(name, table) + " ON " + target(table) + " (" + elements + ")" + parser + using;
    }

    private String mysqlElement(Value expression, Optional<Value> lengths, TableModel table, Location at) {
        Optional<ColumnModel> column = expression instanceof Value.Text ? Optional.of(context.references().column(expression, table, at)) : context.tables().column(expression, Optional.of(table));
        if (column.isEmpty()) {
            Rendered rendered = element(expression, table, at);
            boolean ordered = Terms.isCall(expression, "desc", "asc") || Terms.isMade(expression, "text");
            return ordered ? rendered.sql() : "(" + rendered.sql() + ")";
        }
        Map<Value, Value> byName = lengths.orElse(Value.NONE) instanceof Value.Mapping(var entries) ? entries : Map.of();
        Optional<Integer> length = lengths.flatMap(Terms::number).or(() -> Optional.ofNullable(byName.get(new Value.Text(column.get().nameText()))).flatMap(Terms::number));
        return context.names().column(column.get()) + length.map(each -> "(" + each + ")").orElse("");
    }
}
