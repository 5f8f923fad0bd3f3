package dev.dbwarden.service.answer;

import dev.dbwarden.service.api.FindingAnswer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what CI systems know a finding again: its rule, its subject and its message, wherever it stands. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(FindingAnswer finding) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.join("\0", finding.code(), Located.subject(finding), finding.message()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
