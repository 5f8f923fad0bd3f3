package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a partition or an heir has from its parents, of which the model holds nothing at itself. */
record Descent(Function<ObjectName, Optional<Table>> tables, PostgresqlNaming naming) {
    static Descent in(Schema schema) {
        return new Descent(schema::table, new PostgresqlNaming(PostgresqlNormalizer.free(new RelationNames(schema))));
    }

    /** A table's attributes without those that give it parents. */
    static Options free(Options options) {
        return options.without("partition_of").without("partition_bound").without("inherits");
    }

    /** The table as it has to be to get its parents: for a partition the server makes the keys and indexes that it lacks. */
    Table fitting(Table child) {
        return with(child, Descent::isColumnOrCheck);
    }

    /** The table as one of its own: it keeps all that it had from its parents (manual, ALTER TABLE, DETACH PARTITION and NO INHERIT). */
    Table detached(Table child) {
        return with(child, child.options().has("partition_of") ? _ -> true : Descent::isColumnOrCheck);
    }

    /** The heir without what it says again as it has it from its parents; what it says in part comes together with theirs (manual, CREATE TABLE, INHERITS). */
    Table bare(Table heir) {
        Parts above = detached(heir.withParts(Parts.NONE)).parts();
        var own = new ArrayList<TablePart>();
        for (TablePart part : heir.parts()) {
            Optional<TablePart> inherited = isColumnOrCheck(part) ? above.find(part.partKey()) : Optional.empty();
            TablePart merged = part instanceof Column column && inherited.isPresent() ? merged(column, (Column) inherited.get()) : part;
            if (!inherited.equals(Optional.of(merged))) {
                own.add(merged);
            }
        }
        return own.equals(heir.parts().stream().toList()) ? heir : heir.withParts(Parts.of(own));
    }

    private static Column merged(Column own, Column inherited) {
        return own.withNullable(own.nullable() && inherited.nullable()).withDefault(own.defaultValue().or(inherited::defaultValue))
                .withGenerated(own.generated().or(inherited::generated));
    }

    private Table with(Table child, Predicate<TablePart> inherited) {
        Table whole = child.withOptions(free(child.options()));
        boolean partition = child.options().has("partition_of");
        for (Table parent : child.parents().map(ObjectName::parse).flatMap(name -> tables.apply(name).stream()).map(this::detached).toList()) {
            for (TablePart part : parent.parts()) {
                TablePart own = partition ? inherited(part) : toHeir(part);
                if (inherited.test(own) && !has(whole, own)) {
                    whole = whole.withParts(whole.parts().with(naming.named(own, whole)));
                }
            }
        }
        return whole;
    }

    private static boolean isColumnOrCheck(TablePart part) {
        return part instanceof Column || part instanceof Check check && !check.options().has("no_inherit");
    }

    /** Whether a table has a part like this one, under whatever name. */
    static boolean has(Table table, TablePart part) {
        return part instanceof Column ? table.parts().find(part.partKey()).isPresent()
                : table.parts().stream().anyMatch(own -> own.withName("").equals(part.withName("")));
    }

    /** Of a serial column the default goes down and the sequence stays above; the names of keys and indexes are the server's choice. */
    private static TablePart inherited(TablePart part) {
        return switch (part) {
            case Column column -> withoutSequence(column);
            case Check _, ForeignKey _ -> part;
            default -> part.withName("");
        };
    }

    /** An heir numbers nothing by itself, and what is said about the parent's columns is not said about its own. */
    private static TablePart toHeir(TablePart part) {
        return part instanceof Column column ? withoutSequence(column).withIdentity(Optional.empty()).withComment(Optional.empty()) : part;
    }

    static Column withoutSequence(Column column) {
        return column.identity().filter(identity -> identity.mode() == Identity.Mode.SERIAL).isEmpty() ? column
                : column.withIdentity(Optional.empty()).withDefault(Optional.of(PostgresqlTexts.defaultValue(TableRenderer.nextval(column), column.type())));
    }
}
