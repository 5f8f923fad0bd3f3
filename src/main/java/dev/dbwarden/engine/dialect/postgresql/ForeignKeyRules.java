package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the server asks of a foreign key ({@code ATAddForeignKeyConstraint}): as many columns on both sides, a key over the ones that
 * it points at, and types that it can compare, by an operator of the key's index or after an implicit cast to the key's type.
 */
final class ForeignKeyRules {
    private static final List<Set<String>> FAMILIES = List.of(Set.of("SMALLINT", "INTEGER", "BIGINT"), Set.of("REAL", "DOUBLE PRECISION"),
            Set.of("TEXT", "VARCHAR", "CHAR", "BPCHAR", "NAME"), Set.of("DATE", "TIMESTAMP", "TIMESTAMPTZ"), Set.of("INET", "CIDR"), Set.of("BIT", "VARBIT"));
    /** The types that each converts to without being asked, besides those of its family (catalog {@code pg_cast}). */
    private static final Map<String, Set<String>> IMPLICIT = Map.of(
            "SMALLINT", Set.of("NUMERIC", "REAL", "DOUBLE PRECISION", "OID"), "INTEGER", Set.of("NUMERIC", "REAL", "DOUBLE PRECISION", "OID"),
            "BIGINT", Set.of("NUMERIC", "REAL", "DOUBLE PRECISION", "OID"), "NUMERIC", Set.of("REAL", "DOUBLE PRECISION"),
            "TIME", Set.of("TIMETZ", "INTERVAL"), "MACADDR", Set.of("MACADDR8"));

    /** Domains over domains, as deep as anybody nests them. */
    private static final int MAX_DOMAINS = 32;

    private final Schema schema;
    private final ForeignKey key;
    private final Table table;
    private final Table target;

    ForeignKeyRules(Schema schema, Table table, ForeignKey key, Table target) {
        this.schema = schema;
        this.table = table;
        this.key = key;
        this.target = target;
    }

    /** What is wrong with it, and the way out. */
    Stream<String> problems() {
        String what = "foreign key " + key.name() + " of " + table.name();
        int there = key.targetColumns().size();
        if (key.columns().size() != there) {
            return Stream.of(what + " has " + key.columns().size() + " columns and points at " + there + " of " + target.name() + "; give both sides as many");
        }
        if (!isKeyed()) {
            return Stream.of(what + " points at " + target.name() + " (" + String.join(", ", key.targetColumns())
                    + "), over which there is no primary key and no unique constraint; add one, or point at another key");
        }
        var problems = Stream.<String>builder();
        for (int i = 0; i < there; i++) {
            incomparable(table.column(key.columns().get(i)), target.column(key.targetColumns().get(i))).ifPresent(why -> problems.add(what + why));
        }
        return problems.build();
    }

    private boolean isKeyed() {
        List<String> columns = key.targetColumns();
        boolean temporal = key.options().has(Temporal.FOREIGN_KEY);
        return target.primaryKey().filter(primary -> isOver(primary.columns(), columns) && primary.options().has(Temporal.KEY) == temporal).isPresent()
                || target.uniques().stream().anyMatch(unique -> isOver(unique.columns(), columns) && unique.options().has(Temporal.KEY) == temporal)
                || !temporal && target.indexes().stream().anyMatch(index -> isKey(index) && isOver(index.columns(), columns));
    }

    private static boolean isKey(Index index) {
        return index.unique() && index.where().isEmpty() && index.keys().stream().noneMatch(each -> each.column().isEmpty());
    }

    /** Whether a key is over exactly those columns, in any order; few are, so that no set is made of them. */
    private static boolean isOver(List<String> key, List<String> columns) {
        return key.size() == columns.size() && columns.containsAll(key);
    }

    private Optional<String> incomparable(Optional<Column> from, Optional<Column> to) {
        if (from.isEmpty() || to.isEmpty() || isComparable(base(from.get().type()), base(to.get().type()))) {
            return Optional.empty();
        }
        return Optional.of(" compares " + from.get().name() + " (" + from.get().type() + ") with " + target.name() + "." + to.get().name() + " ("
                + to.get().type() + "), for which PostgreSQL has no operator; give both one type");
    }

    private boolean isComparable(DataType from, DataType to) {
        boolean known = isKnown(from) && isKnown(to);
        if (!known || from.user() || to.user() || isArray(from) || isArray(to)) {
            return !known || from.name().equals(to.name()) && isArray(from) == isArray(to);
        }
        return from.name().equals(to.name()) || FAMILIES.stream().anyMatch(family -> family.contains(from.name()) && family.contains(to.name()))
                || IMPLICIT.getOrDefault(from.name(), Set.of()).contains(to.name());
    }

    private static boolean isArray(DataType type) {
        return type.text().endsWith("]");
    }

    /** Whether the type is built in or an enum; an extension's may have casts and operators of any kind, and so may the server's names of its own objects. */
    private boolean isKnown(DataType type) {
        return type.user() ? schema.find(Ref.object(Kind.ENUM, ObjectName.parse(type.name()))).isPresent() : !type.name().startsWith("REG");
    }

    /** What a domain is made of. */
    private DataType base(DataType type) {
        DataType base = type;
        Optional<Domain> domain = domain(base);
        for (int depth = 0; depth < MAX_DOMAINS && domain.isPresent(); depth++) {
            base = domain.get().type();
            domain = domain(base);
        }
        return base;
    }

    private Optional<Domain> domain(DataType type) {
        boolean plain = type.user() && type.suffix().isEmpty();
        return plain ? schema.find(Ref.object(Kind.DOMAIN, ObjectName.parse(type.name()))).map(Domain.class::cast) : Optional.empty();
    }
}
