package dev.dbwarden.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The whole request over HTTP: model and snapshot as bytes in, the answer as bytes out, against the packaged service; beside it what
 * Jackson alone needs to read the same request and to write the same answer, measured in the same run. Prints a Markdown table.
 */
public final class ServiceBenchmark {
    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 2_000, 4_000, 10_000);
    /** Until the JVM has compiled what a size needs: with less, its compiler and the requests share the cores while they are measured. At 1,000 tables it is still at it after half a minute. */
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(90);
    private static final Workload WORKLOAD = new Workload("postgresql");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ServiceBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = arguments.length == 0 ? SIZES : Arrays.stream(arguments).map(Integer::valueOf).toList();
        try (var service = new RunningService()) {
            System.out.printf(Locale.ROOT, "%nstart to first answer: %d ms, resident then: %d MB%n%n", service.started().toMillis(), service.residentMegabytes());
            System.out.println("| tables | request, MB | answer, MB | service, ms, median (min) | Jackson, ms, median (min) | ratio of medians | per doubling | resident, MB |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            var measured = new ArrayList<Times>();
            for (int size : sizes) {
                Times whole = measure(service, size);
                if (!measured.isEmpty()) {
                    whole = whole.since(measured.getLast(), sizes.get(measured.size() - 1), size);
                }
                System.out.println(whole.row(size, service.residentMegabytes()));
                measured.add(whole);
            }
            System.out.println(chart(sizes, measured));
        }
        Throughput.print();
    }

    /** How a schema's size tells in the time for each of its tables: bars that are level are linear. */
    private static String chart(List<Integer> sizes, List<Times> measured) {
        return Chart.of("for each table: the service (bars), Jackson alone (line)", "microseconds", sizes.stream().map("%,d tables"::formatted).toList(),
                each(sizes, measured, Times::posts), each(sizes, measured, Times::bare));
    }

    private static List<Double> each(List<Integer> sizes, List<Times> measured, Function<Times, double[]> which) {
        return IntStream.range(0, sizes.size()).mapToObj(i -> Times.median(which.apply(measured.get(i))) * 1000 / sizes.get(i)).toList();
    }

    private static Times measure(RunningService service, int size) throws IOException, InterruptedException {
        byte[] request = request(service, size);
        byte[] answer = service.post("/v1/migrations", request);
        JsonNode tree = MAPPER.readTree(answer);
        if (!tree.path("changed").asBoolean() || !tree.path("proof").path("upgrade_reaches_model").asBoolean() || !tree.path("proof").path("rollback_restores_snapshot").asBoolean()) {
            throw new IOException("the answer has no change or no proof: " + tree.path("proof"));
        }
        double[] posts = times(() -> service.post("/v1/migrations", request));
        double[] bare = times(() -> {
            MAPPER.readTree(request);
            MAPPER.writeValueAsBytes(tree);
        });
        return new Times(request.length, answer.length, posts, bare, 0);
    }

    /** The model after the change, and the service's own snapshot of the model before it. */
    static byte[] request(RunningService service, int size) throws IOException, InterruptedException {
        ObjectNode first = MAPPER.createObjectNode().put("database", "shop").put("dialect", "postgresql");
        first.set("model", WORKLOAD.before(size));
        byte[] snapshot = service.post("/v1/snapshots", MAPPER.writeValueAsBytes(first));
        ObjectNode request = MAPPER.createObjectNode().put("database", "shop").put("dialect", "postgresql");
        request.set("model", WORKLOAD.after(size));
        request.set("snapshot", MAPPER.readTree(snapshot));
        request.putArray("renames").add(Workload.dropped(size) + ":");
        return MAPPER.writeValueAsBytes(request);
    }

    /** Milliseconds of each run, sorted, after a warm-up. */
    static double[] times(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int warm = 0;
        while (System.nanoTime() - start < WARM_UP || warm < 3) {
            work.run();
            warm++;
        }
        var times = new double[Math.clamp(warm, 7, 101)];
        for (int i = 0; i < times.length; i++) {
            long from = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    interface Work {
        void run() throws IOException, InterruptedException;
    }

    private record Times(int requestBytes, int answerBytes, double[] posts, double[] bare, double perDoubling) {
        Times since(Times before, int sizeBefore, int size) {
            double doublings = Math.log((double) size / sizeBefore) / Math.log(2);
            return new Times(requestBytes, answerBytes, posts, bare, Math.pow(median(posts) / median(before.posts), 1 / doublings));
        }

        String row(int size, long resident) {
            return String.format(Locale.ROOT, "| %,d | %.2f | %.2f | %.1f (%.1f) | %.1f (%.1f) | %.1f | %s | %d |", size, requestBytes / 1e6, answerBytes / 1e6,
                    median(posts), posts[0], median(bare), bare[0], median(posts) / median(bare),
                    perDoubling == 0 ? "" : String.format(Locale.ROOT, "%.2f", perDoubling), resident);
        }

        private static double median(double[] sorted) {
            return sorted[sorted.length / 2];
        }
    }
}
