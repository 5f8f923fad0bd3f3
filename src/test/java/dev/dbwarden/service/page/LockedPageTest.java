package dev.dbwarden.service.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A service that answers only those who have a key: what is shut, and how a person gets in. */
@QuarkusTest
@TestProfile(LockedPageTest.Locked.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockedPageTest {
    private static final String KEY = "7".repeat(63) + "a";
    private static final String KEY_SHA256 = "cbea743d5fabf02edf53c2301b659afae9a02d4490ea36216283937f4f24a549";

    public static class Locked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("warden.security.require-auth", "true", "warden.clients.person.key-sha256", KEY_SHA256);
        }
    }

    @TestHTTPResource("/")
    URI page;
    private Browser browser;

    @BeforeAll
    void openTheBrowser() throws IOException {
        browser = Browser.open(Files.createTempDirectory("downloads"));
    }

    @AfterAll
    void closeTheBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/dialects", "/v1/rules", "/v1/limits", "/v1/databases", "/openapi", "/q/metrics", "/q/swagger-ui/", "/nothing"})
    void everythingNeedsACredential(String path) {
        given().get(path).then().statusCode(401).body("type", endsWith("/unauthenticated"));
        given().header("Authorization", "Bearer wrong").get(path).then().statusCode(401);
    }

    @Test
    void healthIsOpenAndThePageIsThereToAskForTheKey() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/").then().statusCode(401).header("WWW-Authenticate", containsString("Bearer")).body(containsString("API key"));
        given().header("Authorization", "Bearer " + KEY).get("/").then().statusCode(200);
        given().get("/v1/databases/../../page/page.js").then().statusCode(200);
        given().get("/page/../v1/dialects").then().statusCode(401);
    }

    @Test
    void aPersonGivesTheKeyAndItIsKeptNowhere() throws IOException {
        browser.open(page);
        browser.awaitShown("access");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("key");
        assertThat(browser.inaccessible()).isEmpty();
        browser.press("wrong", Keys.ENTER);
        browser.await("the wrong key is refused", () -> browser.find("status").getText().contains("credential"));
        browser.find("key").clear();
        browser.find("key").sendKeys(KEY, Keys.ENTER);
        browser.await("the key is taken", () -> browser.find("status").getText().contains("The key is taken"));
        browser.screenshot(Path.of("target/page-pictures/locked.png"));
        browser.tabTo("example");
        browser.press(Keys.ENTER);
        browser.awaitShown("candidates");
        browser.one("#candidates button.primary").click();
        browser.awaitShown("drawing");
        assertThat(browser.inaccessible()).isEmpty();
        assertThat(browser.find("curl").getText()).contains("-H \"Authorization: Bearer $DBWARDEN_TOKEN\"").doesNotContain(KEY);
        assertThat(browser.run("return JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href, history.state])")).isEqualTo("[{},{},\"\",\"" + page + "\",null]");
        browser.open(page);
        browser.awaitShown("access");
        assertThat(browser.find("key").getDomProperty("value")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
