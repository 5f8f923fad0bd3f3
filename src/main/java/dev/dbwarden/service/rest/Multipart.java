package dev.dbwarden.service.rest;

import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a multipart/form-data body (RFC 7578) apart in memory: the body's size is bounded already, and nothing is written to disk.
 */
final class Multipart {
    /** A form of more parts than this is no form of ours. */
    private static final int MOST_PARTS = 10_000;
    private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /**
     * One part.
     *
     * @param filename  the name of the file that it came from
     * @param mediaType without parameters, in lower case
     */
    record Part(String name, Optional<String> filename, Optional<String> mediaType, byte[] bytes) {
        String text() {
            return Body.text(bytes, "part '" + name + "'" + filename.map(file -> " (" + file + ")").orElse(""));
        }
    }

    private final byte[] body;
    private final byte[] delimiter;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<Part> parts(Body body) {
        String boundary = body.parameter("boundary").orElseThrow(() -> malformed("its Content-Type has no boundary"));
        return new Multipart(body.bytes(), boundary).parts();
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        int at = find(delimiter, 0);
        while (true) {
            if (at < 0) {
                throw malformed("it ends before its last boundary");
            }
            int start = at + delimiter.length;
            if (startsWith("--", start)) {
                return parts;
            }
            if (!startsWith("\r\n", start) || parts.size() == MOST_PARTS) {
                throw malformed(parts.size() == MOST_PARTS ? "it has more than " + MOST_PARTS + " parts" : "a boundary is followed by something else than a line break");
            }
            int end = next(start);
            parts.add(part(start + 2, end));
            at = end + 2;
        }
    }

    /** Where the next line that begins with the delimiter ends the part: the offset of its line break. */
    private int next(int from) {
        for (int at = find(delimiter, from); at >= 0; at = find(delimiter, at + 1)) {
            if (at >= 2 && body[at - 2] == '\r' && body[at - 1] == '\n') {
                return at - 2;
            }
        }
        throw malformed("it ends before its last boundary");
    }

    private Part part(int start, int end) {
        int head = find(BLANK_LINE, start - 2);
        if (head < 0 || head > end) {
            throw malformed("a part has no blank line after its headers");
        }
        String name = "";
        Optional<String> filename = Optional.empty();
        Optional<String> mediaType = Optional.empty();
        String headers = head < start ? "" : new String(body, start, head - start, StandardCharsets.UTF_8);
        for (String line : headers.split("\r\n")) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-disposition:")) {
                name = parameter(line, "name").orElse("");
                filename = parameter(line, "filename");
            } else if (lower.startsWith("content-type:")) {
                mediaType = Optional.of(lower.substring("content-type:".length()).split(";", 2)[0].strip());
            }
        }
        if (name.isEmpty()) {
            throw malformed("a part has no name");
        }
        int content = head + BLANK_LINE.length;
        return new Part(name, filename, mediaType, content > end ? new byte[0] : Arrays.copyOfRange(body, content, end));
    }

    /** A parameter of a Content-Disposition header. Browsers and curl write a quote in a name as {@code %22} or {@code \"}. */
    private static Optional<String> parameter(String header, String name) {
        int at = header.indexOf("; " + name + "=");
        if (at < 0) {
            return Optional.empty();
        }
        String value = header.substring(at + name.length() + 3);
        if (!value.startsWith("\"")) {
            return Optional.of(value.split(";", 2)[0].strip());
        }
        var text = new StringBuilder();
        for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
            boolean escaped = value.charAt(i) == '\\' && i + 1 < value.length() && (value.charAt(i + 1) == '"' || value.charAt(i + 1) == '\\');
            text.append(value.charAt(escaped ? ++i : i));
        }
        return Optional.of(text.toString().replace("%22", "\""));
    }

    private boolean startsWith(String text, int at) {
        return at + text.length() <= body.length && new String(body, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    private int find(byte[] wanted, int from) {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (body[at] == wanted[0] && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static ProblemException malformed(String why) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, "the multipart body cannot be read: " + why);
    }
}
