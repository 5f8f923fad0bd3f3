package dev.dbwarden.service.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The callers as an operator names them: {@code warden.clients.<name>.*}. */
@ConfigMapping(prefix = "warden.clients")
public interface ClientsConfig {
    @WithParentName
    Map<String, Client> clients();

    /** One caller: known by its key, by the subject of its token, or by a group that its token names. */
    interface Client {
        /** The SHA-256, in hex, of the API key. The key itself is nowhere in the service. */
        Optional<String> keySha256();

        /** The {@code sub} of a token. */
        Optional<String> subject();

        /** One of the {@code groups} of a token. */
        Optional<String> group();

        /** Names of databases, or {@code *}; none where left out. */
        Optional<List<String>> databases();

        /** {@code read}, {@code verify}. */
        @WithDefault("read")
        List<String> roles();
    }
}
