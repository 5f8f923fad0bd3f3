package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.MAINTENANCE;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.alter;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.exclusive;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.sibling;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes tables while others read and write them: indexes are built concurrently, constraints are added without a look at the rows and
 * validated after, NOT NULL follows from a validated check, keys take over a prepared index, volatile defaults are filled in by parts.
 *
 * <p>What PostgreSQL has no such way for is spelled as it always is, and its lock stays a finding. A table that the same script makes is
 * nobody's yet. The statements are to run one by one, each in a transaction of its own at most.
 */
final class PostgresqlOnline implements Spelling {
    private final PostgresqlRenderer renderer;
    private final TableRenderer tables = new TableRenderer();

    PostgresqlOnline(PostgresqlRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public List<Scripted> script(Draft ordered) {
        Set<ObjectName> made = ordered.steps().stream().flatMap(step -> step.change() instanceof CreateObject(Relation relation) ? Stream.of(relation.name()) : Stream.empty())
                .collect(Collectors.toSet());
        return Timeouts.around(UncheckedBodies.script(ordered, new GivenByDefault(ordered, change -> statements(change, ordered, made))));
    }

    private List<Statement> statements(Change change, Draft draft, Set<ObjectName> made) {
        return switch (change) {
            case AddPart(ObjectName table, TablePart part) when !made.contains(table) ->
                    add(table, part, isPartitioned(table, draft) || part instanceof ForeignKey key && isPartitioned(key.target(), draft)
                            || part instanceof PrimaryKey && isPartition(table, draft));
            case DropPart(ObjectName table, Index index) when !isPartitioned(table, draft) -> List.of(dropIndex(table, index, ""));
            case AlterPart(ObjectName table, Column before, Column after) when requires(before, after) && !isProved(table, after, draft) -> require(table, before, after);
            default -> renderer.render(change);
        };
    }

    private List<Statement> add(ObjectName table, TablePart part, boolean partitioned) {
        return switch (part) {
            case Index index when !partitioned -> index(table, index);
            case Check check when PostgresqlRenderer.isChecked(check.options()) ->
                    validatedLater(table, check, new Check(check.name(), check.condition(), check.options().with("not_valid", "true")));
            case ForeignKey key when PostgresqlRenderer.isChecked(key.options()) && !partitioned -> validatedLater(table, key, notValid(key));
            case Column column when isFilled(column) && !partitioned -> filledLater(table, column);
            case Unique key when !partitioned && !key.options().has(Temporal.KEY) -> keyed(table, key, key.columns(), key.options(), "UNIQUE");
            case PrimaryKey key when !partitioned && !key.options().has(Temporal.KEY) -> keyed(table, key, key.columns(), key.options(), "PRIMARY KEY");
            default -> renderer.render(new AddPart(table, part));
        };
    }

    /**
     * An index may only be built or dropped concurrently on a table that is not partitioned (manual, CREATE INDEX); and VALIDATE CONSTRAINT of a
     * foreign key to a partitioned table leaves what it is to each partition not valid.
     */
    private static boolean isPartitioned(ObjectName name, Draft draft) {
        return draft.after().table(name).or(() -> draft.before().table(name)).filter(table -> table.options().has("partition_by")).isPresent();
    }

    /** A partition's columns are its parent's: whether they take nulls is for the key to find out. */
    private static boolean isPartition(ObjectName name, Draft draft) {
        return draft.after().table(name).filter(table -> table.options().has("partition_of")).isPresent();
    }

    /** A build that failed leaves an invalid index behind (manual, CREATE INDEX, Building Indexes Concurrently): it is dropped before. */
    private List<Statement> index(ObjectName table, Index index) {
        var statements = new ArrayList<Statement>();
        statements.add(dropIndex(table, index, "IF EXISTS"));
        statements.add(Statement.of(tables.index(table, index, "CONCURRENTLY")).locking(MAINTENANCE).scanning(true).outsideTransaction());
        statements.addAll(tables.indexAttributes(table, index));
        return statements;
    }

    private static Statement dropIndex(ObjectName table, Index index, String how) {
        return Statement.of(Postgresql.sql("DROP INDEX CONCURRENTLY").words(how).words(sibling(table, index.name())).toString()).locking(MAINTENANCE).outsideTransaction();
    }

    /** New rows are held to the constraint at once, those that are there by VALIDATE, which lets others write (manual, ALTER TABLE, Notes). */
    private List<Statement> validatedLater(ObjectName table, TablePart valid, TablePart notValid) {
        var statements = new ArrayList<>(renderer.render(new AddPart(table, notValid)));
        renderer.render(new AlterPart(table, notValid, valid)).forEach(validation -> statements.add(validation.outsideTransaction()));
        return statements;
    }

    private static ForeignKey notValid(ForeignKey key) {
        return key.withOptions(key.options().with("not_valid", "true"));
    }

    /** The key takes over an index that was built concurrently under its name. */
    private List<Statement> keyed(ObjectName table, TablePart key, List<String> columns, Options options, String kind) {
        var index = Postgresql.sql("CREATE UNIQUE INDEX CONCURRENTLY").name(key.name()).words("ON").words(PostgresqlRenderer.name(table)).names(columns);
        options.find("include").ifPresent(included -> index.words("INCLUDE (" + included + ")"));
        index.words(options.has("nulls_not_distinct") ? "NULLS NOT DISTINCT" : "");
        options.find("with").ifPresent(parameters -> index.words("WITH (" + parameters + ")"));
        options.find("tablespace").ifPresent(tablespace -> index.words("TABLESPACE").name(tablespace));
        var constraint = alter(table).words("ADD CONSTRAINT").name(key.name()).words(kind).words("USING INDEX").name(key.name());
        TableRenderer.deferral(constraint, options);
        return List.of(
                Statement.of(Postgresql.sql("DROP INDEX CONCURRENTLY IF EXISTS").words(sibling(table, key.name())).toString()).locking(MAINTENANCE).outsideTransaction(),
                Statement.of(index.toString()).locking(MAINTENANCE).scanning(true).outsideTransaction(),
                exclusive(constraint));
    }

    private static boolean isFilled(Column column) {
        return column.identity().isEmpty() && column.generated().isEmpty() && column.defaultValue().filter(Volatility::differsByRow).isPresent();
    }

    /** Added without its default a column costs nothing; the rows that are there get their values by parts, new ones from the default. */
    private List<Statement> filledLater(ObjectName table, Column column) {
        Column bare = column.withDefault(Optional.empty()).withNullable(true);
        Column defaulted = column.withNullable(true);
        var statements = new ArrayList<>(renderer.render(new AddPart(table, bare)));
        statements.addAll(renderer.render(new AlterPart(table, bare, defaulted)));
        statements.add(Backfill.withDefault(table, column.name()));
        if (!column.nullable()) {
            statements.addAll(require(table, defaulted, column));
        }
        return statements;
    }

    private static boolean requires(Column before, Column after) {
        return before.nullable() && !after.nullable() && before.identity().equals(after.identity());
    }

    private static boolean isProved(ObjectName table, Column column, Draft draft) {
        return draft.before().table(table).filter(before -> provesNotNull(before, column)).isPresent();
    }

    private static boolean provesNotNull(Table table, Column column) {
        String condition = proof(table.name(), column).condition().canonical();
        return table.checks().stream().anyMatch(check -> PostgresqlRenderer.isChecked(check.options()) && check.condition().canonical().equals(condition));
    }

    /** Where a valid check proves that there is no NULL, SET NOT NULL reads no row (PostgreSQL 12, ALTER TABLE). */
    private List<Statement> require(ObjectName table, Column before, Column after) {
        List<Statement> required = renderer.render(new AlterPart(table, after.withNullable(true), after));
        var statements = new ArrayList<>(renderer.render(new AlterPart(table, before, after)));
        statements.removeAll(required);
        Check proof = proof(table, after);
        statements.addAll(add(table, proof, false));
        required.forEach(statement -> statements.add(statement.scanning(false)));
        statements.addAll(renderer.render(new DropPart(table, proof)));
        return statements;
    }

    private static Check proof(ObjectName table, Column column) {
        String name = PostgresqlNames.clipped("dbwarden_" + table.name() + "_" + column.name() + "_not_null", PostgresqlNames.LONGEST);
        return new Check(name, PostgresqlTexts.expression(Postgresql.QUOTING.name(column.name()) + " IS NOT NULL"), Options.NONE);
    }
}
