package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys over the same columns within one CREATE TABLE: the server makes one index of them ({@code transformIndexConstraints}), the primary key's
 * if there is one; the first name that it finds is the name. By ALTER TABLE each is made.
 */
final class DuplicateKeys {
    private record Content(List<String> columns, Options options) {}

    private DuplicateKeys() {}

    /** The parts that remain. */
    static List<TablePart> merged(List<TablePart> parts) {
        Map<Content, TablePart> keys = new LinkedHashMap<>();
        for (TablePart part : parts) {
            if (part instanceof PrimaryKey key) {
                keys.put(new Content(key.columns(), key.options()), key);
            }
        }
        var kept = new ArrayList<TablePart>();
        for (TablePart part : parts) {
            if (part instanceof Unique unique) {
                keys.merge(new Content(unique.columns(), unique.options()), unique, (prior, same) -> prior.name().isEmpty() ? prior.withName(same.name()) : prior);
            } else if (!(part instanceof PrimaryKey)) {
                kept.add(part);
            }
        }
        kept.addAll(keys.values());
        return kept;
    }

    /** The keys of a table that CREATE TABLE would merge into others, and that have to be made by themselves. */
    static List<TablePart> apart(List<TablePart> parts) {
        List<TablePart> merged = merged(parts);
        return parts.stream().filter(part -> part instanceof Unique && !merged.contains(part)).toList();
    }
}
