package dev.dbwarden.service.source.drizzle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.sql.Fragment;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names, literals and pieces of SQL of a snapshot. */
final class Writer {
    private final Dialect dialect;
    private final Mistakes mistakes;

    Writer(Dialect dialect, Mistakes mistakes) {
        this.dialect = dialect;
        this.mistakes = mistakes;
    }

    void refuseUnknown(JsonNode node, Set<String> known, Path at) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                mistakes.add(at.to(key), "'" + key + "' is not read here", "make it in SQL, and leave it out");
            }
        });
    }

    String name(String name) {
        return dialect.quoting().quoted(name);
    }

    String names(JsonNode names) {
        return String.join(", ", texts(names).stream().map(this::name).toList());
    }

    List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    String literal(String text) {
        return dialect.quoting().literal(text);
    }

    /** The name of an object of PostgreSQL, with its schema. */
    String qualified(JsonNode node) {
        return qualified(node.path("schema").asText(), node.path("name").asText());
    }

    String qualified(String schema, String name) {
        return schema.isEmpty() || schema.equals("public") || schema.equals("null") ? name(name) : name(schema) + "." + name(name);
    }

    /** A piece of SQL as it stands in the snapshot. */
    String fragment(String sql, Path at) {
        Fragment.CLAUSE.fault(sql, dialect.lexicon()).ifPresent(fault -> mistakes.add(at, fault));
        return sql;
    }

    /** An action of a foreign key, a method of an index. */
    String word(JsonNode node, Path at) {
        if (!node.asText().matches("[A-Za-z_][A-Za-z_ ]*")) {
            mistakes.add(at, "'" + node.asText() + "' is no word of SQL");
        }
        return node.asText().toUpperCase(Locale.ROOT);
    }

    String options(JsonNode options, Path at) {
        var written = new ArrayList<String>();
        options.fields().forEachRemaining(entry -> written.add(fragment(snake(entry.getKey()), at) + " = " + fragment(entry.getValue().asText(), at.to(entry.getKey()))));
        return String.join(", ", written);
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The options of a sequence. */
    String sequence(JsonNode node, Path at) {
        var sql = new StringBuilder();
        for (String[] option : new String[][] {{"increment", "INCREMENT BY"}, {"minValue", "MINVALUE"}, {"maxValue", "MAXVALUE"}, {"startWith", "START WITH"}, {"cache", "CACHE"}}) {
            if (node.hasNonNull(option[0])) {
                sql.append(' ').append(option[1]).append(' ').append(number(node.path(option[0]), at.to(option[0])));
            }
        }
        return sql.append(node.path("cycle").asBoolean() ? " CYCLE" : "").toString();
    }

    private String number(JsonNode node, Path at) {
        if (!node.asText().matches("-?\\d+")) {
            mistakes.add(at, "'" + node.asText() + "' is no number");
        }
        return node.asText();
    }
}
