package dev.dbwarden.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A program that asks whether the service beside it is alive, for containers that have neither a shell nor curl. */
public final class HealthCheck {
    private static final int TIMEOUT_MILLIS = 5_000;

    private HealthCheck() {}

    public static void main(String[] arguments) throws IOException {
        String port = System.getenv().getOrDefault("QUARKUS_HTTP_PORT", "8080");
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/live").toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        System.exit(connection.getResponseCode() == HttpURLConnection.HTTP_OK ? 0 : 1);
    }
}
