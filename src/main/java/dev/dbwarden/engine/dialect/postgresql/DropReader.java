package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** What goes with a thing that is dropped (manual, 5.15 Dependency Tracking). */
final class DropReader {
    private final PostgresqlScript script;

    DropReader(PostgresqlScript script) {
        this.script = script;
    }

    void dropConstraint(ObjectName table, TablePart constraint, boolean cascade) {
        script.edit(table, parts -> parts.without(constraint));
        new PartitionReader(script).takeAlong(table, constraint);
        List<String> columns = switch (constraint) {
            case PrimaryKey key -> key.columns();
            case Unique unique -> unique.columns();
            case Column _, Check _, Exclusion _, ForeignKey _, Index _ -> List.of();
        };
        if (cascade && !columns.isEmpty()) {
            dropForeignKeysTo(table, columns);
        }
    }

    void dropColumn(Table table, String column, boolean cascade) {
        Column dropped = table.column(column).orElseThrow(() -> new IllegalArgumentException("no column " + column + " in table " + table.name()));
        for (TablePart part : table.parts()) {
            if (!part.equals(dropped) && uses(part, column)) {
                script.edit(table.name(), parts -> parts.without(part));
            }
        }
        script.edit(table.name(), parts -> parts.without(dropped));
        dropGrantsOn(dropped);
        script.grants.on(table.name().toString()).stream().filter(grant -> grant.on().column().equals(column)).forEach(script.grants::drop);
        script.partitions(table.name()).forEach(partition -> partition.column(column).ifPresent(own -> script.edit(partition.name(), parts -> parts.without(own))));
        dropOwned(new Sequence.ColumnRef(table.name(), column));
        if (cascade) {
            dropForeignKeysTo(table.name(), List.of(column));
        }
    }

    private static boolean uses(TablePart part, String column) {
        return switch (part) {
            case Column other -> other.generated().filter(generated -> uses(generated.expression(), column)).isPresent();
            case PrimaryKey key -> key.columns().contains(column);
            case Unique unique -> unique.columns().contains(column);
            case Check check -> uses(check.condition(), column);
            case Exclusion exclusion -> uses(exclusion.definition(), column);
            case ForeignKey key -> key.columns().contains(column);
            case Index index -> index.columns().contains(column) || index.include().contains(column)
                    || index.texts().stream().anyMatch(text -> uses(text, column));
        };
    }

    /** Whether a text names the column, and not a function of its name. */
    private static boolean uses(SqlText text, String column) {
        if (!text.words().contains(column)) {
            return false;
        }
        List<Token> tokens = TokenStream.of(text.sql(), Postgresql.LEXICON).tokens();
        return IntStream.range(0, tokens.size()).anyMatch(i -> tokens.get(i).isName() && Wording.word(tokens.get(i)).equals(Postgresql.QUOTING.name(column))
                && (i + 1 == tokens.size() || !tokens.get(i + 1).is("(")));
    }

    void dropOwned(Sequence.ColumnRef column) {
        for (Ref ref : script.belongings(column.table())) {
            script.editor.find(ref).filter(object -> object instanceof Sequence sequence && sequence.ownedBy().filter(column::equals).isPresent())
                    .ifPresent(sequence -> {
                        script.editor.remove(sequence);
                        script.grants.dropOn(sequence.ref());
                    });
        }
    }

    /** The sequence of a column goes with it. */
    private void dropGrantsOn(Column column) {
        column.identity().ifPresent(identity -> script.grants.dropOn(Ref.object(Kind.SEQUENCE, identity.sequence())));
    }

    private void dropForeignKeysTo(ObjectName target, List<String> columns) {
        for (SchemaObject object : List.copyOf(script.editor.objects())) {
            if (object instanceof Table table) {
                table.foreignKeys().stream().filter(key -> key.target().equals(target) && new HashSet<>(key.targetColumns()).containsAll(columns))
                        .forEach(key -> script.edit(table.name(), parts -> parts.without(key)));
            }
        }
    }

    /** A table, with its triggers, policies, sequences and partitions; with CASCADE also what refers to it. */
    void dropRelation(Relation relation, boolean cascade) {
        relation.parts().all(Column.class).forEach(this::dropGrantsOn);
        for (Ref ref : script.belongings(relation.name())) {
            SchemaObject object = script.editor.find(ref).orElse(null);
            if (object instanceof Table heir) {
                if (cascade || heir.options().has("partition_of")) {
                    dropRelation(heir, cascade);
                }
            } else if (object != null) {
                removeFrom(object, relation.name());
            }
        }
        if (cascade) {
            dropForeignKeysTo(relation.name(), List.of());
        }
        script.editor.remove(script.relation(relation.name()));
        script.defaultPrivileges.gone(GrantTarget.of(relation));
        if (cascade) {
            dropViewsOver(relation.name());
        }
    }

    /** A publication goes on without the table. */
    private void removeFrom(SchemaObject object, ObjectName table) {
        if (Dissected.of(object).orElse(null) instanceof Publication publication) {
            script.put(object, publication.without(table));
        } else if (object.ref().kind().equals(ForeignTable.KIND)) {
            dropForeign(object);
        } else if (script.editor.find(object.ref()).isPresent()) {
            script.editor.remove(object);
            script.grants.dropOn(object.ref());
        }
    }

    /** The sequences of a foreign table. */
    void dropSequences(ObjectName owner) {
        script.belongings(owner).forEach(ref -> script.editor.find(ref).filter(object -> object instanceof Sequence sequence && sequence.ownedBy().filter(column -> column.table().equals(owner)).isPresent())
                .ifPresent(object -> removeFrom(object, owner)));
    }

    /** A foreign table, with its triggers and sequences. */
    void dropForeign(SchemaObject foreign) {
        script.belongings(foreign.name()).forEach(ref -> script.editor.find(ref).ifPresent(object -> removeFrom(object, foreign.name())));
        script.editor.find(foreign.ref()).ifPresent(script.editor::remove);
    }

    private void dropViewsOver(ObjectName relation) {
        for (SchemaObject object : List.copyOf(script.editor.objects())) {
            if (object instanceof View view && view.query().words().contains(relation.name()) && script.editor.find(view.ref()).isPresent()) {
                dropRelation(view, true);
            }
        }
    }

    void dropIndex(ObjectName index, boolean ifThere) {
        var owner = script.ownerOf(index);
        if (owner.isEmpty()) {
            if (!ifThere) {
                throw new IllegalArgumentException("no index " + index + " is there to drop");
            }
            return;
        }
        TablePart dropped = script.relation(owner.get()).parts().find(Kind.INDEX, index.name()).orElseThrow();
        script.edit(owner.get(), parts -> parts.without(dropped));
        new PartitionReader(script).takeAlong(owner.get(), dropped);
    }
}
