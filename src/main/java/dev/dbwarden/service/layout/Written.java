package dev.dbwarden.service.layout;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A migration that is to be written down.
 *
 * @param dialect  the dialect's name
 * @param revision its number, from 1
 * @param slug     what it does, in letters that every file system has
 */
public record Written(String database, String dialect, int revision, String slug, List<Statement> upgrade, List<Statement> rollback) {
    public Written {
        upgrade = List.copyOf(upgrade);
        rollback = List.copyOf(rollback);
    }

    /** The name that a migration has in every layout: {@code primary__0003_add_column_users_phone}. */
    public String id() {
        return "%s__%04d_%s".formatted(database, revision, slug);
    }

    /** Refuses a line inside a statement that the runner would take for one of its own marks, and end the statement there. */
    void refuseMarks(String runner, Pattern mark) {
        Stream.concat(upgrade.stream(), rollback.stream()).map(statement -> mark.matcher(statement.sql())).filter(Matcher::find).findFirst().ifPresent(found -> {
            throw new ProblemException(ProblemType.UNSUPPORTED, "a statement holds the line '%s', which %s would take for a mark of its own; change that line in the model, or take another layout"
                    .formatted(found.group().strip(), runner));
        });
    }
}
