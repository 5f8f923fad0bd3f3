package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Follows statements on the sequences that belong to serial and identity columns. */
final class SerialReader {
    private final TokenStream in;
    private final PostgresqlScript script;

    SerialReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.script = script;
    }

    /** The sequence of a serial column as one of its own, still owned by the column. */
    static Sequence free(Identity identity, Column column, ObjectName table) {
        Options options = identity.options().has("as") ? identity.options() : identity.options().with("as", column.type().text());
        return new Sequence(identity.sequence(), PostgresqlSequences.normal(options.without("comment"), "BIGINT"),
                Optional.of(new Sequence.ColumnRef(table, column.name())), options.find("comment"));
    }

    /** {@code ALTER SEQUENCE} of a column's sequence. */
    void alter(ObjectName sequence) {
        if (in.accept("RENAME", "TO")) {
            rename(sequence, sequence.withName(PostgresqlScript.clauses(in).name()));
            return;
        }
        edit(sequence, identity -> {
            Options options = identity.options();
            while (!in.isAtEnd()) {
                if (in.accept("OWNED", "BY")) {
                    in.rest();
                    break;
                }
                in.accept("SET");
                Options before = options;
                options = PostgresqlSequences.option(in, before).orElseThrow(() -> in.unexpected("an option of a sequence"));
            }
            return new Identity(identity.mode(), identity.sequence(), options);
        });
    }

    /** Renames a sequence; the defaults that call it follow, as they do on the server. */
    void rename(ObjectName from, ObjectName to) {
        Optional<SchemaObject> free = script.editor.find(Ref.object(Kind.SEQUENCE, from));
        if (free.isEmpty()) {
            edit(from, identity -> new Identity(identity.mode(), to, identity.options()));
            return;
        }
        script.editor.rename(free.get().ref(), to);
        for (SchemaObject object : List.copyOf(script.editor.objects())) {
            if (object instanceof Table table) {
                for (Column column : table.columns()) {
                    if (column.defaultValue().flatMap(PostgresqlNormalizer::nextval).filter(from::equals).isPresent()) {
                        var value = PostgresqlTexts.defaultValue("nextval('" + to + "'::regclass)", column.type());
                        script.edit(table.name(), parts -> parts.replace(column, column.withDefault(Optional.of(value))));
                    }
                }
            }
        }
    }

    /** A comment on a column's sequence; empty takes it away. */
    void comment(ObjectName sequence, Optional<String> comment) {
        edit(sequence, identity -> new Identity(identity.mode(), identity.sequence(),
                comment.map(text -> identity.options().with("comment", text)).orElse(identity.options().without("comment"))));
    }

    private void edit(ObjectName sequence, UnaryOperator<Identity> edit) {
        for (SchemaObject object : List.copyOf(script.editor.objects())) {
            if (object instanceof Table table) {
                for (Column column : table.columns()) {
                    if (column.identity().filter(identity -> identity.sequence().equals(sequence)).isPresent()) {
                        Column after = PostgresqlNormalizer.column(column.withIdentity(column.identity().map(edit)), table.name(),
                                java.util.Set.of(), java.util.Map.of(), java.util.Set.of());
                        script.edit(table.name(), parts -> parts.replace(column, after));
                        return;
                    }
                }
            }
        }
        throw new IllegalArgumentException("no sequence " + sequence + " is there to change");
    }
}
