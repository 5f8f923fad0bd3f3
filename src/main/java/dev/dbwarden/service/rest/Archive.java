package dev.dbwarden.service.rest;

import dev.dbwarden.service.api.MigrationAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of an answer, laid out for the repository that they are unpacked in. The same answer gives the same bytes. */
final class Archive {
    /** The first time that a zip file can tell. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Archive() {}

    static byte[] of(MigrationAnswer answer) {
        var files = new TreeMap<String, String>();
        files.put(".dbwarden/model_state.json", answer.snapshot());
        answer.migration().ifPresent(migration -> files.put("migrations/" + migration.filename(), migration.sql()));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
