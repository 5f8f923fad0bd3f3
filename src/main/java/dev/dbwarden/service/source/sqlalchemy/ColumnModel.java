package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column as its constructor describes it.
 *
 * @param key       what the model calls it
 * @param name      what the database calls it: a text, or a {@code quoted_name}
 * @param type      absent where it is that of the column that a foreign key refers to
 * @param nullable  absent where nothing says so: then it follows from the primary key
 * @param arguments foreign keys, checks, {@code Identity}, {@code Sequence}, {@code Computed}
 * @param keywords  all other keywords of the constructor
 * @param source    the constructor's call, by which expressions refer to it; that of {@code Annotated} and the like is another one
 */
record ColumnModel(String key, Value name, Optional<Value> type, Optional<Boolean> nullable, List<Value.Construct> arguments, Map<String, Value> keywords,
        Optional<Value.Construct> source, Location at) {
    ColumnModel {
        arguments = List.copyOf(arguments);
    }

    String nameText() {
        return Terms.text(name).orElse(key);
    }

    Optional<Value> keyword(String keyword) {
        return Optional.ofNullable(keywords.get(keyword)).filter(value -> !value.equals(Value.NONE));
    }

    boolean is(String keyword) {
        return keyword(keyword).filter(value -> !value.equals(new Value.Truth(false))).isPresent();
    }

    boolean isKey() {
        return is("primary_key");
    }

    /** An identity column is not, unless it says so. */
    boolean isNullable() {
        return nullable.orElseGet(() -> !isKey() && argument("Identity").isEmpty());
    }

    List<Value.Construct> arguments(String... kinds) {
        return arguments.stream().filter(argument -> Terms.isMade(argument, kinds)).toList();
    }

    Optional<Value.Construct> argument(String kind) {
        return arguments(kind).stream().findFirst();
    }

    int sortOrder() {
        return keyword("sort_order").flatMap(Terms::number).orElse(0);
    }

    ColumnModel withType(Value newType) {
        return new ColumnModel(key, name, Optional.of(newType), nullable, arguments, keywords, source, at);
    }

    ColumnModel asKey() {
        var all = new java.util.LinkedHashMap<>(keywords);
        all.put("primary_key", new Value.Truth(true));
        return new ColumnModel(key, name, type, nullable, arguments, all, source, at);
    }
}
