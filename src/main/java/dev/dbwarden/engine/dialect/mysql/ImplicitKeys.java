package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server adds to keys: names, and the index that a foreign key needs and has not (MySQL manual, 15.1.20.5; which index is
 * superfluous is decided in {@code mysql_prepare_create_table} and {@code foreign_key_prefix} of sql_table.cc).
 */
final class ImplicitKeys {
    private final List<TablePart> parts;
    private final Variant variant;
    /** Whether an index of the table covers these columns; many foreign keys may stand on the same. */
    private final Map<List<String>, Boolean> covered = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<ForeignKey, Index> generated = new LinkedHashMap<>();

    ImplicitKeys(List<TablePart> parts, Variant variant) {
        this.parts = parts;
        this.variant = variant;
        parts.stream().filter(part -> part instanceof Index || part instanceof Unique).map(TablePart::name).filter(name -> !name.isEmpty()).forEach(name -> names.add(folded(name)));
    }

    /** The parts with names on all indexes, and with those that foreign keys bring along, whose names go into {@code made}. */
    List<TablePart> complete(Set<String> made) {
        foreignKeyIndexes();
        var complete = new ArrayList<TablePart>();
        for (TablePart part : parts) {
            switch (part) {
                case Index index when index.name().isEmpty() -> complete.add(index.withName(free(index.keys().getFirst().column())));
                case Unique unique when unique.name().isEmpty() -> complete.add(unique.withName(free(unique.columns().getFirst())));
                case ForeignKey key -> {
                    complete.add(named(key));
                    Optional.ofNullable(generated.remove(key)).ifPresent(index -> {
                        String name = index.name().isEmpty() ? free(key.columns().getFirst()) : index.name();
                        names.add(folded(name));
                        made.add(folded(name));
                        complete.add(index.withName(name));
                    });
                }
                default -> complete.add(part);
            }
        }
        return complete;
    }

    private void foreignKeyIndexes() {
        for (TablePart part : parts) {
            if (!(part instanceof ForeignKey key) || isCovered(key.columns())) {
                continue;
            }
            boolean shorter = generated.keySet().stream().anyMatch(other -> other.columns().size() > key.columns().size() && isPrefix(key.columns(), other.columns()));
            if (!shorter) {
                generated.keySet().removeIf(other -> isPrefix(other.columns(), key.columns()));
                String name = key.name().isEmpty() ? key.options().find(KeyReader.INDEX_NAME).orElse("") : key.name();
                generated.put(key, new Index(name, false, "", key.columns().stream().map(Index.Key::column).toList(), List.of(), Optional.empty(), Options.NONE, Written.NOT));
            }
        }
    }

    private boolean isCovered(List<String> columns) {
        return covered.computeIfAbsent(columns, each -> parts.stream().anyMatch(part -> covers(part, each, variant)));
    }

    /** Whether an index of the table begins with whole columns in this order. */
    private static boolean covers(TablePart part, List<String> columns, Variant variant) {
        return switch (part) {
            case PrimaryKey key -> !isHash(key.options(), variant) && !key.options().has(KeyReader.ORDER) && isPrefix(columns, key.columns());
            case Unique unique -> !isHash(unique.options(), variant) && isPrefix(columns, unique.columns());
            case Index index -> (index.method().isEmpty() || index.method().equals("btree")) && index.keys().size() >= columns.size()
                    && index.keys().subList(0, columns.size()).stream().allMatch(key -> key.expression().isEmpty() && !key.modifiers().startsWith("("))
                    && isPrefix(columns, index.keys().stream().map(Index.Key::column).toList());
            default -> false;
        };
    }

    private static boolean isHash(Options options, Variant variant) {
        return variant.keepsHashes() && options.find("using").filter("hash"::equalsIgnoreCase).isPresent();
    }

    private static boolean isPrefix(List<String> columns, List<String> longer) {
        if (columns.size() > longer.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).equalsIgnoreCase(longer.get(i))) {
                return false;
            }
        }
        return true;
    }

    private String free(String column) {
        String base = column.isEmpty() ? "functional_index" : column;
        String name = base;
        for (int i = 2; names.contains(folded(name)) || name.equalsIgnoreCase("primary"); i++) {
            name = base + "_" + i;
        }
        names.add(folded(name));
        return name;
    }

    /** The key without the name of its index, which is its own where it has none. */
    private ForeignKey named(ForeignKey key) {
        Optional<String> index = key.options().find(KeyReader.INDEX_NAME);
        ForeignKey plain = key.withOptions(key.options().without(KeyReader.INDEX_NAME));
        return index.isPresent() && key.name().isEmpty() && variant.namesForeignKeysByIndex() ? plain.withName(index.get()) : plain;
    }

    /**
     * Indexes that foreign keys brought along and that another index makes superfluous, which a new foreign key's is too; a server drops
     * these by itself.
     */
    static List<TablePart> superseded(TableDraft draft, Set<String> made, Parts before, Variant variant) {
        List<TablePart> parts = draft.parts();
        var superseded = new ArrayList<TablePart>();
        for (TablePart part : parts) {
            if (part instanceof Index index && isMade(index, parts, made) && parts.stream().anyMatch(other -> other != part && (other instanceof ForeignKey key
                    ? before.find(key.partKey()).isEmpty() && isPrefix(index.columns(), key.columns())
                    : !(other instanceof Column) && !(other instanceof Index kept && isMade(kept, parts, made)) && covers(other, index.columns(), variant)))) {
                superseded.add(index);
            }
        }
        superseded.forEach(part -> made.remove(folded(part.name())));
        return superseded;
    }

    /** Whether a server made the index. Another one of its name comes in its place, and stands behind it. */
    private static boolean isMade(Index index, List<TablePart> parts, Set<String> made) {
        return made.contains(folded(index.name())) && parts.stream().filter(part -> part instanceof Index && part.name().equalsIgnoreCase(index.name())).findFirst().filter(first -> first == index).isPresent();
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
