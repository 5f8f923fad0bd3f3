package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the constructors of columns: {@code Column}, {@code mapped_column}, and SQLModel's {@code Field}. */
final class ColumnReader {
    /** What stands among a column's arguments and is no type. */
    private static final Set<String> ITEMS = Set.of("ForeignKey", "CheckConstraint", "Identity", "Sequence", "Computed", "FetchedValue", "DefaultClause", "ColumnDefault");
    private static final Set<String> KEYWORDS = Set.of("primary_key", "autoincrement", "unique", "index", "comment", "server_default", "sort_order", "default", "onupdate",
            "insert_default", "server_onupdate", "info", "doc", "quote", "system", "init", "repr", "default_factory", "compare", "kw_only", "hash", "deferred", "deferred_group",
            "deferred_raiseload", "active_history", "use_existing_column", "dataclass_metadata", "nullable", "key", "name", "type_", "insert_sentinel", "primary_key_", "_proxies");

    private ColumnReader() {}

    /** A column of a {@code Table}: its name is the first argument. */
    static ColumnModel ofTable(Value.Construct column) {
        ColumnModel read = read(column, Optional.empty());
        if (read.nameText().isEmpty()) {
            throw new ModelFault(column.at(), "the column has no name; give it as the first argument");
        }
        return read;
    }

    /** A column of a class, whose attribute it is. */
    static ColumnModel ofAttribute(Value.Construct column, String attribute) {
        return read(column, Optional.of(attribute));
    }

    private static ColumnModel read(Value.Construct column, Optional<String> attribute) {
        Location at = column.at();
        List<Value> arguments = new ArrayList<>(column.arguments());
        Optional<Value> name = column.keyword("name").filter(value -> !value.equals(Value.NONE));
        if (!arguments.isEmpty() && (Terms.text(arguments.getFirst()).isPresent() || arguments.getFirst().equals(Value.NONE))) {
            name = Optional.of(arguments.removeFirst()).filter(value -> !value.equals(Value.NONE));
        }
        Optional<Value> type = column.keyword("type_");
        if (type.isEmpty() && !arguments.isEmpty() && !isItem(arguments.getFirst())) {
            type = Optional.of(arguments.removeFirst());
        }
        refuseUnknown(column, arguments);
        // A class names a column after its attribute; its key too, unless the column has a name or a key of its own.
        Value known = name.orElseGet(() -> new Value.Text(attribute.orElse("")));
        String key = column.keyword("key").map(value -> Terms.text(value, "the column's key", at)).orElseGet(() -> Terms.text(known, "the column's name", at));
        Optional<Boolean> nullable = column.keyword("nullable").map(value -> Terms.truth(value, "whether the column is nullable", at));
        return new ColumnModel(key, known, type.filter(value -> !Terms.is(value, "NullType") && !value.equals(Value.NONE)), nullable,
                arguments.stream().map(Value.Construct.class::cast).toList(), column.keywords(), Optional.of(column), at);
    }

    private static boolean isItem(Value value) {
        return value instanceof Value.Construct construct && ITEMS.contains(Terms.name(construct));
    }

    private static void refuseUnknown(Value.Construct column, List<Value> arguments) {
        for (Value argument : arguments) {
            if (!isItem(argument)) {
                throw argument instanceof Value.Unknown ? Terms.fault(argument, "an argument of the column", column.at())
                        : new ModelFault(column.at(), "the column has an argument that is no part of a column: " + argument);
            }
        }
        column.keywords().forEach((keyword, value) -> {
            if (keyword.equals("**")) {
                throw Terms.fault(value, "what else is said of the column", column.at());
            }
            if (!KEYWORDS.contains(keyword) && keyword.indexOf('_') < 0) {
                throw new ModelFault(column.at(), "a column takes no '" + keyword + "'");
            }
        });
    }

    /**
     * Adds what {@code Annotated} says of a column to what the column says itself, which counts more; a key stays one.
     * After SQLAlchemy's own {@code Column._merge}.
     */
    static ColumnModel merged(ColumnModel column, Value.Construct annotated) {
        ColumnModel other = read(annotated, Optional.of(column.key()));
        var keywords = new LinkedHashMap<String, Value>(other.keywords());
        keywords.putAll(withoutFalse(column.keywords(), other.keywords()));
        var arguments = new ArrayList<>(column.arguments());
        other.arguments().stream().filter(argument -> Terms.isMade(argument, "ForeignKey", "CheckConstraint") || column.argument(Terms.name(argument)).isEmpty())
                .forEach(arguments::add);
        return new ColumnModel(column.key(), column.name(), column.type().or(other::type), column.nullable().or(other::nullable), arguments, keywords, column.source(), column.at());
    }

    /** {@code primary_key}, {@code unique} and {@code index} of both are joined by or. */
    private static Map<String, Value> withoutFalse(Map<String, Value> own, Map<String, Value> others) {
        var kept = new LinkedHashMap<>(own);
        kept.entrySet().removeIf(entry -> Set.of("primary_key", "unique", "index").contains(entry.getKey()) && others.containsKey(entry.getKey())
                && !entry.getValue().equals(new Value.Truth(true)));
        return kept;
    }

    /** The calls in an attribute's value that make columns: a column, or one that is wrapped to be loaded late. */
    static List<Value.Construct> columnsIn(Value value) {
        if (!(value instanceof Value.Construct construct)) {
            return List.of();
        }
        if (Terms.isMade(construct, "Column", "mapped_column")) {
            return List.of(construct);
        }
        if (Terms.isMade(construct, "deferred", "column_property", "composite")) {
            return construct.arguments().stream().filter(argument -> Terms.isMade(argument, "Column", "mapped_column")).map(Value.Construct.class::cast).toList();
        }
        return List.of();
    }
}
