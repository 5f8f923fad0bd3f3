package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads {@code ALTER INDEX}. */
final class AlterIndexReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    AlterIndexReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** After {@code ALTER INDEX}. */
    void alter() {
        boolean ifThere = clauses.ifExists();
        ObjectName name = clauses.objectName();
        if (in.at("OWNER", "TO")) {
            in.rest();
            script.skip();
            return;
        }
        if (in.accept("ATTACH", "PARTITION")) {
            new PartitionReader(script).attachIndex(name, clauses.objectName());
            return;
        }
        Optional<ObjectName> owner = script.ownerOf(name);
        if (in.accept("RENAME", "TO")) {
            rename(owner, name, clauses.name(), ifThere);
            return;
        }
        if (owner.isEmpty()) {
            throw new IllegalArgumentException("no index " + name + " is there to change");
        }
        edit(owner.get(), name, this::action);
    }

    private Options action(Options options) {
        if (in.accept("SET", "TABLESPACE")) {
            return options.with("tablespace", clauses.name());
        }
        if (in.accept("SET")) {
            return StorageParameters.set(options, in);
        }
        if (in.accept("RESET")) {
            return StorageParameters.reset(options, in);
        }
        in.expect("ALTER");
        in.accept("COLUMN");
        String key = in.next().text();
        in.expect("SET", "STATISTICS");
        boolean negative = in.accept("-");
        String target = in.next().text();
        return negative ? options.without("statistics." + key) : options.with("statistics." + key, target);
    }

    private void rename(Optional<ObjectName> owner, ObjectName name, String to, boolean ifThere) {
        if (owner.isPresent()) {
            TablePart index = script.relation(owner.get()).parts().find(new PartKey(Kind.INDEX, name.name())).orElseThrow();
            script.edit(owner.get(), parts -> parts.without(index).with(index.withName(to)));
            return;
        }
        // the index of a key is renamed with its constraint
        for (var object : java.util.List.copyOf(script.editor.objects())) {
            if (object instanceof dev.dbwarden.engine.schema.Table table && script.constraint(table, name.name()).isPresent()) {
                TablePart constraint = script.constraint(table, name.name()).orElseThrow();
                script.edit(table.name(), parts -> parts.without(constraint).with(constraint.withName(to)));
                return;
            }
        }
        if (!renameHeld(name, to) && !ifThere) {
            throw new IllegalArgumentException("no index " + name + " is there to rename");
        }
    }

    /** Renames one of a partition under its parent's, to which the server gave its name: that begins as the partition's. */
    private boolean renameHeld(ObjectName name, String to) {
        String namespace = script.made(name).namespace();
        String first = name.name().substring(0, Math.min(1, name.name().length()));
        return script.editor.objects().stream().filter(Table.class::isInstance).map(Table.class::cast)
                .filter(table -> table.options().has("partition_of") && table.name().namespace().equals(namespace) && table.name().name().startsWith(first)).anyMatch(partition -> new PartitionReader(script).held(partition, name.name()).map(part -> {
                    script.edit(partition.name(), parts -> parts.replace(part, part.withName(to)));
                    return true;
                }).orElse(false));
    }

    private void edit(ObjectName owner, ObjectName name, UnaryOperator<Options> edit) {
        script.edit(owner, parts -> parts.map(part -> part instanceof Index index && index.name().equals(name.name())
                ? new Index(index.name(), index.unique(), index.method(), index.keys(), index.include(), index.where(), edit.apply(index.options()), index.written())
                : part));
    }
}
