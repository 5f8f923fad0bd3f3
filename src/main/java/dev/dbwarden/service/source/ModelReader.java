package dev.dbwarden.service.source;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import java.util.List;
import java.util.Map;

/** Reads models that are written in one format. */
public interface ModelReader {
    /** The format's name in requests: {@code sql}. */
    String format();

    /** What the names of its files end in. */
    List<String> endings();

    List<String> mediaTypes();

    /** The lines where tables and columns stand, by name in lower case: {@code users}, {@code users.email}. What is not known is left out. */
    default Map<String, Integer> lines(Source source, Dialect dialect) {
        return Map.of();
    }

    /** Reads sources, one after the other, into one model; it must not be used where there are mistakes. */
    Model read(List<Source> sources, Dialect dialect, Limits limits, Mistakes mistakes);
}
