package dev.dbwarden.engine.schema;

import dev.dbwarden.engine.sql.Identifiers;

/**
 * The name of a schema object: a namespace and a name, both exactly as the server stores them.
 *
 * <p>The empty namespace is the dialect's default one ({@code public}, {@code main}), so that {@code public.users} and
 * {@code users} are one name. Its text form is the key of a table in a snapshot: {@code users}, {@code app.users}, and
 * {@code "a.b"} where a dot or a quote belongs to the name.
 */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {
    /** A name in the default namespace. */
    public static ObjectName of(String name) {
        return new ObjectName("", name);
    }

    /** Reads the text form; fails with {@link IllegalArgumentException} where a quote stays open or a part is empty. */
    public static ObjectName parse(String key) {
        var parts = new java.util.ArrayList<String>();
        int at = 0;
        while (true) {
            var part = new StringBuilder();
            if (at < key.length() && key.charAt(at) == '"') {
                at = quoted(key, at + 1, part);
            } else {
                while (at < key.length() && key.charAt(at) != '.') {
                    part.append(key.charAt(at++));
                }
            }
            if (part.isEmpty()) {
                throw new IllegalArgumentException("empty name in '" + key + "'");
            }
            parts.add(part.toString());
            if (at == key.length()) {
                break;
            }
            if (key.charAt(at) != '.') {
                throw new IllegalArgumentException("unexpected '" + key.charAt(at) + "' after a quoted name in '" + key + "'");
            }
            at++;
        }
        return switch (parts.size()) {
            case 1 -> of(parts.getFirst());
            case 2 -> new ObjectName(parts.getFirst(), parts.getLast());
            default -> throw new IllegalArgumentException("'" + key + "' has more than a schema and a name; quote a dot that belongs to the name: \"a.b\"");
        };
    }

    private static int quoted(String key, int start, StringBuilder part) {
        for (int at = start; at < key.length(); at++) {
            if (key.charAt(at) != '"') {
                part.append(key.charAt(at));
            } else if (at + 1 < key.length() && key.charAt(at + 1) == '"') {
                part.append('"');
                at++;
            } else {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("unclosed quote in '" + key + "'");
    }

    public ObjectName withName(String newName) {
        return new ObjectName(namespace, newName);
    }

    @Override
    public int compareTo(ObjectName other) {
        int order = namespace.compareTo(other.namespace);
        return order != 0 ? order : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? spelled(name) : spelled(namespace) + "." + spelled(name);
    }

    private static String spelled(String part) {
        return part.indexOf('.') < 0 && part.indexOf('"') < 0 ? part : Identifiers.quoted(part);
    }
}
