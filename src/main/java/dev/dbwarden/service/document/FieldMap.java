package dev.dbwarden.service.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an object in their order: a row that is searched from its start while they are few, and a linked map beyond. */
final class FieldMap extends AbstractMap<String, JsonNode> {
    private static final int FEW = 12;

    private String[] names = new String[4];
    private JsonNode[] values = new JsonNode[4];
    private int size;
    /** A bit for each name's hash: most fields that are asked for are not there, which is told without a search. */
    private long hashes;
    private @Nullable Map<String, JsonNode> many;

    @Override
    public int size() {
        return many == null ? size : many.size();
    }

    @Override
    public @Nullable JsonNode get(@Nullable Object name) {
        if (many != null) {
            return many.get(name);
        }
        int place = place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return many == null ? place(name) >= 0 : many.containsKey(name);
    }

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
        if (many != null) {
            return many.put(name, value);
        }
        int place = place(name);
        if (place >= 0) {
            JsonNode before = values[place];
            values[place] = value;
            return before;
        }
        if (size == FEW) {
            many = new LinkedHashMap<>(this);
            return many.put(name, value);
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size++] = value;
        hashes |= 1L << name.hashCode();
        return null;
    }

    @Override
    public @Nullable JsonNode remove(@Nullable Object name) {
        if (many != null) {
            return many.remove(name);
        }
        int place = place(name);
        return place < 0 ? null : removeAt(place);
    }

    private JsonNode removeAt(int place) {
        JsonNode removed = values[place];
        size--;
        System.arraycopy(names, place + 1, names, place, size - place);
        System.arraycopy(values, place + 1, values, place, size - place);
        return removed;
    }

    private int place(@Nullable Object name) {
        int hash = name == null ? 0 : name.hashCode();
        if ((hashes & 1L << hash) == 0) {
            return -1;
        }
        for (int place = 0; place < size; place++) {
            String each = names[place];
            if (each == name || each.hashCode() == hash && each.equals(name)) {
                return place;
            }
        }
        return -1;
    }

    @Override
    public Set<String> keySet() {
        return many != null ? many.keySet() : new AbstractSet<>() {
            @Override
            public Iterator<String> iterator() {
                var entries = new Entries();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public String next() {
                        return names[entries.step()];
                    }

                    @Override
                    public void remove() {
                        entries.remove();
                    }
                };
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return many != null ? many.entrySet() : new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, JsonNode>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, JsonNode>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            int place = step();
            return Map.entry(names[place], values[place]);
        }

        int step() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            return next++;
        }

        @Override
        public void remove() {
            removeAt(--next);
        }
    }
}
