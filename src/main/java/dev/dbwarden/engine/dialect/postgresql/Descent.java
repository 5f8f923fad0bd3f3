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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a partition or an heir has from its parents, of which the model holds nothing at itself. */
record Descent(Function<ObjectName, Optional<Table>> tables, PostgresqlNaming naming) {
    static Descent in(Schema schema) {
        return new Descent(schema::table, new PostgresqlNaming(PostgresqlNormalizer.free(new RelationNames(schema))));
    }

    /** What tables have from their parents, under the names that the server would give it if it could. */
    static Descent natural(Function<ObjectName, Optional<Table>> tables) {
        return new Descent(tables, PostgresqlNaming.natural());
    }

    /** The same over other tables. */
    Descent over(Function<ObjectName, Optional<Table>> others) {
        return new Descent(others, naming);
    }

    /** A table's attributes without those that give it parents. */
    static Options free(Options options) {
        return options.without("partition_of").without("partition_bound").without("inherits");
    }

    /** The table as it has to be to get its parents: for a partition the server makes the keys and indexes that it lacks. */
    Table fitting(Table child) {
        return with(child, Descent::isColumnOrCheck);
    }

    /**
     * The same, where the table is another one until then: what it has of the keys and indexes to be is named as they will be, and what is
     * {@link #beside} them comes later, or the server would take it in their place.
     */
    Table fitting(Table child, Table from) {
        Table fitting = with(child, part -> isColumnOrCheck(part) || child.options().has("partition_of") && AttachedKeys.isKey(part) && (has(from, part) || has(child, part)));
        List<TablePart> beside = beside(child);
        return beside.isEmpty() ? fitting : fitting.withParts(Parts.of(fitting.parts().stream().filter(part -> !beside.contains(part)).toList()));
    }

    /** The keys and indexes of a partition that are like some from above, and stand under none. */
    List<TablePart> beside(Table partition) {
        List<TablePart> above = partition.options().has("partition_of") ? keysAbove(partition).toList() : List.of();
        return partition.parts().stream().filter(part -> AttachedKeys.isKey(part) && !AttachedKeys.isAttached(part) && above.stream().anyMatch(key -> AttachedKeys.isLike(key, part))).toList();
    }

    /** The same over what is above a table, which is not the table itself. */
    private Descent above(Table child) {
        return over(name -> name.equals(child.name()) ? Optional.empty() : tables.apply(name));
    }

    private Stream<TablePart> keysAbove(Table partition) {
        return partition.parents().map(ObjectName::parse).flatMap(name -> tables.apply(name).stream())
                .flatMap(parent -> Stream.concat(parent.parts().stream().filter(AttachedKeys::isKey), above(partition).keysAbove(parent)));
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
            Optional<TablePart> inherited = isColumnOrCheck(part) ? above.find(part.partKey()).map(each -> required(each, above, heir)) : Optional.empty();
            TablePart merged = part instanceof Column column && inherited.isPresent() ? merged(column, (Column) inherited.get()) : part;
            if (!inherited.equals(Optional.of(merged))) {
                own.add(merged);
            }
        }
        return own.equals(heir.parts().stream().toList()) ? heir : heir.withParts(Parts.of(own));
    }

    /** The partition without what it says again as it has it from its parent, or as the server would make it under the parent's; and what has nothing above it any more. */
    Table plain(Table partition) {
        Parts above = natural(tables).detached(partition.withParts(Parts.NONE)).parts();
        List<TablePart> own = partition.parts().stream().map(part -> required(part, above, partition))
                .filter(part -> part instanceof Column ? !above.find(part.partKey()).map(each -> required(each, above, partition)).equals(Optional.of(part))
                        : !AttachedKeys.isAttached(part) || isUnder(part, above, partition)).toList();
        return own.equals(partition.parts().stream().toList()) ? partition : partition.withParts(Parts.of(own));
    }

    /** A column is NOT NULL where its parent's is, and the table's own primary key makes it so without a word. */
    private static TablePart required(TablePart part, Parts above, Table heir) {
        boolean keyed = heir.primaryKey().filter(key -> key.columns().contains(part.name())).isPresent();
        return part instanceof Column column && (keyed || above.find(part.partKey()).filter(each -> !((Column) each).nullable()).isPresent()) ? column.withNullable(false) : part;
    }

    private static boolean isUnder(TablePart part, Parts above, Table partition) {
        return above.stream().filter(key -> AttachedKeys.isKey(key) && AttachedKeys.isLike(key, part)).findFirst().flatMap(key -> AttachedKeys.under(key, part, partition)).isPresent();
    }

    private static Column merged(Column own, Column inherited) {
        return own.withNullable(own.nullable() && inherited.nullable()).withDefault(own.defaultValue().or(inherited::defaultValue))
                .withGenerated(own.generated().or(inherited::generated));
    }

    private Table with(Table child, Predicate<TablePart> inherited) {
        Table whole = child.withOptions(free(child.options())).withParts(child.parts().map(AttachedKeys::free));
        boolean partition = child.options().has("partition_of");
        var attached = new ArrayList<>(child.parts().stream().filter(AttachedKeys::isAttached).toList());
        for (Table parent : child.parents().map(ObjectName::parse).flatMap(name -> tables.apply(name).stream()).map(above(child)::detached).toList()) {
            for (TablePart part : parent.parts()) {
                TablePart own = partition ? inherited(part) : toHeir(part);
                if (inherited.test(own) && !(AttachedKeys.isKey(own) ? takes(attached, own) || whole.parts().has(own.kind(), own.key()) : has(whole, own))) {
                    whole = whole.withParts(whole.parts().with(naming.named(own, whole)));
                }
            }
        }
        return whole;
    }

    /** Whether one of the partition's own stands under a key or index from above, which is one that stands under no other. */
    private static boolean takes(List<TablePart> attached, TablePart above) {
        Optional<TablePart> own = attached.stream().filter(part -> AttachedKeys.isLike(above, part)).findFirst();
        own.ifPresent(attached::remove);
        return own.isPresent();
    }

    private static boolean isColumnOrCheck(TablePart part) {
        return part instanceof Column || part instanceof Check check && !check.options().has("no_inherit");
    }

    /** Whether a table has a part like this one, under whatever name. */
    static boolean has(Table table, TablePart part) {
        return part instanceof Column ? table.parts().find(part.partKey()).isPresent()
                : table.parts().stream().anyMatch(own -> AttachedKeys.isKey(part) ? AttachedKeys.isKey(own) && AttachedKeys.isLike(part, own) : own.withName("").equals(part.withName("")));
    }

    /** Of a serial column the default goes down and the sequence stays above, as comments do; the names of keys and indexes are the server's choice. */
    private static TablePart inherited(TablePart part) {
        return switch (part) {
            case Column column -> withoutSequence(column).withComment(Optional.empty());
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
