package dev.dbwarden.service.layout;

import dev.dbwarden.service.api.FileAnswer;
import java.util.List;

/** The files that one runner of migrations reads. */
public interface Layout {
    /** Its name in requests: {@code flyway}. */
    String name();

    /** The files of a migration; the first is the one that applies it, or begins to. */
    List<FileAnswer> files(Written migration);
}
