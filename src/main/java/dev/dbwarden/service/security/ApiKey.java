package dev.dbwarden.service.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** API keys: 256 random bits in hex, of which only the SHA-256 is kept. */
public final class ApiKey {
    private static final int BYTES = 32;
    /** Keys that stand in documents, or that anybody would try first. */
    private static final Set<String> KNOWN = Set.of("", "key", "secret", "password", "changeme", "change-me", "test", "demo", "admin", "token", "dbwarden",
            "0".repeat(64), "0123456789abcdef".repeat(4));

    private ApiKey() {}

    public static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the hash is that of a sample key. */
    static boolean isSample(byte[] hash) {
        return KNOWN.stream().anyMatch(key -> MessageDigest.isEqual(hash(key), hash));
    }
}
