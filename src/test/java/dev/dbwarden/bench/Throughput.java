package dev.dbwarden.bench;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How many requests a second the packaged service answers on one core and on more, each client sending again when it was answered. The clients
 * run on the same machine: beside a service of one core on the others, beside one of all cores on the same.
 */
final class Throughput {
    private static final List<Integer> SIZES = List.of(10, 100, 1_000);
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(30);
    private static final long SPAN = TimeUnit.SECONDS.toNanos(10);

    private Throughput() {}

    /** Prints a Markdown table. */
    static void print() throws IOException, InterruptedException {
        System.out.println("\n| requests a second, of | " + String.join(" | ", SIZES.stream().map("%,d tables"::formatted).toList()) + " |\n|---|" + "---|".repeat(SIZES.size()));
        for (int cores = 1; cores <= Runtime.getRuntime().availableProcessors(); cores *= 2) {
            try (var service = new RunningService(Map.of(), cores)) {
                var row = new StringBuilder("| " + cores + (cores == 1 ? " core" : " cores"));
                for (int size : SIZES) {
                    byte[] request = ServiceBenchmark.request(service, size);
                    answered(service, request, cores, WARM_UP);
                    row.append(String.format(Locale.ROOT, " | %.1f", answered(service, request, cores, SPAN) / (SPAN / 1e9)));
                }
                System.out.println(row.append(" |"));
            }
        }
    }

    /** How many were answered by then; as many clients as the service has cores leave none of them idle and none waiting for long. */
    private static long answered(RunningService service, byte[] request, int clients, long nanos) throws IOException, InterruptedException {
        long end = System.nanoTime() + nanos;
        Callable<Long> client = () -> {
            long answered = 0;
            while (System.nanoTime() < end) {
                service.post("/v1/migrations", request);
                answered++;
            }
            return answered;
        };
        long all = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (Future<Long> each : threads.invokeAll(Collections.nCopies(clients, client))) {
                all += each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the service did not answer", e);
        }
        return all;
    }
}
