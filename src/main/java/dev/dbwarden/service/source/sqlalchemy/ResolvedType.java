package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of SQLAlchemy's, with what was said to its constructor.
 *
 * @param name     its class: {@code String}, {@code postgresql.JSONB}
 * @param text     the whole type, where a class of the program says it ({@code get_col_spec})
 * @param indexing what gives a column of the type an index, where a package's type does
 */
record ResolvedType(String name, List<Value> arguments, Map<String, Value> keywords, Optional<String> text, Optional<Value.Construct> indexing, Location at) {
    ResolvedType(String name, List<Value> arguments, Map<String, Value> keywords, Optional<String> text, Location at) {
        this(name, arguments, keywords, text, Optional.empty(), at);
    }

    ResolvedType indexedBy(Value.Construct object) {
        return new ResolvedType(name, arguments, keywords, text, Optional.of(object), at);
    }

    /** The class's name without its dialect's. */
    String last() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The dialect whose type it is; empty for all. */
    String dialect() {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    Optional<Value> argument(int position, String keyword) {
        return (position < arguments.size() ? Optional.of(arguments.get(position)) : Optional.ofNullable(keywords.get(keyword))).filter(value -> !value.equals(Value.NONE));
    }

    Optional<Value> keyword(String keyword) {
        return Optional.ofNullable(keywords.get(keyword)).filter(value -> !value.equals(Value.NONE));
    }

    Optional<String> number(int position, String keyword) {
        return argument(position, keyword).map(value -> Terms.whole(value).map(Object::toString)
                .orElseThrow(() -> Terms.fault(value, "the " + keyword + " of type " + last(), at)));
    }

    Optional<String> word(int position, String keyword) {
        return argument(position, keyword).map(value -> Terms.text(value, "the " + keyword + " of type " + last(), at));
    }

    boolean flag(int position, String keyword) {
        return argument(position, keyword).map(value -> Terms.truth(value, "the " + keyword + " of type " + last(), at)).orElse(false);
    }

    boolean isEnum() {
        return last().equalsIgnoreCase("enum");
    }

    /** The enumeration of the program that an enum is made of. */
    Optional<ClassValue> enumeration() {
        return arguments.size() == 1 && arguments.getFirst() instanceof ClassValue type ? Optional.of(type) : Optional.empty();
    }
}
