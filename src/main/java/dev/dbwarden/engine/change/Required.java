package dev.dbwarden.engine.change;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be there for a thing to be made. SQL text is not taken apart: each word in it may be a column of its table or any
 * object of that name, and a name too many only makes an order stricter.
 */
public final class Required {
    /** The operator classes: what searches or sorts takes the one for its type, and does not name it. */
    static final Ref CLASSES = new Ref("operator class", ObjectName.of("*"), "");

    private Required() {}

    public static Set<Ref> by(SchemaObject object) {
        var refs = new HashSet<Ref>();
        namespace(refs, object);
        switch (object) {
            case Table table -> options(refs, table);
            case View view -> {
                words(refs, view.query());
                refs.add(CLASSES);
                view.options().names().forEach(name -> refs.add(Ref.named(name)));
            }
            case Sequence sequence -> sequence.ownedBy().ifPresent(owner -> {
                columns(refs, owner.table(), Set.of(owner.column()));
                refs.add(new Ref("foreign table", owner.table(), ""));
            });
            case Domain domain -> {
                type(refs, domain.type());
                domain.defaultValue().ifPresent(text -> words(refs, text));
                domain.checks().forEach(check -> words(refs, check.condition()));
            }
            case DefinedObject defined -> {
                words(refs, defined.definition());
                if (defined.onTable()) {
                    refs.add(Ref.named(defined.name().name()));
                }
            }
            case EnumType _, Extension _, Namespace _ -> { }
        }
        if (object instanceof Relation relation) {
            relation.parts().forEach(part -> part(refs, object.name(), part));
        }
        return refs;
    }

    public static Set<Ref> by(ObjectName table, TablePart part) {
        var refs = new HashSet<Ref>();
        part(refs, table, part);
        return refs;
    }

    private static void part(Set<Ref> refs, ObjectName table, TablePart part) {
        refs.add(Ref.object(Kind.TABLE, table));
        switch (part) {
            case Column column -> {
                type(refs, column.type());
                column.defaultValue().ifPresent(text -> words(refs, text));
                column.generated().ifPresent(generated -> words(refs, table, generated.expression()));
                column.collation().ifPresent(collation -> refs.add(Ref.named(ObjectName.parse(collation).name())));
            }
            case PrimaryKey key -> {
                key(refs, table, key.columns(), key.options());
                refs.add(CLASSES);
            }
            case Unique unique -> {
                key(refs, table, unique.columns(), unique.options());
                refs.add(CLASSES);
            }
            case Check check -> words(refs, table, check.condition());
            case Exclusion exclusion -> {
                words(refs, table, exclusion.definition());
                refs.add(CLASSES);
            }
            case ForeignKey key -> {
                columns(refs, table, key.columns());
                columns(refs, key.target(), key.targetColumns());
                refs.add(Provided.key(key.target(), key.targetColumns()));
            }
            case Index index -> {
                columns(refs, table, index.columns());
                columns(refs, table, index.include());
                index.texts().forEach(text -> words(refs, table, text));
                index.keys().forEach(key -> {
                    for (String word : key.modifiers().split("[ .]")) {
                        refs.add(Ref.named(word));
                    }
                });
                refs.add(Ref.named(table.name()));
                refs.add(CLASSES);
            }
        }
    }

    private static void namespace(Set<Ref> refs, SchemaObject object) {
        String namespace = object instanceof Extension extension ? extension.namespace() : object.name().namespace();
        if (!namespace.isEmpty()) {
            refs.add(Ref.object(Kind.SCHEMA, ObjectName.of(namespace)));
        }
    }

    /** The parent of a partition, the index of a clustered table, the table that another is a view of. */
    private static void options(Set<Ref> refs, Table table) {
        table.options().names().stream().filter(name -> table.column(name).isEmpty()).forEach(name -> refs.add(Ref.named(name)));
    }

    private static void columns(Set<Ref> refs, ObjectName table, Collection<String> columns) {
        refs.add(Ref.object(Kind.TABLE, table));
        columns.forEach(column -> refs.add(Ref.column(table, column)));
    }

    /** An option may name columns that are stored with the key. */
    private static void key(Set<Ref> refs, ObjectName table, List<String> columns, Options options) {
        columns(refs, table, columns);
        columns(refs, table, options.names());
    }

    private static void type(Set<Ref> refs, DataType type) {
        if (type.user()) {
            ObjectName name = ObjectName.parse(type.name());
            refs.add(Ref.named(name.name()));
            refs.add(Ref.named(name));
        }
    }

    private static void words(Set<Ref> refs, SqlText text) {
        text.words().forEach(word -> refs.add(Ref.named(word)));
    }

    private static void words(Set<Ref> refs, ObjectName table, SqlText text) {
        words(refs, text);
        text.words().forEach(word -> refs.add(Ref.column(table, word)));
    }
}
