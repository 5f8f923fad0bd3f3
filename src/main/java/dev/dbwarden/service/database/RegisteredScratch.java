package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Dialect;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;

/** The server of a registered database on which others may be made. Only what this class made, by its name, is ever dropped. */
public record RegisteredScratch(RegisteredDatabase database, ScratchSql sql) implements ScratchServer {
    private static final Logger LOG = Logger.getLogger(RegisteredScratch.class);
    private static final String PREFIX = "warden_scratch_";
    private static final Duration OLD = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 6;

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public Dialect dialect() {
        return database.dialect();
    }

    @Override
    public ScratchDatabase open() {
        try {
            Connection administration = database.connector().open();
            try {
                dropLeftOvers(administration);
                return make(administration);
            } catch (SQLException e) {
                administration.close();
                throw e;
            }
        } catch (SQLException | FaultyConfigurationException e) {
            throw DatabaseFailure.of(database, e);
        }
    }

    /** Drops what services that died have left behind. */
    public void dropLeftOvers() {
        try (Connection administration = database.connector().open()) {
            dropLeftOvers(administration);
        } catch (SQLException | FaultyConfigurationException e) {
            LOG.warnf("database %s: scratch databases that were left behind could not be looked for", name());
        }
    }

    private ScratchDatabase make(Connection administration) throws SQLException {
        String made = PREFIX + Instant.now().getEpochSecond() + "_" + random();
        // Locked before it is there, so that nobody takes it for left behind.
        isFree(administration, made);
        execute(administration, sql.create(), made);
        try {
            return new ScratchDatabase(this, database.connector().openOther(made), () -> {
                try (administration) {
                    execute(administration, sql.drop(), made);
                }
            });
        } catch (SQLException e) {
            execute(administration, sql.drop(), made);
            throw e;
        }
    }

    private void dropLeftOvers(Connection administration) throws SQLException {
        for (String left : names(administration)) {
            if (sql.lease().isPresent() ? isFree(administration, left) : isOld(left)) {
                drop(administration, left);
            }
        }
    }

    /** What another login left behind may not be this one's to drop, and is in nobody's way. */
    private void drop(Connection administration, String left) {
        try {
            execute(administration, sql.drop(), left);
            LOG.infof("database %s: %s was left behind, and is dropped", name(), left);
        } catch (SQLException e) {
            LOG.warnf("database %s: %s was left behind, and this login may not drop it (SQLState %s); drop it by hand", name(), left, e.getSQLState());
        }
    }

    private List<String> names(Connection administration) throws SQLException {
        try (var statement = administration.createStatement(); ResultSet rows = statement.executeQuery(sql.names())) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private boolean isFree(Connection administration, String name) throws SQLException {
        if (sql.lease().isEmpty()) {
            return false;
        }
        try (var statement = administration.prepareStatement(sql.lease().get())) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static boolean isOld(String name) {
        String time = name.substring(PREFIX.length()).replaceAll("_.*", "");
        return time.matches("\\d{1,12}") && Instant.ofEpochSecond(Long.parseLong(time)).isBefore(Instant.now().minus(OLD));
    }

    private void execute(Connection administration, String template, String name) throws SQLException {
        try (var statement = administration.createStatement()) {
            statement.execute(template.formatted(dialect().quoting().name(name)));
        }
    }

    private static String random() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
