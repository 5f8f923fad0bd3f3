package dev.dbwarden.bench;

import dev.dbwarden.service.page.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** How long a person waits for the page: until it is painted, and until a large schema is drawn. Arguments: the page's address, the number of tables (500). */
public final class PageBenchmark {
    private static final int ROUNDS = 5;

    private PageBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var page = URI.create(arguments[0]);
        int tables = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        try (Browser browser = Browser.open(Files.createTempDirectory("downloads"))) {
            System.out.printf("| what | median of %d, ms |%n|---|---|%n", ROUNDS);
            System.out.printf("| first contentful paint | %d |%n", median(() -> painted(browser, page)));
            System.out.printf("| %d tables: from Generate until the diagram is painted | %d |%n", tables, median(() -> drawn(browser, page, schema(tables))));
        }
    }

    private static long painted(Browser browser, URI page) {
        browser.visit(page);
        return ((Number) browser.run("return Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)")).longValue();
    }

    /** From the click until the browser has painted a frame that has the drawing in it. */
    private static long drawn(Browser browser, URI page, String schema) {
        browser.visit(page);
        browser.run("""
                const files = new DataTransfer();
                files.items.add(new File([arguments[0]], 'schema.sql'));
                document.getElementById('model').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
                """, schema);
        browser.await("the model is shown", () -> Boolean.TRUE.equals(browser.run("return document.getElementById('model-editor').shadowRoot.textContent.includes('t_0')")));
        browser.run("""
                window.drawn = undefined;
                const start = performance.now();
                new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = performance.now() - start; })))
                    .observe(document.getElementById('diagram'), { childList: true });
                document.querySelector('#request [type=submit]').click();
                """);
        browser.await("the diagram is drawn", () -> browser.run("return window.drawn") != null);
        return Math.round(((Number) browser.run("return window.drawn")).doubleValue());
    }

    private static long median(Supplier<Long> measured) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(measured.get());
        }
        return times.stream().sorted().toList().get(ROUNDS / 2);
    }

    /** Tables of six to sixteen columns, most of which refer to one or two others. */
    private static String schema(int tables) {
        var random = new Random(1);
        var sql = new StringBuilder();
        for (int i = 0; i < tables; i++) {
            sql.append("CREATE TABLE t_").append(i).append(" (\n  id bigint PRIMARY KEY,\n  name text NOT NULL");
            for (int j = random.nextInt(4, 13); j > 0; j--) {
                sql.append(",\n  attribute_").append(j).append(" varchar(20)");
            }
            for (int j = i == 0 ? 0 : random.nextInt(3); j > 0; j--) {
                sql.append(",\n  t_").append(j).append("_id bigint REFERENCES t_").append(random.nextInt(i)).append(" (id)");
            }
            sql.append("\n);\n");
        }
        return sql.toString();
    }
}
