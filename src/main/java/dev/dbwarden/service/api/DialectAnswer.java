package dev.dbwarden.service.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dialect that the service speaks. */
public record DialectAnswer(@Schema(examples = "postgresql") String name, @Schema(examples = "[\"postgres\"]") List<String> aliases) {
    /** All of them. */
    @Schema(name = "Dialects")
    public record Dialects(List<DialectAnswer> dialects) {}
}
