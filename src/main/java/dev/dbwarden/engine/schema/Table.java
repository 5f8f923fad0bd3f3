package dev.dbwarden.engine.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table: its parts, and attributes of its own as options ({@code unlogged}, {@code partition_by}, {@code strict}, {@code with.fillfactor}). */
public record Table(ObjectName name, Parts parts, Options options, Optional<String> comment) implements Relation {
    /** The options whose values are the names of other tables. */
    private static final List<String> PARENTS = List.of("partition_of", "inherits");

    public static Table of(ObjectName name, List<? extends TablePart> parts) {
        return new Table(name, Parts.of(parts), Options.NONE, Optional.empty());
    }

    @Override
    public Ref ref() {
        return Ref.object(Kind.TABLE, name);
    }

    public List<Column> columns() {
        return parts.all(Column.class);
    }

    public Optional<Column> column(String column) {
        return parts.find(Kind.COLUMN, column).map(Column.class::cast);
    }

    public Optional<PrimaryKey> primaryKey() {
        return parts.find(Kind.PRIMARY_KEY, "").map(PrimaryKey.class::cast);
    }

    public List<Unique> uniques() {
        return parts.all(Unique.class);
    }

    public List<ForeignKey> foreignKeys() {
        return parts.all(ForeignKey.class);
    }

    public List<Check> checks() {
        return parts.all(Check.class);
    }

    public List<Index> indexes() {
        return parts.all(Index.class);
    }

    /** Its indexes lose their author's statement, which names the table. */
    @Override
    public Table withName(ObjectName newName) {
        return new Table(newName, parts.map(part -> part instanceof Index index ? index.renameTable(name.name(), newName.name()) : part), options, comment);
    }

    @Override
    public Table withParts(Parts newParts) {
        return new Table(name, newParts, options, comment);
    }

    public Table withOptions(Options newOptions) {
        return new Table(name, parts, newOptions, comment);
    }

    public Table withComment(Optional<String> newComment) {
        return new Table(name, parts, options, newComment);
    }

    /** Whether a foreign key of this table leads to that one. */
    boolean refersTo(ObjectName target) {
        for (TablePart part : parts) {
            if (part instanceof ForeignKey key && key.target().equals(target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this table is a partition or an heir of another. */
    boolean hangsOn(ObjectName parent) {
        return parents().anyMatch(parent.toString()::equals);
    }

    public boolean hasParents() {
        return !options.isEmpty() && PARENTS.stream().anyMatch(options::has);
    }

    /** The names of the tables that this one is a partition or an heir of. */
    public Stream<String> parents() {
        return PARENTS.stream().flatMap(option -> options.find(option).stream()).flatMap(names -> Stream.of(names.split(", ")));
    }

    /** This table after one that it may hang on got another name. */
    public Table renameParent(ObjectName from, ObjectName to) {
        Options renamed = options;
        for (String option : PARENTS) {
            if (options.has(option)) {
                renamed = renamed.with(option, Stream.of(options.find(option).orElseThrow().split(", "))
                        .map(parent -> parent.equals(from.toString()) ? to.toString() : parent).collect(Collectors.joining(", ")));
            }
        }
        return withOptions(renamed);
    }

    /** This table after one of its columns got another name, in all its parts. */
    public Table renameColumn(String from, String to) {
        return withParts(parts.map(part -> part.renameColumn(from, to)));
    }

    /** This table without the parts that CREATE TABLE leaves to statements of their own. */
    public Table withoutLateParts() {
        return withParts(Parts.of(parts.stream().filter(part -> !isLate(part)).toList()));
    }

    /**
     * Whether a part is made by a statement after its table: indexes; foreign keys, so that no order is circular; conditions that are
     * not valid for all rows, which a new table has no way to say.
     */
    public static boolean isLate(TablePart part) {
        return part instanceof Index || part instanceof ForeignKey || part instanceof Check check && check.options().has("not_valid");
    }
}
