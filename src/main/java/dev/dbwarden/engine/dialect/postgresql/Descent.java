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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a partition has from its parent, of which the model holds nothing at the partition. */
record Descent(Function<ObjectName, Optional<Table>> tables, PostgresqlNaming naming) {
    static Descent in(Schema schema) {
        return new Descent(schema::table, new PostgresqlNaming(PostgresqlNormalizer.free(new RelationNames(schema))));
    }

    /** A table's attributes without those that make it a partition. */
    static Options free(Options options) {
        return options.without("partition_of").without("partition_bound");
    }

    /** The partition as it has to be to be attached: the server makes the keys and indexes that it lacks. */
    Table fitting(Table partition) {
        return with(partition, part -> part instanceof Column || part instanceof Check);
    }

    /** The partition as a table of its own: it keeps all that it had from its parent (manual, ALTER TABLE, DETACH PARTITION). */
    Table detached(Table partition) {
        return with(partition, _ -> true);
    }

    private Table with(Table partition, Predicate<TablePart> inherited) {
        Table whole = partition.withOptions(free(partition.options()));
        Optional<Table> parent = partition.options().find("partition_of").map(ObjectName::parse).flatMap(tables).map(this::detached);
        for (TablePart part : parent.map(Table::parts).orElse(Parts.NONE)) {
            TablePart own = inherited(part);
            if (inherited.test(part) && !has(whole, own)) {
                whole = whole.withParts(whole.parts().with(naming.named(own, whole)));
            }
        }
        return whole;
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

    static Column withoutSequence(Column column) {
        return column.identity().filter(identity -> identity.mode() == Identity.Mode.SERIAL).isEmpty() ? column
                : column.withIdentity(Optional.empty()).withDefault(Optional.of(PostgresqlTexts.defaultValue(TableRenderer.nextval(column), column.type())));
    }
}
