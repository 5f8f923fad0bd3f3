package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Description;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Introspection;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.VerificationAnswer;
import dev.dbwarden.service.database.RefusedStatementException;
import dev.dbwarden.service.database.ScratchDatabase;
import dev.dbwarden.service.database.ScratchServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The use case: a migration run on a real database that is made for it. Builds the snapshot, upgrades, compares the export with the model,
 * rolls back, compares with the snapshot, and drops the database.
 */
public record VerifyMigration(ScratchServer server, Duration atMost) {
    VerificationAnswer verify(Schema before, Schema after, Migration migration, Dialect dialect) {
        if (!server.dialect().name().equals(dialect.name())) {
            String message = "'%s' is of dialect %s, and the migration of %s".formatted(server.name(), server.dialect().name(), dialect.name());
            throw new ProblemException(ProblemType.UNSUPPORTED, message, List.of(Mistake.at("/verify", message).fixedBy("name a scratch database of dialect " + dialect.name())));
        }
        return new Run().verify(before, after, migration);
    }

    /** One verification. */
    private final class Run {
        private final long start = System.nanoTime();
        private final List<VerificationAnswer.StepAnswer> steps = new ArrayList<>();
        private String version = "";

        VerificationAnswer verify(Schema before, Schema after, Migration migration) {
            long began = System.nanoTime();
            ScratchDatabase database = server.open();
            steps.add(passed("create_database", began));
            try (database) {
                List<Scripted> building = Migrations.between(Schema.EMPTY, before, List.of(), server.dialect()).upgrade();
                boolean all = run("build_snapshot", building, database) && compare("compare_with_snapshot", before, database)
                        && run("run_upgrade", migration.upgrade(), database) && compare("compare_with_model", after, database)
                        && run("run_rollback", migration.rollback(), database) && compare("compare_with_snapshot_again", before, database);
                began = System.nanoTime();
                database.close();
                steps.add(passed("drop_database", began));
                return new VerificationAnswer(server.name(), version, all, List.copyOf(steps));
            }
        }

        private boolean run(String step, List<Scripted> script, ScratchDatabase database) {
            long began = System.nanoTime();
            for (Scripted scripted : script) {
                refuseTooLong();
                String sql = scripted.statement().sql();
                try {
                    database.run(sql);
                } catch (RefusedStatementException e) {
                    steps.add(new VerificationAnswer.StepAnswer(step, false, since(began), List.of(), Optional.of(sql), Optional.of(String.valueOf(e.getMessage()))));
                    return false;
                }
            }
            steps.add(passed(step, began));
            return true;
        }

        private boolean compare(String step, Schema expected, ScratchDatabase database) {
            long began = System.nanoTime();
            refuseTooLong();
            try {
                Introspection found = database.schema();
                version = found.version();
                List<Change> changes = Migrations.between(expected, found.schema(), List.of(), server.dialect()).changes();
                List<String> differences = Stream.concat(found.problems().stream().map(Problem::message),
                        changes.stream().map(change -> Description.of(change).summary())).toList();
                steps.add(new VerificationAnswer.StepAnswer(step, differences.isEmpty(), since(began), differences, Optional.empty(), Optional.empty()));
                return differences.isEmpty();
            } catch (RefusedStatementException e) {
                steps.add(new VerificationAnswer.StepAnswer(step, false, since(began), List.of(), Optional.empty(), Optional.of(String.valueOf(e.getMessage()))));
                return false;
            }
        }

        private void refuseTooLong() {
            if (System.nanoTime() - start > atMost.toNanos()) {
                throw new ProblemException(ProblemType.DATABASE_TIMEOUT, "the verification on " + server.name() + " takes longer than " + atMost.toSeconds() + " seconds");
            }
        }
    }

    private static VerificationAnswer.StepAnswer passed(String step, long began) {
        return new VerificationAnswer.StepAnswer(step, true, since(began), List.of(), Optional.empty(), Optional.empty());
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
