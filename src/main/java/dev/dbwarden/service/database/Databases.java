package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Scope;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The registry. A registration with a fault in it is told in the log and by the readiness check; the others work. */
@Startup
@Singleton
public class Databases {
    private static final Logger LOG = Logger.getLogger(Databases.class);
    private static final int LONGEST_NAME = 63;

    private final Map<String, RegisteredDatabase> registered = new ConcurrentSkipListMap<>();
    private final Map<String, String> faults = new TreeMap<>();

    Databases(DatabasesConfig config) {
        config.databases().forEach((name, entry) -> {
            try {
                registered.put(name, database(name, entry));
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

    private static RegisteredDatabase database(String name, DatabasesConfig.Entry entry) {
        if (name.equals(EmbeddedScratch.NAME)) {
            throw new FaultyConfigurationException("its name is that of the embedded scratch database");
        }
        if (name.length() > LONGEST_NAME || !name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
            throw new FaultyConfigurationException("its name is not made of letters, digits, '_' and '-', at most " + LONGEST_NAME);
        }
        JdbcUrl url = JdbcUrl.parse(entry.url().orElseThrow(() -> new FaultyConfigurationException("it has no url")));
        Dialect dialect = dialect(entry.dialect().orElse(url.driver().dialect()), url);
        if (entry.poolSize() < 1 || entry.statementTimeout().toMillis() < 1) {
            throw new FaultyConfigurationException("its pool-size and its statement-timeout have to be more than nothing");
        }
        Stream.of(entry.password(), entry.passwordFile(), url.password()).filter(Optional::isPresent).skip(1).findFirst().ifPresent(_ -> {
            throw new FaultyConfigurationException("it has more than one password");
        });
        var login = new Login(entry.username().or(url::user), entry.password().or(url::password), entry.passwordFile());
        var scope = new Scope(entry.schemas().orElse(List.of()), entry.tables().orElse(List.of()), entry.exclude().orElse(List.of()));
        var connector = new Connector(url, login, entry.statementTimeout());
        return new RegisteredDatabase(name, dialect, scope, entry.statementTimeout(), entry.scratch(), connector, new Pool(connector, entry.poolSize()));
    }

    private static Dialect dialect(String name, JdbcUrl url) {
        Dialect dialect = Dialects.find(name).orElseThrow(() -> new FaultyConfigurationException("its dialect is none of " + names()));
        if (!dialect.name().equals(url.driver().dialect())) {
            throw new FaultyConfigurationException("its url is not one of dialect " + dialect.name());
        }
        return dialect;
    }

    private static String names() {
        return String.join(", ", Dialects.all().stream().map(Dialect::name).toList());
    }

    @PreDestroy
    void close() {
        registered.values().forEach(database -> database.pool().close());
    }
}
