package dev.dbwarden.engine.database;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The engine of ClickHouse as a library, in a process of its own: it installs signal handlers and never quite ends, which a
 * test's own virtual machine would not like. Answers statements over a socket; ends when that closes.
 */
final class ClickhouseEngine {
    private final MethodHandle query;
    private final MethodHandle buffer;
    private final MethodHandle length;
    private final MethodHandle error;
    private final MethodHandle destroy;
    private final MemorySegment connection;

    private ClickhouseEngine(Path library, Path folder) throws Throwable {
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
        MethodHandle connect = handle(symbols, "chdb_connect", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        query = handle(symbols, "chdb_query", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        buffer = handle(symbols, "chdb_result_buffer", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        length = handle(symbols, "chdb_result_length", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        error = handle(symbols, "chdb_result_error", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        destroy = handle(symbols, "chdb_destroy_query_result", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        // The pool of a server, which some settings of tables are checked against; the library's own is two threads.
        String[] arguments = {"clickhouse", "--path=" + folder, "--background_pool_size=16"};
        MemorySegment list = Arena.global().allocate(ValueLayout.ADDRESS, arguments.length);
        for (int i = 0; i < arguments.length; i++) {
            list.setAtIndex(ValueLayout.ADDRESS, i, Arena.global().allocateFrom(arguments[i]));
        }
        MemorySegment handle = (MemorySegment) connect.invoke(arguments.length, list);
        connection = handle.reinterpret(ValueLayout.ADDRESS.byteSize()).get(ValueLayout.ADDRESS, 0);
    }

    private static MethodHandle handle(SymbolLookup symbols, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(symbols.find(name).orElseThrow(), descriptor);
    }

    /** The library, an empty folder, the port that asks. */
    public static void main(String... arguments) throws Throwable {
        var engine = new ClickhouseEngine(Path.of(arguments[0]), Path.of(arguments[1]));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[2]));
                var in = new DataInputStream(socket.getInputStream()); var out = output(socket)) {
            while (true) {
                engine.answer(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8), out);
            }
        } catch (IOException over) {
            // No orderly stop: it would take longer than the start.
            Runtime.getRuntime().halt(0);
        }
    }

    /** What is said at once leaves in one packet: in several, each waits for the acknowledgement of the one before, which takes 40 ms. */
    static DataOutputStream output(Socket socket) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    private void answer(String sql, DataOutputStream out) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            var result = (MemorySegment) query.invoke(connection, arena.allocateFrom(sql), arena.allocateFrom("TabSeparated"));
            try {
                var failure = (MemorySegment) error.invoke(result);
                boolean failed = !failure.equals(MemorySegment.NULL);
                byte[] text = failed ? failure.reinterpret(Long.MAX_VALUE).getString(0).getBytes(StandardCharsets.UTF_8) : bytes(result);
                out.writeBoolean(failed);
                out.writeInt(text.length);
                out.write(text);
                out.flush();
            } finally {
                destroy.invoke(result);
            }
        }
    }

    private byte[] bytes(MemorySegment result) throws Throwable {
        long size = (long) length.invoke(result);
        return size == 0 ? new byte[0] : ((MemorySegment) buffer.invoke(result)).reinterpret(size).toArray(ValueLayout.JAVA_BYTE);
    }
}
