package dev.dbwarden.service.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes on a socket, as no client library lets them be seen: when a body is asked for that waits to be. */
@QuarkusTest
class ContinuationTest {
    private static final String BODY = "{\"dialect\":\"postgresql\",\"sources\":[{\"name\":\"a.sql\",\"text\":\"CREATE TABLE a (id INTEGER PRIMARY KEY);\"}]}";

    @Test
    void asksForTheBodyOfWhomItLetsIn() throws IOException {
        try (var socket = send("", BODY.length())) {
            var answer = reader(socket);
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(answer.readLine()).isEmpty();
            socket.getOutputStream().write(BODY.getBytes(UTF_8));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void asksNobodyForABodyThatItWillNotRead() throws IOException {
        try (var socket = send("Authorization: Bearer nobody's\r\n", BODY.length())) {
            List<String> answer = reader(socket).lines().toList();
            assertThat(answer).as("all until the service closes the connection").startsWith("HTTP/1.1 401 Unauthorized").anyMatch("connection: close"::equalsIgnoreCase)
                    .last().asString().contains("/unauthenticated");
        }
    }

    /** Sends all but the body. */
    static Socket send(String credential, int length) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(("POST /v1/migrations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + credential
                + "Content-Length: " + length + "\r\nExpect: 100-continue\r\n\r\n").getBytes(UTF_8));
        return socket;
    }

    static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }
}
