package dev.dbwarden.service.snapshot;

import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of a schema: equal schemas have equal ones, whatever their objects' order and their authors' spelling.
 *
 * <p>It is the SHA-256 of the canonical texts of the schema's objects. They are kept, so that the checksum of the next schema costs
 * what is not the same there.
 */
public final class Checksum {
    private final Supplier<Content> content;
    private @Nullable Content found;

    private Checksum(Supplier<Content> content) {
        this.content = content;
    }

    private record Content(Map<SchemaObject, String> texts, String value) {
        static Content of(Schema schema, Map<SchemaObject, String> known) {
            var texts = new IdentityHashMap<SchemaObject, String>(schema.size());
            schema.objects().forEach(object -> texts.put(object, known.containsKey(object) ? known.get(object) : CanonicalText.of(object)));
            var sorted = new ArrayList<>(texts.values());
            Collections.sort(sorted);
            MessageDigest digest = sha256();
            sorted.forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return new Content(texts, spelled(digest.digest()));
        }
    }

    /** It is computed when it is asked for first, on whichever thread that is. */
    public static Checksum of(Schema schema) {
        return new Checksum(() -> Content.of(schema, Map.of()));
    }

    /** The checksum of a schema that has many of the very same objects. */
    Checksum next(Schema schema) {
        return new Checksum(() -> Content.of(schema, content().texts()));
    }

    private synchronized Content content() {
        if (found == null) {
            found = content.get();
        }
        return found;
    }

    /** The checksum of a text as it is. */
    public static String ofText(String text) {
        return spelled(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As it stands in snapshots: {@code sha256:} and 64 digits. */
    public String value() {
        return content().value();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String spelled(byte[] digest) {
        return "sha256:" + HexFormat.of().formatHex(digest);
    }
}
