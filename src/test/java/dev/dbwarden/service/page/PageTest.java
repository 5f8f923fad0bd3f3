package dev.dbwarden.service.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page for people in a real browser. Pictures of it are left in {@code target/page-pictures}. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    private static final Path PICTURES = Path.of("target/page-pictures");
    private static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, email text);";

    @TestHTTPResource("/")
    URI page;
    private Browser browser;
    private Path downloads;

    @BeforeAll
    void openTheBrowser() throws IOException {
        downloads = Files.createTempDirectory("downloads");
        browser = Browser.open(downloads);
    }

    @AfterAll
    void closeTheBrowser() {
        browser.close();
    }

    @BeforeEach
    void freshPage() {
        browser.visit(page);
    }

    @AfterEach
    void nothingIsComplainedAboutAndNothingLeavesTheService() {
        assertThat(browser.complaints()).isEmpty();
        assertThat((List<?>) browser.run("return performance.getEntriesByType('resource').map((each) => new URL(each.name)).filter((url) => url.origin !== location.origin && url.protocol !== 'blob:').map(String)")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/page.js", "/page/page.css", "/page/icon.svg", "/page/example/schema.sql"})
    void hasAStrictContentSecurityPolicy(String path) {
        String policy = given().get(path).then().statusCode(200).extract().header("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe", "http:", "https:", "*");
    }

    @Test
    void aPastedModelBecomesSql() {
        browser.paste("model", USERS);
        browser.find("request").findElement(By.cssSelector("[type=submit]")).click();
        browser.awaitShown("result");
        assertThat(browser.find("changes").getText()).contains("create table users").contains("SAFE").contains("exact");
        assertThat(browser.find("upgrade").getText()).contains("CREATE TABLE users");
        assertThat(browser.find("rollback").getText()).contains("DROP TABLE users");
        assertThat(browser.find("upgrade").findElements(By.cssSelector(".tok-keyword"))).isNotEmpty();
        assertThat(browser.find("curl").getText()).contains("-F dialect=postgresql", "-F model=@schema.sql", page.resolve("/v1/migrations?format=sql").toString());
    }

    @Test
    void droppedFilesTellTheirFormatByName() {
        browser.drop("model", "model.yaml", "tables:\n  notes:\n    columns:\n      id: {type: INTEGER, primary_key: true}\n");
        browser.drop("snapshot", "model_state.json", "{\"version\": \"1.0\", \"dialect\": \"postgresql\", \"tables\": {}}");
        browser.generate();
        browser.awaitShown("result");
        assertThat(browser.find("model-name").getDomProperty("value")).isEqualTo("model.yaml");
        assertThat(browser.find("upgrade").getText()).contains("CREATE TABLE notes");
        assertThat(browser.find("findings").getText()).contains("DW001").contains("checksum");
    }

    @Test
    void aRenameIsConfirmedWithAClick() {
        browser.find("example").click();
        browser.awaitShown("candidates");
        assertThat(browser.find("candidates").getText()).contains("Is column customers.name now column customers.full_name?");
        browser.one("#candidates button.primary").click();
        browser.awaitShown("drawing");
        assertThat(browser.find("upgrade").getText()).contains("RENAME COLUMN name TO full_name").doesNotContain("DROP COLUMN");
        assertThat(browser.find("renames").getText()).contains("customers.name:full_name");
        assertThat(browser.find("curl").getText()).contains("-F rename=customers.name:full_name");
        browser.one("#renames button").click();
        browser.awaitShown("candidates");
        browser.one("#candidates .card button:not(.primary)").click();
        browser.awaitShown("drawing");
        assertThat(browser.find("upgrade").getText()).contains("DROP COLUMN name");
    }

    @Test
    void findingsAreReadWithTheirAdvice() {
        throughTheExample();
        assertThat(browser.find("findings").getText()).contains("CRITICAL").contains("coupons");
        assertThat(browser.all("#findings .badge")).extracting(WebElement::getText).startsWith("CRITICAL", "WARN").endsWith("INFO");
        assertThat(browser.all("#findings .card .quiet")).isNotEmpty().allMatch(advice -> !advice.getText().isBlank());
        assertThat(browser.find("changes").getText()).contains("structure only");
        assertThat(browser.one("#findings a").getDomAttribute("href")).startsWith("/v1/rules/DW");
    }

    @Test
    void theDiagramMarksWhatChanges() {
        throughTheExample();
        assertThat(browser.all("#diagram .table.new")).hasSize(1);
        assertThat(browser.all("#diagram .table.dropped")).hasSize(1);
        assertThat(browser.all("#diagram .row.changed")).isNotEmpty();
        assertThat(browser.find("diagram").getText()).contains("~ full_name (was name)");
        assertThat(browser.one("#diagram svg title").getDomProperty("textContent")).contains("1 new", "1 dropped");
        String whole = browser.one("#diagram svg").getDomAttribute("viewBox");
        browser.find("zoom-in").click();
        assertThat(browser.one("#diagram svg").getDomAttribute("viewBox")).isNotEqualTo(whole);
        browser.find("diagram").sendKeys("0");
        assertThat(browser.one("#diagram svg").getDomAttribute("viewBox")).isEqualTo(whole);
    }

    @Test
    void theMigrationIsDownloaded() throws IOException {
        throughTheExample();
        browser.find("download-migration").click();
        browser.find("download-snapshot").click();
        Path snapshot = downloads.resolve("model_state.json");
        browser.await("both are there", () -> Files.exists(snapshot) && downloaded(".sql"));
        try (var files = Files.list(downloads)) {
            Path migration = files.filter(each -> each.toString().endsWith(".sql")).findFirst().orElseThrow();
            assertThat(migration.getFileName().toString()).startsWith("shop__0002_");
            assertThat(Files.readString(migration)).startsWith("-- upgrade").contains("-- rollback");
        }
        assertThat(Files.readString(snapshot)).startsWith("{\n  \"version\": \"1.0\"").contains("\"revision\": 2");
    }

    private boolean downloaded(String ending) {
        try (var files = Files.list(downloads)) {
            return files.anyMatch(each -> each.toString().endsWith(ending));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aProblemStandsAtItsLine() {
        browser.drop("model", "schema.sql", "CREATE TABLE a (\n  id integer,\n  n nonsense(((\n);\n");
        browser.generate();
        browser.awaitShown("problems");
        WebElement place = browser.one("#problems button");
        assertThat(place.getText()).startsWith("schema.sql, line ");
        String line = place.getText().replaceAll("\\D+", "");
        assertThat(browser.inEditor("model", ".cm-gutter-lint .cm-lint-marker-error").isDisplayed()).isTrue();
        place.click();
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("model-editor");
        assertThat(browser.inEditor("model", ".cm-activeLine").getText()).isEqualTo("CREATE TABLE a (\n  id integer,\n  n nonsense(((\n);\n".lines().toList().get(Integer.parseInt(line) - 1).strip());
    }

    @Test
    void problemsOfSeveralFilesStandEachInItsOwn() {
        browser.drop("model", "a.sql", "CREATE TABLE a (\n  n nonsense(((\n);\n", "b.sql", "CREATE TABLE b (id integer);\n\n\nCREATE TABLE b (id integer);\n");
        browser.generate();
        browser.awaitShown("problems");
        assertThat(browser.all("#problems button")).extracting(WebElement::getText).containsExactly("a.sql, line 2", "b.sql, line 4");
        assertThat(browser.find("model-name").getDomProperty("value")).isEqualTo("a.sql");
        assertThat(browser.lines("model", ".cm-lintRange-error")).isEqualTo(List.of("(("));
        browser.all("#problems button").getLast().click();
        assertThat(browser.find("model-name").getDomProperty("value")).isEqualTo("b.sql");
        assertThat(browser.lines("model", ".cm-lintRange-error")).isEqualTo(List.of("CREATE TABLE b (id integer);"));
    }

    @Test
    void whatNamesItsDialectNeedNotBeTold() {
        browser.drop("model", "schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\nmodel A {\n  id Int @id\n}\n");
        assertThat(browser.find("dialect").getDomProperty("value")).isEqualTo("sqlite");
        browser.drop("snapshot", "model_state.json", "{\"version\": \"1.0\", \"dialect\": \"mariadb\", \"tables\": {}}");
        assertThat(browser.find("dialect").getDomProperty("value")).isEqualTo("mariadb");
    }

    @Test
    void anEmptyModelIsAskedFor() {
        browser.find("request").findElement(By.cssSelector("[type=submit]")).click();
        assertThat(browser.find("status").getText()).startsWith("Fill in a model");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("model-editor");
        assertThat(browser.find("result").isDisplayed()).isFalse();
    }

    /** Away from the machine that the service runs on, and without https, browsers keep the clipboard back from pages. */
    @Test
    void theScriptIsCopiedOnAPlainAddressToo() {
        browser.visit(URI.create(page.toString().replace("localhost", Browser.ELSEWHERE)));
        assertThat(browser.run("return navigator.clipboard")).isNull();
        browser.drop("model", "schema.sql", USERS);
        browser.generate();
        browser.awaitShown("result");
        browser.one("[data-copy=rollback]").click();
        browser.await("it is copied", () -> browser.one("[data-copy=rollback]").getText().equals("Copied"));
        browser.find("description").sendKeys(Keys.chord(Keys.CONTROL, "v"));
        assertThat(browser.find("description").getDomProperty("value")).isEqualTo("DROP TABLE users;");
    }

    /** In a shell, with names that mean something to it and to curl. */
    @Test
    void theCommandDoesTheSame(@TempDir Path folder) throws Exception {
        String name = "it's; \"a\", $HOME.sql";
        browser.drop("model", name, USERS);
        browser.find("description").sendKeys("add 'em; type=all");
        browser.generate();
        browser.awaitShown("result");
        Files.writeString(folder.resolve(name), USERS);
        Process shell = new ProcessBuilder("sh", "-c", browser.find("curl").getText()).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        assertThat(folder.resolve("primary__0001_add_em_type_all.sql")).content().contains("CREATE TABLE users");
    }

    @Test
    void aFileDroppedBesideTheInputsDoesNotTakeThePagesPlace() {
        assertThat(browser.run("return document.querySelector('header').dispatchEvent(new DragEvent('drop', { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true }))")).isEqualTo(false);
    }

    @Test
    void aProblemOfADocumentStandsAtItsField() {
        browser.drop("model", "schema.sql", USERS);
        browser.drop("snapshot", "model_state.json", "{\n  \"version\": \"1.0\",\n  \"dialect\": \"postgresql\",\n  \"tables\": {\n    \"a\": {\"columns\": {\n      \"id\": {\"type\": \"INTEGER\", \"surprise\": 1}}}}}\n");
        browser.generate();
        browser.awaitShown("problems");
        assertThat(browser.one("#problems button").getText()).isEqualTo("snapshot, line 6");
        assertThat(browser.find("problems").getText()).contains("surprise");
    }

    @Test
    void theKeyboardIsEnough() {
        browser.tabTo("example");
        browser.press(Keys.ENTER);
        browser.awaitShown("candidates");
        for (int i = 0; i < 60 && !Boolean.TRUE.equals(browser.run("return document.activeElement.matches('#candidates button.primary')")); i++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ENTER);
        browser.awaitShown("drawing");
        browser.tabTo("diagram");
        String whole = browser.one("#diagram svg").getDomAttribute("viewBox");
        browser.press("+", Keys.ARROW_LEFT);
        assertThat(browser.one("#diagram svg").getDomAttribute("viewBox")).isNotEqualTo(whole);
        browser.press(Keys.TAB);
        assertThat(browser.run("return document.activeElement.dataset.copy")).isEqualTo("curl");
    }

    @ParameterizedTest
    @CsvSource({"light, 1400", "dark, 1400", "narrow, 390"})
    void isAccessibleAndLeavesItsPicture(String name, int width) throws IOException {
        browser.colours(name.equals("dark") ? "dark" : "light");
        browser.width(width);
        assertThat(browser.inaccessible()).as("empty").isEmpty();
        browser.find("example").click();
        browser.awaitShown("candidates");
        assertThat(browser.inaccessible()).as("a rename to settle").isEmpty();
        browser.screenshot(PICTURES.resolve(name + "-rename.png"));
        browser.one("#candidates button.primary").click();
        browser.awaitShown("drawing");
        assertThat(browser.inaccessible()).as("an answer").isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth")).as("nothing is wider than the screen").isEqualTo((long) width);
        browser.screenshot(PICTURES.resolve(name + ".png"));
        browser.drop("model", "schema.sql", "CREATE TABLE a (\n  id integer,\n  n nonsense(((\n);\n");
        browser.generate();
        browser.awaitShown("problems");
        assertThat(browser.inaccessible()).as("problems").isEmpty();
        browser.screenshot(PICTURES.resolve(name + "-problems.png"));
    }

    private void throughTheExample() {
        browser.find("example").click();
        browser.awaitShown("candidates");
        browser.one("#candidates button.primary").click();
        browser.awaitShown("drawing");
    }
}
