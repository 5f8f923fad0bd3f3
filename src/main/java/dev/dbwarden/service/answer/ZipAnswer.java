package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbwarden.service.api.MigrationAnswer;
import dev.dbwarden.service.api.MigrationAnswer.MigrationFile;
import dev.dbwarden.service.app.Generated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files for the repository: the migration in its layout, what it means as {@code .plan.json}, and the snapshot. */
final class ZipAnswer implements AnswerFormat {
    /** The first time that a zip file can tell. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public String word() {
        return "zip";
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        var files = new TreeMap<String, byte[]>();
        files.put(Generated.SNAPSHOT_PATH, utf8(generated.answer().snapshot()));
        generated.files().forEach(file -> files.put(file.path(), utf8(file.text())));
        generated.answer().migration().ifPresent(migration -> files.put(".dbwarden/plans/" + migration.id() + ".plan.json", plan(generated.answer(), mapper)));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Optional<String> filename(Generated generated) {
        return Optional.of(generated.answer().migration().map(MigrationFile::id).orElse("unchanged") + ".zip");
    }

    /** The answer without what is a file of its own: what a later step may ask about the migration without asking the service. */
    private static byte[] plan(MigrationAnswer answer, ObjectMapper mapper) {
        ObjectNode plan = mapper.valueToTree(answer);
        strip(plan);
        plan.path("phases").forEach(ZipAnswer::strip);
        return Json.pretty(plan, mapper);
    }

    private static void strip(JsonNode answer) {
        ((ObjectNode) answer).remove("snapshot");
        if (answer.get("migration") instanceof ObjectNode migration) {
            migration.remove(List.of("sql", "files"));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
