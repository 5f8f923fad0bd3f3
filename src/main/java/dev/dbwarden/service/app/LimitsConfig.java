package dev.dbwarden.service.app;

import dev.dbwarden.service.document.Limits;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits as an operator sets them: {@code warden.limits.*}. */
@ConfigMapping(prefix = "warden.limits")
public interface LimitsConfig {
    /** Bytes of a request body, after inflating. */
    @WithDefault("16M")
    MemorySize bodySize();

    /** How deep a JSON or YAML document nests. */
    @WithDefault("64")
    int jsonDepth();

    /** How many tables a schema has. */
    @WithDefault("10000")
    int tables();

    /** How many columns a table has. */
    @WithDefault("1000")
    int columns();

    /** How long a request may take. */
    @WithDefault("30s")
    Duration requestTime();

    /** How many requests wait for a core, of large ones an eighth; the next one is answered with 503 at once. */
    @WithDefault("16")
    int queue();

    default Limits limits() {
        return new Limits(bodySize().asLongValue(), jsonDepth(), tables(), columns(), requestTime(), queue());
    }
}
