package dev.dbwarden.service.app;

import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.service.api.Mistake;
import java.time.LocalDate;

/**
 * Lets one finding pass, for a reason and until a day.
 *
 * @param place where it stands in the request
 */
record Suppression(String code, String subject, String reason, LocalDate until, Mistake place) {
    boolean covers(Finding finding) {
        return finding.code().equalsIgnoreCase(code)
                && finding.subject().filter(ref -> subject.equalsIgnoreCase(ref.part().isEmpty() ? ref.owner().toString() : ref.owner() + "." + ref.part())).isPresent();
    }

    boolean hasRunOut(LocalDate today) {
        return today.isAfter(until);
    }
}
