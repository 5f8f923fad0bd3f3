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
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The checksum of a schema: equal schemas have equal ones, whatever their objects' order and their authors' spelling.
 *
 * <p>It is the SHA-256 of the schema's canonical text, in which every value is preceded by its length, so that no two
 * schemas share a text.
 */
public final class Checksum {
    private final StringBuilder text = new StringBuilder();

    private Checksum() {}

    public static String of(Schema schema) {
        List<String> objects = schema.objects().map(Checksum::canonical).sorted().toList();
        MessageDigest digest = sha256();
        objects.forEach(object -> digest.update(object.getBytes(StandardCharsets.UTF_8)));
        return spelled(digest.digest());
    }

    /** The checksum of a text as it is. */
    public static String of(String text) {
        return spelled(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String spelled(byte[] digest) {
        return "sha256:" + HexFormat.of().formatHex(digest);
    }

    private static String canonical(SchemaObject object) {
        var checksum = new Checksum();
        switch (object) {
            case Namespace(var name, var options, var comment) -> {
                checksum.put("schema").put(name).put(comment);
                if (!options.isEmpty()) {
                    checksum.put(options);
                }
            }
            case Extension(var name, var namespace) -> checksum.put("extension").put(name).put(namespace);
            case EnumType(var name, var labels, var comment) -> checksum.put("enum").put(name).put(labels).put(comment);
            case Domain(var name, var type, var nullable, var defaultValue, var collation, var checks, var comment) ->
                    checksum.put("domain").put(name).put(type).put(nullable).sql(defaultValue).put(collation).put(Parts.of(checks)).put(comment);
            case Sequence(var name, var options, var owner, var comment) ->
                    checksum.put("sequence").put(name).put(options).put(owner.map(Sequence.ColumnRef::toString)).put(comment);
            case Table(var name, var parts, var options, var comment) -> checksum.put("table").put(name).put(parts).put(options).put(comment);
            case View(var name, var materialized, var columns, var query, var parts, var options, var comment, _) ->
                    checksum.put("view").put(name).put(materialized).put(columns).put(query).put(parts).put(options).put(comment);
            case DefinedObject(var kind, var name, var part, var definition) -> checksum.put(kind).put(name).put(part).put(definition);
        }
        return checksum.text.append('\n').toString();
    }

    private static String canonical(TablePart part) {
        var checksum = new Checksum().put(part.kind().word());
        switch (part) {
            case Column(var name, var type, var nullable, var defaultValue, var identity, var generated, var collation, var comment, var options) ->
                    checksum.put(name).put(type).put(nullable).sql(defaultValue).identity(identity).generated(generated).put(collation).put(comment).put(options);
            case PrimaryKey(var name, var columns, var options) -> checksum.put(name).put(columns).put(options);
            case Unique(var name, var columns, var options) -> checksum.put(name).put(columns).put(options);
            case Check(var name, var condition, var options) -> checksum.put(name).put(condition).put(options);
            case Exclusion(var name, var definition) -> checksum.put(name).put(definition);
            case ForeignKey(var name, var columns, var target, var targetColumns, var onDelete, var onUpdate, var options) ->
                    checksum.put(name).put(columns).put(target).put(targetColumns).put(onDelete).put(onUpdate).put(options);
            case Index(var name, var unique, var method, var keys, var include, var where, var options, _) ->
                    checksum.put(name).put(unique).put(method).keys(keys).put(include).sql(where).put(options);
        }
        return checksum.text.toString();
    }

    private Checksum put(String value) {
        text.append(value.length()).append(':').append(value);
        return this;
    }

    private Checksum put(boolean value) {
        text.append(value ? '+' : '-');
        return this;
    }

    private Checksum put(Optional<String> value) {
        return value.isPresent() ? put(value.get()) : put(false);
    }

    private Checksum put(ObjectName name) {
        return put(name.namespace()).put(name.name());
    }

    private Checksum put(DataType type) {
        return put(type.canonical());
    }

    private Checksum put(SqlText sql) {
        return put(sql.canonical());
    }

    private Checksum sql(Optional<SqlText> sql) {
        return put(sql.map(SqlText::canonical));
    }

    private Checksum put(List<String> values) {
        text.append(values.size()).append('[');
        values.forEach(this::put);
        return this;
    }

    private Checksum put(Options options) {
        text.append(options.values().size()).append('{');
        if (!options.isEmpty()) {
            new TreeMap<>(options.values()).forEach((name, value) -> put(name).put(value));
        }
        return this;
    }

    private Checksum put(Parts parts) {
        return put(parts.stream().map(Checksum::canonical).sorted().toList());
    }

    private Checksum identity(Optional<Identity> identity) {
        return identity.isPresent() ? put(identity.get().mode().name()).put(identity.get().sequence()).put(identity.get().options()) : put(false);
    }

    private Checksum generated(Optional<Generated> generated) {
        return generated.isPresent() ? put(generated.get().expression()).put(generated.get().stored()) : put(false);
    }

    private Checksum keys(List<Index.Key> keys) {
        text.append(keys.size()).append('(');
        keys.forEach(key -> put(key.column()).sql(key.expression()).put(key.modifiers()));
        return this;
    }
}
