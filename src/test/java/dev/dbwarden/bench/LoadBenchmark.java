package dev.dbwarden.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * More than the packaged service can do: first what it takes without load, and how much it holds; then ten times that, small requests and large
 * ones mixed; then the order to stop, amid the load. Prints Markdown. The load comes from the same machine and takes its share of it.
 */
public final class LoadBenchmark {
    private static final int LARGE_TABLES = 1_000;
    private static final int SMALL_TABLES = 10;
    /** Of so many requests one is large. */
    private static final int ONE_LARGE_IN = 20;
    private static final int TIMES = 10;
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(20);
    /** Until the sender's own code is compiled: before, it takes more of the cores than what it measures. */
    private static final long SENDER_WARM_UP = TimeUnit.SECONDS.toNanos(30);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RunningService service;
    private final Sender sender;
    private final Buffer small;
    private final Buffer large;

    private LoadBenchmark(RunningService service, Sender sender) throws IOException {
        this.service = service;
        this.sender = sender;
        this.small = request(SMALL_TABLES);
        this.large = request(LARGE_TABLES);
    }

    /** What came of one request; {@code status} is 0 where there was no answer. */
    private record Answer(boolean isLarge, long sent, int status, double millis) {}

    public static void main(String[] arguments) throws Exception {
        long seconds = arguments.length == 0 ? 60 : Long.parseLong(arguments[0]);
        try (var service = new RunningService(Map.of()); var sender = new Sender(service.address("/v1/migrations"))) {
            new LoadBenchmark(service, sender).run(seconds);
        }
    }

    private void run(long seconds) throws InterruptedException, IOException {
        closedLoop(WARM_UP, Runtime.getRuntime().availableProcessors());
        long span = TimeUnit.SECONDS.toNanos(Math.min(30, seconds / 4));
        List<Answer> alone = closedLoop(span, 1);
        double held = closedLoop(span, Runtime.getRuntime().availableProcessors()).size() / (span / 1e9);
        long before = service.residentMegabytes();
        openLoop(held * TIMES, TimeUnit.NANOSECONDS.toSeconds(SENDER_WARM_UP), () -> {});
        var pauses = new Pauses();
        List<Answer> loaded = openLoop(held * TIMES, seconds, () -> {});
        long pause = pauses.longest();
        long after = service.residentMegabytes();
        System.out.printf(Locale.ROOT, "It holds %.0f requests a second, one in %d of %,d tables, the others of %d; offered for %d s: %.0f a second, sent: %.0f.%n%n", held, ONE_LARGE_IN,
                LARGE_TABLES, SMALL_TABLES, seconds, held * TIMES, loaded.size() / (double) seconds);
        System.out.println("| | requests | p50, ms | p95, ms | p99, ms |\n|---|---|---|---|---|");
        row("small, without load", alone, answer -> !answer.isLarge());
        row("small, accepted under load", loaded, answer -> !answer.isLarge() && answer.status() == 200);
        row("large, without load", alone, Answer::isLarge);
        row("large, accepted under load", loaded, answer -> answer.isLarge() && answer.status() == 200);
        row("small, refused with 503", loaded, answer -> !answer.isLarge() && answer.status() == 503);
        row("large, refused with 503", loaded, answer -> answer.isLarge() && answer.status() == 503);
        row("neither", loaded, answer -> answer.status() != 200 && answer.status() != 503);
        System.out.printf("%nresident: %d MB before the load, %d MB after it; the longest that the sender itself stood still: %d ms%n", before, after, pause);
        stop(held);
    }

    /** What was sent before the service was told to stop has to be answered; what comes later may find nobody. */
    private void stop(double rate) throws InterruptedException {
        long[] told = {Long.MAX_VALUE};
        List<Answer> answers = openLoop(rate * 2, 6, () -> {
            told[0] = System.nanoTime();
            service.tellToStop();
        });
        List<Answer> early = answers.stream().filter(answer -> answer.sent() < told[0]).toList();
        long underway = early.stream().filter(answer -> answer.sent() + answer.millis() * 1e6 > told[0]).count();
        System.out.printf("%ntold to stop amid twice what it holds: of %d requests sent before, %d were under way; without an answer stayed %d%n", early.size(), underway,
                early.stream().filter(answer -> answer.status() == 0).count());
    }

    private static void row(String name, List<Answer> answers, Predicate<Answer> which) {
        double[] millis = answers.stream().filter(which).mapToDouble(Answer::millis).sorted().toArray();
        System.out.printf(Locale.ROOT, "| %s | %,d | %.1f | %.1f | %.1f |%n", name, millis.length, at(millis, 0.5), at(millis, 0.95), at(millis, 0.99));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    /** So many clients, each of which sends when it was answered. */
    private List<Answer> closedLoop(long nanos, int clients) throws InterruptedException {
        var answers = new ConcurrentLinkedQueue<Answer>();
        long end = System.nanoTime() + nanos;
        Thread[] threads = new Thread[clients];
        for (int client = 0; client < clients; client++) {
            int first = client * ONE_LARGE_IN / clients;
            threads[client] = Thread.ofPlatform().start(() -> {
                for (int number = first; System.nanoTime() < end; number++) {
                    answers.add(send(number % ONE_LARGE_IN == 0).toCompletionStage().toCompletableFuture().join());
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(answers);
    }

    /** So many requests a second, answered or not; something happens when two thirds of them are sent. */
    private List<Answer> openLoop(double rate, long seconds, Runnable amid) throws InterruptedException {
        var answers = new ConcurrentLinkedQueue<Answer>();
        long start = System.nanoTime();
        long count = (long) (rate * seconds);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (long number = 0; number < count && System.nanoTime() - start < seconds * 1e9; number++) {
            if (number == count * 2 / 3) {
                amid.run();
            }
            TimeUnit.NANOSECONDS.sleep(start + (long) (number * 1e9 / rate) - System.nanoTime());
            sent.add(send(number % ONE_LARGE_IN == 0).onSuccess(answers::add).toCompletionStage().toCompletableFuture());
        }
        sent.forEach(CompletableFuture::join);
        return new ArrayList<>(answers);
    }

    /** How long a thread that only sleeps comes too late: what the machine, or the sender's JVM, adds to all that is measured meanwhile. */
    private static final class Pauses {
        private static final long NAP = TimeUnit.MILLISECONDS.toNanos(10);

        private final Thread sleeper = Thread.ofPlatform().daemon().start(this::sleep);
        private volatile long longest;

        private void sleep() {
            while (!Thread.currentThread().isInterrupted()) {
                long start = System.nanoTime();
                LockSupport.parkNanos(NAP);
                longest = Math.max(longest, System.nanoTime() - start - NAP);
            }
        }

        /** Milliseconds; ends the watch. */
        long longest() throws InterruptedException {
            sleeper.interrupt();
            sleeper.join();
            return TimeUnit.NANOSECONDS.toMillis(longest);
        }
    }

    private Future<Answer> send(boolean isLarge) {
        long start = System.nanoTime();
        return sender.status(isLarge ? large : small).map(status -> new Answer(isLarge, start, status, (System.nanoTime() - start) / 1e6));
    }

    private static Buffer request(int tables) throws IOException {
        var workload = new Workload("postgresql");
        ObjectNode request = MAPPER.createObjectNode().put("database", "shop").put("dialect", "postgresql");
        request.set("model", workload.after(tables));
        ObjectNode snapshot = workload.before(tables);
        snapshot.put("version", "1.0");
        request.set("snapshot", snapshot);
        request.putArray("renames").add(Workload.dropped(tables) + ":");
        return Buffer.buffer(MAPPER.writeValueAsBytes(request));
    }
}
