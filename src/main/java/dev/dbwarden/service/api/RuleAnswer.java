package dev.dbwarden.service.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule whose findings answers carry. */
public record RuleAnswer(@Schema(examples = "DW001") String code, @Schema(examples = "snapshot without a checksum") String title) {
    /** All of them. */
    @Schema(name = "Rules")
    public record Rules(List<RuleAnswer> rules) {}
}
