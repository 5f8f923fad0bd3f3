package dev.dbwarden.service.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings nobody reads. */
class UnreadSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"warden.databases.shop.user", "warden.databases.my.shop.url", "warden.databases.url", "warden.clients.ci.database", "warden.clients.my.ci.key-sha256"})
    void areToldWithWhatCouldBeMeant(String name) {
        assertThat(UnreadSettings.in(List.of(name))).singleElement().asString().startsWith(name + " is no setting").contains(" is one of ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"warden.databases.shop.url", "warden.databases.my-shop.password-file", "warden.databases.\"my.shop\".statement-timeout", "warden.databases.shop.tables[0]",
        "warden.clients.ci.key-sha256", "warden.clients.ci.databases[12]", "warden.limits.queue", "WARDEN_DATABASES_SHOP_URL", "quarkus.http.port"})
    void areNotThoseThatSomebodyReads(String name) {
        assertThat(UnreadSettings.in(List.of(name))).isEmpty();
    }
}
