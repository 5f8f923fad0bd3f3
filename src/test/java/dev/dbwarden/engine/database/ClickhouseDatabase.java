package dev.dbwarden.engine.database;

import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Lexicon;
import dev.dbwarden.engine.sql.Statements;
import dev.dbwarden.engine.sql.Token;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A database of the engine of ClickHouse, which is a library (see {@code script/clickhouse-engine}) in a process of its own. */
public final class ClickhouseDatabase implements TestDatabase {
    private static final Lexicon LEXICON = Dialects.find("clickhouse").orElseThrow().lexicon();
    /** How the server keeps a key that is said at its only column. */
    private static final Pattern KEY_AT_COLUMN = Pattern.compile("PRIMARY KEY tuple\\((\\w+)\\) ORDER BY tuple\\(\\1\\)");
    private static final Queue<ClickhouseDatabase> IDLE = new ConcurrentLinkedQueue<>();

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private boolean madeFunctions;

    private ClickhouseDatabase(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = ClickhouseEngine.output(socket);
    }

    /** Where the library is: {@code CLICKHOUSE_ENGINE}, or where the script puts it. */
    public static Optional<Path> library() {
        String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(System.getProperty("user.home") + "/.cache");
        return Stream.of(Optional.ofNullable(System.getenv("CLICKHOUSE_ENGINE")).orElse(""), cache + "/dbwarden/clickhouse-engine-26.5.3/libchdb.so")
                .filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isRegularFile).findFirst();
    }

    /** Whether the engine is here. Where it is not, the output says loudly what is not tested; with {@code CLICKHOUSE_ENGINE_REQUIRED} that is a failure. */
    public static boolean present(String what) {
        if (library().isPresent()) {
            return true;
        }
        String line = "=".repeat(100);
        String message = "NOT TESTED: %s. The engine is not here; script/clickhouse-engine brings it, with npm on Linux x86-64.".formatted(what);
        if (System.getenv("CLICKHOUSE_ENGINE_REQUIRED") != null) {
            throw new IllegalStateException(message);
        }
        System.err.println("\n" + line + "\n" + message + "\n" + line + "\n");
        return false;
    }

    public static TestDatabase opened() {
        ClickhouseDatabase idle = IDLE.poll();
        ClickhouseDatabase database = idle != null ? idle : started();
        database.empty();
        return database;
    }

    private static ClickhouseDatabase started() {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path folder = Files.createTempDirectory("clickhouse");
            Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                    ClickhouseEngine.class.getName(), library().orElseThrow().toString(), folder.toString(), String.valueOf(server.getLocalPort()))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            server.setSoTimeout(120_000);
            return new ClickhouseDatabase(server.accept());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library's own database is a mixture of engines; a server's is Atomic. */
    private void empty() {
        query("SELECT name FROM system.databases WHERE name NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema')").forEach(name -> execute("DROP DATABASE `" + name + "`"));
        functions().forEach(function -> execute("DROP FUNCTION `" + function.split(" \\| ")[0] + "`"));
        madeFunctions = false;
        execute("CREATE DATABASE default ENGINE = Atomic");
        execute("USE default");
        execute("SET mutations_sync = 2, implicit_select = 0");
    }

    /** Names and statements of the functions that were made here. The table of them is asked only if there are any: it takes a second, as it describes all that the engine has. */
    private List<String> functions() {
        return madeFunctions ? query("SELECT name, create_query FROM system.functions WHERE origin = 'SQLUserDefined'") : List.of();
    }

    @Override
    public Connection connection() {
        throw new UnsupportedOperationException("a library has no JDBC");
    }

    @Override
    public void run(String script) {
        var statements = new Statements(script, LEXICON);
        for (var statement = statements.next(); statement.isPresent(); statement = statements.next()) {
            execute(statement.get().rest());
        }
    }

    @Override
    public void execute(String statement) {
        madeFunctions |= statement.regionMatches(true, 0, "CREATE FUNCTION", 0, 15) || statement.regionMatches(true, 0, "CREATE OR REPLACE FUNCTION", 0, 26);
        ask(statement);
    }

    @Override
    public List<String> query(String sql) {
        return ask(sql).lines().map(line -> line.replace("\t", " | ").replace("\\N", "null").replace("\\'", "'").replace("\\\\", "\\")).toList();
    }

    private synchronized String ask(String sql) {
        try {
            byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
            boolean failed = in.readBoolean();
            String answer = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            if (failed) {
                throw new IllegalStateException(answer + "\nin: " + sql);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("ClickHouse ended at: " + sql, e);
        }
    }

    /** What the server says of each object, with the parts of a table one a line; what follows from a view's query is left out. */
    @Override
    public List<String> fingerprint() {
        var lines = new ArrayList<String>();
        for (String row : query("SELECT database, name, engine, create_table_query FROM system.tables WHERE database NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema') AND name NOT LIKE '.inner%'")) {
            String[] columns = row.split(" \\| ", 4);
            statement(columns[0] + "." + columns[1] + " ", columns[2].endsWith("View"), KEY_AT_COLUMN.matcher(columns[3]).replaceAll("ORDER BY $1"), lines);
        }
        lines.addAll(functions());
        lines.addAll(query("SELECT name, engine, comment FROM system.databases WHERE name NOT IN ('system', 'default', 'INFORMATION_SCHEMA', 'information_schema')"));
        Collections.sort(lines);
        return lines;
    }

    private static void statement(String name, boolean view, String create, List<String> lines) {
        List<Token> tokens = Lexer.tokens(create, LEXICON);
        int open = IntStream.range(0, tokens.size()).filter(i -> tokens.get(i).is("(")).findFirst().orElse(tokens.size());
        int as = IntStream.range(0, tokens.size()).filter(i -> tokens.get(i).is("AS")).findFirst().orElse(tokens.size());
        if (open > as || open == tokens.size()) {
            lines.add(name + create);
            return;
        }
        int close = close(tokens, open);
        lines.add(name + text(create, tokens, 0, open));
        if (!view) {
            items(create, tokens, open + 1, close).forEach(item -> lines.add(name + item));
        }
        int comment = IntStream.range(close, tokens.size()).filter(i -> !view && tokens.get(i).is("COMMENT")).findFirst().orElse(tokens.size());
        lines.add(name + text(create, tokens, comment, tokens.size()));
        int settings = IntStream.range(close, comment).filter(i -> !view && tokens.get(i).is("SETTINGS")).findFirst().orElse(comment);
        lines.add(name + text(create, tokens, close + 1, settings));
        items(create, tokens, settings + 1, comment).forEach(item -> lines.add(name + item));
    }

    private static int close(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("no closing bracket");
    }

    /** What stands between commas outside brackets. */
    private static List<String> items(String source, List<Token> tokens, int from, int to) {
        var items = new ArrayList<String>();
        int start = from;
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0 && tokens.get(i).is(",")) {
                items.add(text(source, tokens, start, i));
                start = i + 1;
            }
        }
        if (start < to) {
            items.add(text(source, tokens, start, to));
        }
        return items;
    }

    private static String text(String source, List<Token> tokens, int from, int to) {
        return from >= to ? "" : source.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    @Override
    public void close() {
        IDLE.add(this);
    }
}
