package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code LIKE source INCLUDING ..} in {@code CREATE TABLE}: the server copies, and so does this (manual, CREATE TABLE). */
final class LikeReader {
    private static final Set<String> ALL = Set.of("COMMENTS", "CONSTRAINTS", "DEFAULTS", "GENERATED", "IDENTITY", "INDEXES", "STATISTICS", "STORAGE", "COMPRESSION");

    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;
    private final Set<String> including = new HashSet<>();

    LikeReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** After {@code LIKE}: the columns, and what is made of the others when all columns are known. */
    void read(List<TablePart> columns, List<TablePart> late) {
        Table source = new PartitionReader(script).natural().detached(script.table(clauses.objectName()));
        while (in.atAny("INCLUDING", "EXCLUDING")) {
            boolean with = in.next().is("INCLUDING");
            String what = clauses.name().toUpperCase(Locale.ROOT);
            Set<String> meant = what.equals("ALL") ? ALL : Set.of(what);
            if (with) {
                including.addAll(meant);
            } else {
                including.removeAll(meant);
            }
        }
        source.columns().forEach(column -> columns.add(copy(column)));
        for (TablePart part : source.parts()) {
            switch (part) {
                case Check check when including.contains("CONSTRAINTS") -> late.add(check);
                case PrimaryKey _, Unique _, Index _, Exclusion _ when including.contains("INDEXES") -> late.add(part.withName(""));
                case Check _, PrimaryKey _, Unique _, Index _, Exclusion _, Column _, ForeignKey _ -> { }
            }
        }
    }

    private Column copy(Column column) {
        boolean serial = column.identity().filter(identity -> identity.mode() == Identity.Mode.SERIAL).isPresent();
        Column copy = Column.of(column.name(), column.type()).withNullable(column.nullable()).withCollation(column.collation());
        copy = including.contains("DEFAULTS") ? copy.withDefault(Descent.withoutSequence(column).defaultValue()) : copy;
        copy = including.contains("GENERATED") ? copy.withGenerated(column.generated()) : copy;
        copy = including.contains("COMMENTS") ? copy.withComment(column.comment()) : copy;
        copy = including.contains("STORAGE") ? copy.withOptions(column.options()) : copy;
        Optional<Identity> numbered = column.identity().filter(_ -> including.contains("IDENTITY") && !serial)
                .map(identity -> new Identity(identity.mode(), Identity.GENERATED_NAME, identity.options()));
        return copy.withIdentity(numbered);
    }
}
