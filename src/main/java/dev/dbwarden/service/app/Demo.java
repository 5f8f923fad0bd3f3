package dev.dbwarden.service.app;

import dev.dbwarden.service.database.Databases;
import dev.dbwarden.service.database.DemoDatabase;
import dev.dbwarden.service.security.ApiKey;
import dev.dbwarden.service.security.Caller;
import dev.dbwarden.service.security.Callers;
import dev.dbwarden.service.security.Role;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Set;
import org.jboss.logging.Logger;

/** Registers the database {@code demo} and a caller with a key that is made anew at each start, and told once. */
@Singleton
public class Demo {
    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final String NAME = "demo";

    private final DemoConfig config;
    private final Databases databases;
    private final Callers callers;

    Demo(DemoConfig config, Databases databases, Callers callers) {
        this.config = config;
        this.databases = databases;
        this.callers = callers;
    }

    void start(@Observes StartupEvent started) {
        config.file().ifPresent(this::register);
    }

    private void register(Path file) {
        DemoDatabase.make(file);
        databases.add(NAME, file);
        String key = ApiKey.random();
        callers.add(new Caller(NAME, Set.of(Role.READ), Set.of(NAME)), key);
        LOG.infof("database '%s' is registered for trying out; its key, told only here: %s", NAME, key);
    }
}
