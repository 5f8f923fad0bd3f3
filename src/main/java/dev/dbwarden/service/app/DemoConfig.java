package dev.dbwarden.service.app;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** {@code warden.demo.*}: for trying the service out. */
@ConfigMapping(prefix = "warden.demo")
public interface DemoConfig {
    /** The SQLite file that is registered as {@code demo}; made, with the example schema, where it is not there. None where left out. */
    Optional<Path> file();
}
