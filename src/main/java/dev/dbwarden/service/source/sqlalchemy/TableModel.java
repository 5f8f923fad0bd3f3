package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A table, while it is put together: classes of one table and statements after it add to it. */
final class TableModel {
    private final Value name;
    private final Optional<String> schema;
    private final MetadataModel metadata;
    private final Location at;
    private final SequencedMap<String, ColumnModel> columns = new LinkedHashMap<>();
    /** Constraints and indexes in the order in which they were made. */
    private final List<Value.Construct> arguments = new ArrayList<>();
    private final Map<String, Value> options = new LinkedHashMap<>();

    TableModel(Value name, Optional<String> schema, MetadataModel metadata, Location at) {
        this.name = name;
        this.schema = schema;
        this.metadata = metadata;
        this.at = at;
    }

    Value name() {
        return name;
    }

    String nameText() {
        return Terms.text(name).orElse("");
    }

    Optional<String> schema() {
        return schema;
    }

    /** {@code schema.name}, by which foreign keys refer to it. */
    String fullName() {
        return schema.map(each -> each + ".").orElse("") + nameText();
    }

    MetadataModel metadata() {
        return metadata;
    }

    Location at() {
        return at;
    }

    List<ColumnModel> columns() {
        return List.copyOf(columns.values());
    }

    List<Value.Construct> arguments() {
        return arguments;
    }

    Map<String, Value> options() {
        return options;
    }

    Optional<Value> option(String option) {
        return Optional.ofNullable(options.get(option)).filter(value -> !value.equals(Value.NONE));
    }

    boolean isOn(String option) {
        return option(option).filter(new Value.Truth(true)::equals).isPresent();
    }

    /** Whether it says nothing but its name. */
    boolean isEmpty() {
        return columns.isEmpty() && arguments.isEmpty();
    }

    Optional<ColumnModel> column(String key) {
        return Optional.ofNullable(columns.get(key));
    }

    Optional<ColumnModel> columnNamed(String columnName) {
        return columns.values().stream().filter(column -> column.nameText().equals(columnName)).findFirst();
    }

    /** Adds a column; one of the same key takes the place of the former. */
    void add(ColumnModel column) {
        columns.put(column.key(), column);
    }

    /** Takes over what another one of its name says. */
    void extend(TableModel other) {
        other.columns.values().forEach(this::add);
        arguments.addAll(other.arguments);
        options.putAll(other.options);
    }

    List<Value.Construct> constraints(String kind) {
        return arguments.stream().filter(argument -> Terms.isMade(argument, kind)).toList();
    }

    /** The columns of the primary key: those of a constraint that says so, or those that say so themselves. */
    List<ColumnModel> keyColumns() {
        return columns.values().stream().filter(ColumnModel::isKey).toList();
    }
}
