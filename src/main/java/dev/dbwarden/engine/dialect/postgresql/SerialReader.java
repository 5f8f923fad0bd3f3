package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterPart;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
            Ref before = Ref.object(Kind.SEQUENCE, from);
            Grant.following(before, to, script.said(GrantTarget.of(before).key())).forEach(change -> change.applyTo(script.editor));
            script.defaultPrivileges.gone(Stream.of(GrantTarget.of(before)));
            script.defaultPrivileges.kept(Stream.of(GrantTarget.of(Ref.object(Kind.SEQUENCE, to))));
            return;
        }
        script.rename(free.get().ref(), to);
    }

    /** What a sequence's new name makes of the columns that call it. */
    static List<Change> following(ObjectName from, ObjectName to, Collection<SchemaObject> objects) {
        return objects.stream().filter(Table.class::isInstance).map(Table.class::cast).flatMap(table -> table.columns().stream()
                .filter(column -> column.defaultValue().flatMap(PostgresqlNormalizer::nextval).filter(from::equals).isPresent())
                .<Change>map(column -> new AlterPart(table.name(), column, column.withDefault(Optional.of(PostgresqlTexts.defaultValue("nextval('" + to + "'::regclass)", column.type())))))).toList();
    }

    /** A comment on a column's sequence; empty takes it away. */
    void comment(ObjectName sequence, Optional<String> comment) {
        edit(sequence, identity -> new Identity(identity.mode(), identity.sequence(),
                comment.map(text -> identity.options().with("comment", text)).orElse(identity.options().without("comment"))));
    }

    /** Takes a serial column apart: the column calls the sequence, and still owns it. */
    Optional<SchemaObject> apart(ObjectName sequence) {
        Optional<Sequence> owned = holder(sequence).filter(holder -> PostgresqlRenderer.isSerial(holder.column())).map(holder -> {
            script.edit(holder.table(), parts -> parts.replace(holder.column(), Descent.withoutSequence(holder.column())));
            return free(holder.column().identity().orElseThrow(), holder.column(), holder.table());
        });
        owned.ifPresent(script.editor::add);
        return owned.map(SchemaObject.class::cast);
    }

    private void edit(ObjectName sequence, UnaryOperator<Identity> edit) {
        Holder holder = holder(sequence).orElseThrow(() -> new IllegalArgumentException("no sequence " + sequence + " is there to change"));
        Column before = holder.column();
        Column after = PostgresqlNormalizer.column(before.withIdentity(before.identity().map(edit)), holder.table(), List.of(), Map.of(), Set.of());
        script.edit(holder.table(), parts -> parts.replace(before, after));
    }

    private record Holder(ObjectName table, Column column) {}

    /** The column that a sequence belongs to. */
    private Optional<Holder> holder(ObjectName sequence) {
        return script.editor.objects().stream().flatMap(object -> object instanceof Table table ? table.columns().stream()
                .filter(column -> column.identity().filter(identity -> identity.sequence().equals(sequence)).isPresent())
                .map(column -> new Holder(table.name(), column)) : Stream.empty()).findFirst();
    }
}
