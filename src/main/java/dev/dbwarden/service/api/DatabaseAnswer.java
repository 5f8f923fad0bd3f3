package dev.dbwarden.service.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A registered database. Where it is and who logs in there is nobody's business. */
public record DatabaseAnswer(
        @Schema(examples = "shop") String name,
        @Schema(examples = "postgresql") String dialect,
        @Schema(description = "whether migrations can be proven on it", examples = "false") boolean scratch) {
    /** All of them. */
    @Schema(name = "Databases")
    public record Databases(List<DatabaseAnswer> databases) {}
}
