package dev.dbwarden.service.source.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Relations between models: foreign keys, and the tables of relations that have none of their own. */
final class Relations {
    private final Schema schema;
    private final Spelling spelling;
    private final Columns columns;

    Relations(Schema schema, Spelling spelling, Columns columns) {
        this.schema = schema;
        this.spelling = spelling;
        this.columns = columns;
    }

    List<PrismaSource.Statement> foreignKeys(Schema.Model model) {
        var statements = new ArrayList<PrismaSource.Statement>();
        for (Schema.Field field : model.fields()) {
            foreignKey(model, field).ifPresent(sql -> statements.add(new PrismaSource.Statement("ALTER TABLE " + spelling.table(model) + " ADD " + sql, field.at())));
        }
        return statements;
    }

    List<String> inline(Schema.Model model) {
        return model.fields().stream().flatMap(field -> foreignKey(model, field).stream()).toList();
    }

    private Optional<String> foreignKey(Schema.Model model, Schema.Field field) {
        Optional<Schema.Attribute> relation = field.attribute("relation");
        Optional<Argument> fields = relation.flatMap(each -> each.argument("fields", false)).filter(each -> !each.elements().isEmpty());
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Schema.Attribute attribute = relation.orElseThrow();
        Schema.Model target = schema.model(field.type()).orElseThrow(() -> new PrismaException("there is no model '" + field.type() + "'", field.at()));
        List<String> from = columns.columns(model, fields.get());
        List<String> to = columns.columns(target, attribute.argument("references", false).orElseThrow(() -> new PrismaException("the relation has no 'references'", attribute.at())));
        boolean optional = fields.get().elements().stream().allMatch(item -> model.field(item.value().text(), item.value().at()).isOptional());
        String name = attribute.text("map", false).orElseGet(() -> spelling.made(model.table() + "_" + String.join("_", from), "_fkey"));
        return Optional.of("CONSTRAINT " + spelling.name(name) + " FOREIGN KEY (" + spelling.names(from) + ") REFERENCES " + spelling.table(target) + " (" + spelling.names(to) + ")"
                + " ON DELETE " + action(attribute, "onDelete", optional ? "SET NULL" : "RESTRICT") + " ON UPDATE " + action(attribute, "onUpdate", "CASCADE"));
    }

    private static String action(Schema.Attribute relation, String which, String otherwise) {
        return relation.argument(which, false).map(action -> switch (action.text()) {
            case "Cascade", "Restrict" -> action.text().toUpperCase(Locale.ROOT);
            case "NoAction" -> "NO ACTION";
            case "SetNull" -> "SET NULL";
            case "SetDefault" -> "SET DEFAULT";
            default -> throw new PrismaException("'" + action.text() + "' is no referential action", action.at());
        }).orElse(otherwise);
    }

    /** Two lists that refer to each other have a table between them. */
    List<PrismaSource.Statement> joinTables() {
        var statements = new ArrayList<PrismaSource.Statement>();
        for (Schema.Model model : schema.models()) {
            for (Schema.Field field : model.fields()) {
                other(model, field).ifPresent(other -> statements.addAll(joinTable(model, field, other)));
            }
        }
        return statements;
    }

    /** The list at the other end, where this end comes first. */
    private Optional<Schema.Field> other(Schema.Model model, Schema.Field field) {
        if (!field.isList()) {
            return Optional.empty();
        }
        return schema.model(field.type()).flatMap(target -> target.fields().stream()
                .filter(each -> each.isList() && each.type().equals(model.name()) && name(each).equals(name(field)) && each != field)
                .filter(each -> model.name().compareTo(target.name()) < 0 || model == target && field.name().compareTo(each.name()) < 0).findFirst());
    }

    private static Optional<String> name(Schema.Field field) {
        return field.attribute("relation").flatMap(relation -> relation.text("name", true));
    }

    private List<PrismaSource.Statement> joinTable(Schema.Model model, Schema.Field field, Schema.Field other) {
        Schema.Model target = schema.model(field.type()).orElseThrow();
        String table = "_" + name(field).orElse(model.name() + "To" + target.name());
        String qualified = spelling.qualified(model.schema(), table);
        Schema.Field one = keyField(model, field);
        Schema.Field two = keyField(target, other);
        var lines = new ArrayList<>(List.of(spelling.name("A") + " " + columns.type(one) + " NOT NULL", spelling.name("B") + " " + columns.type(two) + " NOT NULL"));
        if (spelling.is("postgresql")) {
            lines.add("CONSTRAINT " + spelling.name(spelling.made(table, "_AB_pkey")) + " PRIMARY KEY (" + spelling.names(List.of("A", "B")) + ")");
        }
        List<String> keys = schema.foreignKeys() ? List.of(key(table, "A", model, one), key(table, "B", target, two)) : List.of();
        if (spelling.is("sqlite")) {
            lines.addAll(keys);
        }
        String options = spelling.is("mysql") ? " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci" : "";
        var statements = new ArrayList<>(List.of(new PrismaSource.Statement("CREATE TABLE " + qualified + " (\n    " + String.join(",\n    ", lines) + "\n)" + options, field.at())));
        if (!spelling.is("postgresql")) {
            statements.add(new PrismaSource.Statement("CREATE UNIQUE INDEX " + spelling.name(spelling.made(table, "_AB_unique")) + " ON " + qualified + " (" + spelling.names(List.of("A", "B")) + ")", field.at()));
        }
        statements.add(new PrismaSource.Statement("CREATE INDEX " + spelling.name(spelling.made(table, "_B_index")) + " ON " + qualified + " (" + spelling.name("B") + ")", field.at()));
        if (!spelling.is("sqlite")) {
            keys.forEach(key -> statements.add(new PrismaSource.Statement("ALTER TABLE " + qualified + " ADD " + key, field.at())));
        }
        return statements;
    }

    private Schema.Field keyField(Schema.Model model, Schema.Field relation) {
        List<String> key = columns.key(model).map(Columns.Key::columns).orElse(List.of());
        return model.fields().stream().filter(field -> key.equals(List.of(field.column()))).findFirst()
                .orElseThrow(() -> new PrismaException("model " + model.name() + " needs a key of one field for the relation '" + relation.name() + "'", relation.at()));
    }

    private String key(String table, String column, Schema.Model target, Schema.Field field) {
        return "CONSTRAINT " + spelling.name(spelling.made(table, "_" + column + "_fkey")) + " FOREIGN KEY (" + spelling.name(column) + ") REFERENCES " + spelling.table(target)
                + " (" + spelling.name(field.column()) + ") ON DELETE CASCADE ON UPDATE CASCADE";
    }
}
