package dev.dbwarden.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables a pattern means. */
class ScopeTest {
    @ParameterizedTest
    @CsvSource({
        "users, users, true", "users, user, false", "user, users, false", "*, users, true", "u*s, users, true", "u*s, us, true", "u*r, users, false", "**s, users, true",
        "?sers, users, true", "users?, users, false", "*s*s*, users, true", "a*b*c, abxbc, true", "a*b*c, abxb, false", "[u]sers, users, false", "u.ers, users, false",
        "\\Eusers, users, false", "?, \uD83D\uDE00, true", "'', users, false", "USERS, users, false"})
    void meansWhatItSays(String pattern, String table, boolean meant) {
        assertThat(new Scope(List.of(), List.of(pattern), List.of()).includesTable("", table)).isEqualTo(meant);
    }

    @Test
    void isSoonDecidedHoweverManyStarsItHas() {
        var scope = new Scope(List.of(), List.of("*?".repeat(20) + "!"), List.of());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(scope.includesTable("", "notification_settings_of_the_users_of_an_account")).isFalse());
    }
}
