package dev.dbwarden.service.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that takes connections and then does not do what a database does. */
final class Misbehaving implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0);

    private Misbehaving(Conversation conversation) throws IOException {
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofPlatform().daemon().start(() -> talk(conversation, client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    /** Reads what comes and never answers. */
    static Misbehaving silent() throws IOException {
        return new Misbehaving(client -> client.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    /** Passes on what a real server says, and hangs up in the middle of it. */
    static Misbehaving cutting(int realPort, int afterBytes) throws IOException {
        return new Misbehaving(client -> {
            try (var real = new Socket("localhost", realPort)) {
                Thread.ofPlatform().daemon().start(() -> talk(from -> from.getInputStream().transferTo(real.getOutputStream()), client));
                pass(real.getInputStream(), client.getOutputStream(), afterBytes);
            }
        });
    }

    private static void pass(InputStream from, OutputStream to, int bytes) throws IOException {
        var buffer = new byte[512];
        int left = bytes;
        while (left > 0) {
            int read = from.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                return;
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private static void talk(Conversation conversation, Socket client) {
        try (client) {
            conversation.with(client);
        } catch (IOException hungUp) {
            // as it happens
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private interface Conversation {
        void with(Socket client) throws IOException;
    }
}
