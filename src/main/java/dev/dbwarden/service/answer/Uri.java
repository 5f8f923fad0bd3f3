package dev.dbwarden.service.answer;

import java.nio.charset.StandardCharsets;

/** A path as a relative URI reference (RFC 3986), whatever its author named it. */
final class Uri {
    private static final String PLAIN = "-._~/";

    private Uri() {}

    static String of(String path) {
        var uri = new StringBuilder();
        for (byte octet : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append("%02X".formatted((int) c));
            }
        }
        return uri.toString();
    }
}
