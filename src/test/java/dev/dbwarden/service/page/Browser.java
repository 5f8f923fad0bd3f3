package dev.dbwarden.service.page;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a window. Where there is none, opening one fails and says how to get it: what is not tried must not look tried. */
public final class Browser implements AutoCloseable {
    /** A name of this machine that the browser does not know for it, as where the service runs elsewhere. */
    static final String ELSEWHERE = "warden.example";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    public static Browser open(Path downloads) {
        var options = new ChromeOptions();
        options.setBinary(program("chromium", "chromium-browser", "google-chrome"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1400,1000", "--hide-scrollbars", "--host-resolver-rules=MAP " + ELSEWHERE + " localhost");
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString(), "download.prompt_for_download", false));
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder().usingDriverExecutable(program("chromedriver")).usingAnyFreePort().build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static File program(String... names) {
        return Stream.of(names).flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> new File(folder, name)))
                .filter(File::canExecute).findFirst().orElseThrow(() -> new AssertionError("there is no " + names[0] + " here, so nothing of the page can be tried; "
                        + "install it (Debian: apt-get install chromium chromium-driver), which script/test does where it may"));
    }

    void open(URI page) {
        driver.get(page.toString());
    }

    public void visit(URI page) {
        open(page);
        await("the page is ready", () -> Boolean.TRUE.equals(run("return document.querySelectorAll('#dialect option').length > 0")));
    }

    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    WebElement find(String id) {
        return driver.findElement(By.id(id));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** The editable text of an editor, in its shadow root. */
    WebElement editor(String id) {
        return find(id + "-editor").getShadowRoot().findElement(By.cssSelector(".cm-content"));
    }

    WebElement inEditor(String id, String selector) {
        return find(id + "-editor").getShadowRoot().findElement(By.cssSelector(selector));
    }

    /** What stands in the parts of an editor that a selector finds. */
    List<String> lines(String id, String selector) {
        return find(id + "-editor").getShadowRoot().findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
    }

    /** Puts a text on the clipboard by cutting it from a field, and pastes it with the keyboard. */
    void paste(String id, String text) {
        WebElement field = find("description");
        field.clear();
        field.sendKeys(text, Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "x"));
        WebElement editor = editor(id);
        editor.click();
        editor.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "v"));
    }

    /** Drops files as a person would drag them in: one, and more as names and texts. The first is shown. */
    void drop(String id, String name, String text, String... more) {
        run("""
                const files = new DataTransfer();
                const [id, ...parts] = arguments;
                for (let i = 0; i < parts.length; i += 2) {
                  files.items.add(new File([parts[i + 1]], parts[i]));
                }
                document.getElementById(id).dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
                """, Stream.concat(Stream.of(id, name, text), Stream.of(more)).toArray());
        await(name + " is shown", () -> editor(id).getText().contains(text.strip().lines().findFirst().orElseThrow()));
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Asks for the answer with the keyboard. */
    void generate() {
        new Actions(driver).keyDown(Keys.CONTROL).sendKeys(Keys.ENTER).keyUp(Keys.CONTROL).perform();
    }

    /** Goes on with the Tab key until the element has the focus. */
    void tabTo(String id) {
        for (int i = 0; i < 60 && !id.equals(run("return document.activeElement.id")); i++) {
            press(Keys.TAB);
        }
        if (!id.equals(run("return document.activeElement.id"))) {
            throw new AssertionError("the Tab key does not lead to " + id);
        }
    }

    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain waited until " + what + "; the page says: " + run("return document.body.innerText"));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    void awaitShown(String id) {
        await(id + " is shown", () -> find(id).isDisplayed());
    }

    void colours(String scheme) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void width(int pixels) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The whole page as a picture. */
    void screenshot(Path file) throws IOException {
        var size = Map.of("x", 0, "y", 0, "width", run("return document.documentElement.clientWidth"), "height", run("return document.documentElement.scrollHeight"), "scale", 1);
        Object data = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", size)).get("data");
        Files.createDirectories(file.getParent());
        Files.write(file, OutputType.BYTES.convertFromBase64Png(String.valueOf(data)));
    }

    /** What axe finds wrong, one line each. */
    List<String> inaccessible() throws IOException {
        try (InputStream axe = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document).then(({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`))));
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** What the browser complained about since it was last asked, but for refused requests, which tests provoke, and advice. */
    List<String> complaints() {
        var complaints = new ArrayList<String>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.INFO.intValue() && !entry.getMessage().contains("the server responded with a status of 4")) {
                complaints.add(entry.getMessage());
            }
        }
        return complaints;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
