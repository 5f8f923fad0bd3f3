package dev.dbwarden.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service does not start with callers that everybody could be. */
class ClientConfigurationTest {
    private static final String KEY = ApiKey.random();

    @ParameterizedTest
    @ValueSource(strings = {"", "changeme", "secret", "demo"})
    void refusesTheKeysThatEverybodyKnows(String key) {
        String hash = HexFormat.of().formatHex(ApiKey.hash(key));
        assertThatThrownBy(() -> callers(Map.of("warden.clients.ci.key-sha256", hash))).hasMessageContaining("warden.clients.ci").hasMessageContaining("sample key")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(hash));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "not hex at all", "00ff"})
    void refusesWhatIsNoHash(String hash) {
        assertThatThrownBy(() -> callers(Map.of("warden.clients.ci.key-sha256", hash))).hasMessageContaining("warden.clients.ci");
    }

    @Test
    void refusesACallerWithoutACredentialAndRolesThatAreNone() {
        assertThatThrownBy(() -> callers(Map.of("warden.clients.ci.databases", "*"))).hasMessageContaining("key-sha256");
        assertThatThrownBy(() -> callers(Map.of("warden.clients.ci.group", "a", "warden.clients.ci.roles", "admin"))).hasMessageContaining("read, verify");
    }

    @Test
    void grantsNothingThatIsNotSaid() {
        Callers callers = callers(Map.of("warden.clients.ci.key-sha256", HexFormat.of().formatHex(ApiKey.hash(KEY))));
        Caller caller = callers.find("Bearer " + KEY).orElseThrow();
        assertThat(caller.mayUse("shop")).isFalse();
        assertThat(caller.has(Role.VERIFY)).isFalse();
        assertThat(callers.find("Bearer " + KEY + "0")).isEmpty();
        assertThat(callers.find(KEY)).isEmpty();
    }

    private static Callers callers(Map<String, String> values) {
        var config = new SmallRyeConfigBuilder().withMapping(ClientsConfig.class).withSources(new io.smallrye.config.PropertiesConfigSource(values, "test", 100)).build();
        return new Callers(config.getConfigMapping(ClientsConfig.class), new io.smallrye.jwt.auth.principal.DefaultJWTParser());
    }
}
