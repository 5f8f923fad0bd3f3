package dev.dbwarden.service.rest;

import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Limits;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A request's body: whole, inflated, and not over the limit.
 *
 * @param type its media type, without parameters
 */
record Body(byte[] bytes, MediaType type) {

    static Body read(InputStream stream, HttpHeaders headers, Limits limits) {
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limits.bodySize()) {
            throw tooLarge(limits);
        }
        MediaType type = headers.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : headers.getMediaType();
        try {
            return new Body(bounded(inflating(stream, headers), limits, length == null ? 0 : Long.parseLong(length)), type);
        } catch (ZipException | java.io.EOFException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "the body is not gzip: " + e.getMessage());
        } catch (IOException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "the body could not be read to its end");
        }
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(type.getParameters().get(name));
    }

    boolean isForm() {
        return type.getType().equals("multipart");
    }

    boolean isYaml() {
        return type.getSubtype().toLowerCase(Locale.ROOT).endsWith("yaml");
    }

    /** Bytes as text, which has to be UTF-8. */
    static String text(byte[] bytes, String what) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new ProblemException(ProblemType.MALFORMED_REQUEST, what + " holds the null character, which no database keeps; is it UTF-16? Save it in UTF-8");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, what + " is not UTF-8; save it in UTF-8 and send it again");
        }
    }

    private static InputStream inflating(InputStream stream, HttpHeaders headers) throws IOException {
        String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return stream;
        }
        if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            return new GZIPInputStream(stream, 1 << 16);
        }
        throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding '" + encoding + "' is not read here", java.util.List.of(),
                Map.of("supported", java.util.List.of("gzip", "identity")));
    }

    /** @param length what the caller says that will come, which is taken at its word up to some megabytes */
    private static byte[] bounded(InputStream stream, Limits limits, long length) throws IOException {
        var bytes = new ByteArrayOutputStream((int) Math.clamp(length, 1 << 16, 1 << 22));
        var buffer = new byte[1 << 16];
        long start = System.nanoTime();
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            if (bytes.size() + read > limits.bodySize()) {
                throw tooLarge(limits);
            }
            if (System.nanoTime() - start > limits.requestTime().toNanos()) {
                throw new ProblemException(ProblemType.OVERLOADED, "the body did not arrive within " + limits.requestTime().toSeconds() + " seconds; send it again");
            }
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    private static ProblemException tooLarge(Limits limits) {
        return new ProblemException(ProblemType.TOO_LARGE, "the body is larger than " + limits.bodySize() + " bytes (inflated)", java.util.List.of(),
                Map.of("limit", limits.bodySize()));
    }
}
