package dev.dbwarden.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.diff.Differ;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.plan.Planner;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.source.Sources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine without a service around it, on the shop's schema before a change and after it: reading a model, finding what changed,
 * putting it in order, and the whole migration with its rollback, findings and proofs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmx2g"})
public class EngineBenchmark {
    private static final Limits UNLIMITED = new Limits(Long.MAX_VALUE, 64, Integer.MAX_VALUE, 1_000, Duration.ofMinutes(5), 1);

    @Param({"postgresql", "mysql", "mariadb", "sqlite", "clickhouse"})
    String dialect;

    @Param({"10", "100", "1000", "10000"})
    int tables;

    private Dialect spoken;
    private ObjectNode document;
    private Schema before;
    private Schema after;
    private List<RenameHint> hints;

    /** Reads both schemas once; a migration without its proof would measure something else. */
    @Setup
    public void read() {
        spoken = Dialects.find(dialect).orElseThrow();
        var workload = new Workload(dialect);
        document = workload.after(tables);
        before = schema(workload.before(tables));
        after = schema(document).sharing(before);
        hints = List.of(RenameHint.parse(Workload.dropped(tables) + ":"));
        if (!whole().proof().holds()) {
            throw new IllegalStateException("the migration has no proof");
        }
    }

    @Benchmark
    public Schema reading() {
        return schema(document);
    }

    @Benchmark
    public List<Change> difference() {
        return Differ.diff(before, after);
    }

    @Benchmark
    public List<Change> plan() {
        return Planner.changes(before, after, List.of());
    }

    @Benchmark
    public Migration whole() {
        return Migrations.between(before, after, hints, spoken);
    }

    private Schema schema(ObjectNode model) {
        return Sources.read(model, Path.ROOT, spoken, UNLIMITED).schema();
    }
}
