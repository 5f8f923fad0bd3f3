package dev.dbwarden.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URL may say. */
class JdbcUrlTest {
    private static final String CANARY = "canary";

    @ParameterizedTest
    @ValueSource(strings = {
        "jdbc:postgresql://h/d?socketFactory=a.B&socketFactoryArg=x", "jdbc:postgresql://h/d?sslfactory=a.B", "jdbc:postgresql://h/d?loggerFile=/tmp/x",
        "jdbc:postgresql://h/d?sslmode=require&authenticationPluginClassName=a.B", "jdbc:postgresql://h/d?jaasLogin=true", "jdbc:postgresql://h/d?options=-c%20x=y",
        "jdbc:mysql://h/d?allowLoadLocalInfile=true", "jdbc:mysql://h/d?ALLOWLOADLOCALINFILE=true", "jdbc:mysql://h/d?autoDeserialize=true",
        "jdbc:mysql://h/d?queryInterceptors=a.B", "jdbc:mysql://(host=h,allowLoadLocalInfile=true)/d", "jdbc:mysql://address=(host=h)(autoDeserialize=true)/d",
        "jdbc:mysql://user:canary@h/d", "jdbc:mysql://h/d?propertiesTransform=a.B", "jdbc:mysql://h/d?%61utoDeserialize=true",
        "jdbc:mariadb://h/d?allowLocalInfile=true", "jdbc:mariadb://h/d?socketFactory=a.B", "jdbc:mariadb:replication://h,i/d", "jdbc:mysql:loadbalance://h/d",
        "jdbc:sqlite:file:/tmp/x?mode=rwc", "jdbc:sqlite::memory:", "jdbc:sqlite::resource:http://h/x.db", "jdbc:sqlite:/tmp/x?enable_load_extension=true", "jdbc:sqlite:",
        "jdbc:clickhouse://h/d?custom_http_params=a", "jdbc:clickhouse://h/d?clickhouse_setting_readonly=0", "jdbc:h2:mem:x", "postgresql://user:canary@h/d", ""})
    void saysNothingBeyondItsPlace(String url) {
        assertThatThrownBy(() -> JdbcUrl.parse(url)).isInstanceOf(FaultyConfigurationException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CANARY, "a.B", "/tmp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "jdbc:postgresql://h/d", "jdbc:postgresql://h:5432,i:5433/d?targetServerType=primary&sslmode=verify-full", "jdbc:postgresql://[::1]:5432/d?user=a&password=p%26q",
        "jdbc:mysql://h:3306/d?sslMode=VERIFY_IDENTITY", "jdbc:mariadb://h/d", "jdbc:sqlite:/data/a b.db", "jdbc:sqlite:relative.db", "jdbc:clickhouse://h:8443/d?ssl=true"})
    void namesAPlace(String url) {
        assertThat(url).startsWith(JdbcUrl.parse(url).place());
    }

    @Test
    void keepsLoginsApart() {
        JdbcUrl url = JdbcUrl.parse("jdbc:postgresql://h/d?user=a&password=p%26q");
        assertThat(url.user()).contains("a");
        assertThat(url.password()).contains("p&q");
        assertThat(url.toString()).doesNotContain("p&q");
    }

    @Test
    void isOverruledByWhatIsForced() {
        for (Driver driver : Driver.values()) {
            assertThat(driver.allowed()).noneMatch(driver.bounds(Duration.ofSeconds(1)).keySet()::contains)
                    .noneMatch(driver.readOnly(Duration.ofSeconds(1)).keySet()::contains);
        }
    }
}
