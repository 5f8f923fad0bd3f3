package dev.dbwarden.service.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding that somebody has looked at and lets pass for a while. */
public record SuppressionRequest(
        @Schema(examples = "DW301") String code,
        @Schema(description = "what the finding is about", examples = "users.email") String subject,
        @Schema(examples = "both names are written since release 41") String reason,
        @Schema(description = "the last day that it holds", examples = "2026-12-31") String until) {
    /** How it is written in words. */
    public static final String FORM = "allow <code> on <table or table.column> until <yyyy-mm-dd> because <reason>";
    private static final Pattern WORDS = Pattern.compile("(?:allow\\s+)?(DW\\d+)\\s+on\\s+(\\S+)\\s+until\\s+(\\S+)\\s+because\\s+(\\S.*)", Pattern.CASE_INSENSITIVE);

    /** One in words, as a form and a comment in a model have it. */
    public static Optional<SuppressionRequest> parse(String words) {
        Matcher matcher = WORDS.matcher(words.strip());
        return matcher.matches() ? Optional.of(new SuppressionRequest(matcher.group(1), matcher.group(2), matcher.group(4), matcher.group(3))) : Optional.empty();
    }
}
