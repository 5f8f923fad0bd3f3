package dev.dbwarden.bench;

import dev.dbwarden.engine.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.DiffToChangeLog;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.serializer.SnapshotSerializerFactory;
import liquibase.serializer.core.xml.XMLChangeLogSerializer;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;

/** Liquibase without a database: it reads two snapshots, compares them, and writes the changelog between them. */
final class LiquibaseWork {
    private final Path folder;

    /** @param folder where its snapshots are kept */
    LiquibaseWork(Path folder) {
        this.folder = folder;
    }

    /** Keeps, as a file of that name, what Liquibase sees of a database that the script made. */
    void keep(String name, String script) throws IOException, LiquibaseException {
        try (TestDatabase server = TestDatabase.open("postgresql")) {
            server.run(script);
            Database database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(server.connection()));
            var snapshot = SnapshotGeneratorFactory.getInstance().createSnapshot(database.getDefaultSchema(), database, new SnapshotControl(database));
            Files.writeString(folder.resolve(name), SnapshotSerializerFactory.getInstance().getSerializer(".json").serialize(snapshot, false));
        }
    }

    /** The changelog, in XML, that leads from one kept snapshot to the other. */
    String difference(String from, String to) {
        try {
            var log = new ByteArrayOutputStream();
            Scope.child(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(folder), () -> {
                var result = DiffGeneratorFactory.getInstance().compare(open(to), open(from), CompareControl.STANDARD);
                new DiffToChangeLog(result, new DiffOutputControl(false, false, false, null)).print(new PrintStream(log, true, StandardCharsets.UTF_8), new XMLChangeLogSerializer());
            });
            return log.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database open(String name) throws LiquibaseException {
        return DatabaseFactory.getInstance().openDatabase("offline:postgresql?snapshot=" + name, null, null, null, Scope.getCurrentScope().getResourceAccessor());
    }
}
