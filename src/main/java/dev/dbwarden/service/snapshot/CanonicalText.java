package dev.dbwarden.service.snapshot;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;


/** The canonical text of an object, in which every value is preceded by its length, so that no two objects that differ share a text. */
final class CanonicalText {
    /** Enough for most objects. */
    private final StringBuilder text = new StringBuilder(1_024);

    private CanonicalText() {}

    static String of(SchemaObject object) {
        var canonical = new CanonicalText();
        switch (object) {
            case Namespace(var name, var options, var comment) -> {
                canonical.put("schema").put(name).put(comment);
                if (!options.isEmpty()) {
                    canonical.put(options);
                }
            }
            case Extension(var name, var namespace) -> canonical.put("extension").put(name).put(namespace);
            case EnumType(var name, var labels, var comment) -> canonical.put("enum").put(name).put(labels).put(comment);
            case Domain(var name, var type, var nullable, var defaultValue, var collation, var checks, var comment) ->
                    canonical.put("domain").put(name).put(type).put(nullable).sql(defaultValue).put(collation).put(Parts.of(checks)).put(comment);
            case Sequence(var name, var options, var owner, var comment) ->
                    canonical.put("sequence").put(name).put(options).put(owner.map(Sequence.ColumnRef::toString)).put(comment);
            case Table(var name, var parts, var options, var comment) -> canonical.put("table").put(name).put(parts).put(options).put(comment);
            case View(var name, var materialized, var columns, var query, var parts, var options, var comment, _) ->
                    canonical.put("view").put(name).put(materialized).put(columns).put(query).put(parts).put(options).put(comment);
            case DefinedObject(var kind, var name, var part, var definition) -> canonical.put(kind).put(name).put(part).put(definition);
        }
        return canonical.text.append('\n').toString();
    }

    private void part(TablePart part) {
        put(part.kind().word());
        switch (part) {
            case Column(var name, var type, var nullable, var defaultValue, var identity, var generated, var collation, var comment, var options) ->
                    put(name).put(type).put(nullable).sql(defaultValue).identity(identity).generated(generated).put(collation).put(comment).put(options);
            case PrimaryKey(var name, var columns, var options) -> put(name).put(columns).put(options);
            case Unique(var name, var columns, var options) -> put(name).put(columns).put(options);
            case Check(var name, var condition, var options) -> put(name).put(condition).put(options);
            case Exclusion(var name, var definition) -> put(name).put(definition);
            case ForeignKey(var name, var columns, var target, var targetColumns, var onDelete, var onUpdate, var options) ->
                    put(name).put(columns).put(target).put(targetColumns).put(onDelete).put(onUpdate).put(options);
            case Index(var name, var unique, var method, var keys, var include, var where, var options, _) ->
                    put(name).put(unique).put(method).keys(keys).put(include).sql(where).put(options);
        }
    }

    private CanonicalText put(String value) {
        count(value.length()).text.append(':').append(value);
        return this;
    }

    /** Nearly all are of one digit or two, which is much of what there is to write. */
    private CanonicalText count(int count) {
        if (count >= 100) {
            text.append(count);
        } else if (count >= 10) {
            text.append((char) ('0' + count / 10)).append((char) ('0' + count % 10));
        } else {
            text.append((char) ('0' + count));
        }
        return this;
    }

    private CanonicalText put(boolean value) {
        text.append(value ? '+' : '-');
        return this;
    }

    private CanonicalText put(Optional<String> value) {
        return value.isPresent() ? put(value.get()) : put(false);
    }

    private CanonicalText put(ObjectName name) {
        return put(name.namespace()).put(name.name());
    }

    private CanonicalText put(DataType type) {
        return put(type.canonical());
    }

    private CanonicalText put(SqlText sql) {
        return put(sql.canonical());
    }

    private CanonicalText sql(Optional<SqlText> sql) {
        return put(sql.map(SqlText::canonical));
    }

    private CanonicalText put(List<String> values) {
        count(values.size()).text.append('[');
        values.forEach(this::put);
        return this;
    }

    private CanonicalText put(Options options) {
        count(options.values().size()).text.append('{');
        if (!options.isEmpty()) {
            new TreeMap<>(options.values()).forEach((name, value) -> put(name).put(value));
        }
        return this;
    }

    private CanonicalText put(Parts parts) {
        var texts = new ArrayList<String>();
        int end = text.length();
        for (TablePart part : parts) {
            part(part);
            texts.add(text.substring(end));
            text.setLength(end);
        }
        texts.sort(Comparator.naturalOrder());
        return put(texts);
    }

    private CanonicalText identity(Optional<Identity> identity) {
        return identity.isPresent() ? put(identity.get().mode().name()).put(identity.get().sequence()).put(identity.get().options()) : put(false);
    }

    private CanonicalText generated(Optional<Generated> generated) {
        return generated.isPresent() ? put(generated.get().expression()).put(generated.get().stored()) : put(false);
    }

    private CanonicalText keys(List<Index.Key> keys) {
        count(keys.size()).text.append('(');
        keys.forEach(key -> put(key.column()).sql(key.expression()).put(key.modifiers()));
        return this;
    }
}
