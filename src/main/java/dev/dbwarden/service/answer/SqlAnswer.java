package dev.dbwarden.service.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbwarden.service.api.MigrationAnswer.MigrationFile;
import dev.dbwarden.service.app.Generated;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The migration's file; of a layout with several files the one that applies it, or begins to. */
final class SqlAnswer implements AnswerFormat {
    private static final String UNCHANGED = "-- nothing changed: the snapshot is what the model describes\n";

    @Override
    public String word() {
        return "sql";
    }

    @Override
    public String mediaType() {
        return "application/sql";
    }

    @Override
    public byte[] body(Generated generated, ObjectMapper mapper) {
        return generated.answer().migration().map(MigrationFile::sql).orElse(UNCHANGED).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<String> filename(Generated generated) {
        return generated.answer().migration().map(MigrationFile::filename).or(() -> Optional.of("unchanged.sql"));
    }
}
