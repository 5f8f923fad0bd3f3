package dev.dbwarden.service.source;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import java.util.List;

/** Reads models that are written in one format. */
public interface ModelReader {
    /** The format's name in requests: {@code sql}. */
    String format();

    /** What the names of its files end in. */
    List<String> endings();

    List<String> mediaTypes();

    /** Reads sources, one after the other, into one model; it must not be used where there are mistakes. */
    Model read(List<Source> sources, Dialect dialect, Limits limits, Mistakes mistakes);
}
