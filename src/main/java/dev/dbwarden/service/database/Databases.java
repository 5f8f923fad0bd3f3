package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Scope;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;

/** The registry. A registration with a fault in it is told in the log and by the readiness check; the others work. */
@Startup
@Singleton
public class Databases {
    private static final Logger LOG = Logger.getLogger(Databases.class);

    private final Map<String, RegisteredDatabase> registered = new ConcurrentSkipListMap<>();
    private final Map<String, String> faults = new TreeMap<>();

    Databases(DatabasesConfig config) {
        config.databases().forEach((name, entry) -> {
            try {
                registered.put(name, Registration.read(name, entry));
            } catch (FaultyConfigurationException e) {
                LOG.errorf("warden.databases.%s cannot be used: %s", name, e.getMessage());
                faults.put(name, String.valueOf(e.getMessage()));
            }
        });
    }

    public Optional<RegisteredDatabase> find(String name) {
        return Optional.ofNullable(registered.get(name));
    }

    /** By name. */
    public Collection<RegisteredDatabase> all() {
        return registered.values();
    }

    /** Whether there is a registration of that name, with a fault in it. */
    public boolean isFaulty(String name) {
        return faults.containsKey(name);
    }

    /** The names of the registrations that have a fault. */
    Collection<String> faulty() {
        return faults.keySet();
    }

    /** Registers a file besides those that the configuration names. */
    public void add(String name, Path sqliteFile) {
        Duration limit = Duration.ofSeconds(10);
        var connector = new Connector(JdbcUrl.parse("jdbc:sqlite:" + sqliteFile), new Login(Optional.empty(), Optional.empty(), Optional.empty()), limit);
        registered.put(name, new RegisteredDatabase(name, Dialects.find("sqlite").orElseThrow(), Scope.ALL, limit, false, connector, new Pool(connector, 1)));
    }

    @PreDestroy
    void close() {
        registered.values().forEach(database -> database.pool().close());
    }
}
