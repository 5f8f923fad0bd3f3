package dev.dbwarden.service.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The databases as an operator registers them: {@code warden.databases.<name>.*}. What is missing or wrong in one is told by
 * {@link Databases}, and does not keep the others from working; so all is text here, as what the framework cannot convert keeps it from starting.
 */
@ConfigMapping(prefix = "warden.databases")
public interface DatabasesConfig {
    @WithParentName
    Map<String, Entry> databases();

    /** One database. */
    interface Entry {
        Optional<String> dialect();

        /** A JDBC URL. */
        Optional<String> url();

        Optional<String> username();

        Optional<String> password();

        /** A file that holds the password; read for each new connection, so that a password may change. */
        Optional<String> passwordFile();

        /** Patterns of the namespaces that are exported; all but the server's own where left out. */
        Optional<List<String>> schemas();

        /** Patterns of the tables that are exported, as {@code table} or {@code schema.table}; all where left out. */
        Optional<List<String>> tables();

        /** Patterns of the tables that are not. */
        Optional<List<String>> exclude();

        /** How many introspections run at once; what is asked meanwhile waits, and shares one. */
        Optional<String> poolSize();

        /** How long the server may take to answer: a login, a query. */
        Optional<String> statementTimeout();

        /** Whether databases may be created on its server, to prove migrations on. */
        Optional<String> scratch();
    }
}
