package dev.dbwarden.engine.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of a random schema; {@code key} stays when the name changes. Its first column is {@code id}, the primary key. */
final class RandomTable {
    final int key;
    final String identity;
    final String keyName;
    final List<RandomColumn> columns = new ArrayList<>();
    final List<RandomPart> parts = new ArrayList<>();
    String name;
    String comment = "";

    RandomTable(int key, String name, String identity, String keyName) {
        this.key = key;
        this.name = name;
        this.identity = identity;
        this.keyName = keyName;
    }

    RandomTable copy() {
        var copy = new RandomTable(key, name, identity, keyName);
        copy.columns.addAll(columns);
        copy.parts.addAll(parts);
        copy.comment = comment;
        return copy;
    }

    Optional<RandomColumn> column(int columnKey) {
        return columns.stream().filter(column -> column.key() == columnKey).findFirst();
    }

    String create(RandomSchema schema) {
        String id = "id " + identity + (identity.contains("PRIMARY KEY") ? "" : (keyName.isEmpty() ? "" : " CONSTRAINT " + keyName) + " PRIMARY KEY");
        return Stream.of(Stream.of(id), columns.stream().map(column -> column.sql(schema.flavour)), parts.stream().filter(part -> part.shape().inTable()).map(part -> sql(part, schema)))
                .flatMap(lines -> lines).collect(Collectors.joining(",\n    ", "CREATE TABLE " + schema.flavour.sql(name) + " (\n    ", "\n)" + (comment.isEmpty() || !schema.flavour.attachesComments() ? "" : " COMMENT " + comment) + ";\n"));
    }

    String sql(RandomPart part, RandomSchema schema) {
        String text = part.shape().text().replace("{name}", schema.flavour.sql(part.name())).replace("{table}", schema.flavour.sql(name));
        for (int i = 0; i < part.columns().size(); i++) {
            text = text.replace("{" + i + "}", schema.flavour.sql(column(part.columns().get(i)).orElseThrow().name()));
        }
        return part.target() < 0 ? text : text.replace("{target}", schema.flavour.sql(schema.table(part.target()).orElseThrow().name));
    }

    String insert(int row, Flavour flavour) {
        List<RandomColumn> written = columns.stream().filter(column -> !column.isGenerated()).toList();
        return "INSERT INTO " + flavour.sql(name) + " (id" + written.stream().map(column -> ", " + flavour.sql(column.name())).collect(Collectors.joining()) + ")"
                + (identity.contains("ALWAYS") ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES (" + row
                + written.stream().map(column -> ", " + column.type().value(row)).collect(Collectors.joining()) + ");\n";
    }
}
