package dev.dbwarden.service.source.prisma;

import dev.dbwarden.engine.dialect.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a Prisma schema as the DDL that {@code prisma migrate} makes of it. */
public final class PrismaSource {
    private final Schema schema;
    private final Spelling spelling;
    private final Columns columns;
    private final Relations relations;
    private final List<Fault> faults = new ArrayList<>();

    private PrismaSource(Schema schema, Dialect dialect) {
        this.schema = schema;
        this.spelling = new Spelling(dialect);
        var types = new Types(schema, spelling);
        this.columns = new Columns(schema, spelling, types);
        this.relations = new Relations(schema, spelling, columns);
    }

    /** A statement of DDL, and the offset in the schema that it comes from. */
    public record Statement(String sql, int at) {}

    public record Fault(String message, int at) {}

    /**
     * What a schema amounts to.
     *
     * @param statements must not be used where there are faults
     * @param outside    what the schema speaks of and does not hold
     */
    public record Result(List<Statement> statements, List<Fault> faults, List<Fault> outside) {}

    public static Result read(String text, Dialect dialect) {
        try {
            var source = new PrismaSource(PrismaParser.parse(text), dialect);
            source.refuseOtherProvider(dialect);
            return new Result(source.statements(), source.faults, source.schema.views().stream().map(PrismaSource::outside).toList());
        } catch (PrismaException e) {
            return new Result(List.of(), List.of(new Fault(String.valueOf(e.getMessage()), e.offset())), List.of());
        }
    }

    private void refuseOtherProvider(Dialect dialect) {
        schema.provider().filter(provider -> !spelling.is(provider.name().equals("postgres") ? "postgresql" : provider.name())).ifPresent(provider -> {
            throw new PrismaException("the schema is for " + provider.name() + ", and the request is about " + dialect.name() + "; ask for that dialect, or change the provider", provider.at());
        });
    }

    private static Fault outside(Schema.View view) {
        return new Fault("view " + view.name() + " has its query in no Prisma schema, so it is not in the model: a snapshot that has it loses it; send the models as SQL to keep it", view.at());
    }

    private void collecting(Runnable what) {
        try {
            what.run();
        } catch (PrismaException e) {
            faults.add(new Fault(String.valueOf(e.getMessage()), e.offset()));
        }
    }

    private List<Statement> statements() {
        var statements = new ArrayList<Statement>();
        if (spelling.is("postgresql")) {
            schemas().forEach(name -> statements.add(new Statement("CREATE SCHEMA " + spelling.name(name), 0)));
            schema.extensions().forEach(each -> statements.add(new Statement("CREATE EXTENSION " + spelling.name(each.find("map").map(Argument::text).orElse(each.text()))
                    + each.find("schema").map(Argument::text).filter(name -> !name.equals("public")).map(name -> " WITH SCHEMA " + spelling.name(name)).orElse(""), each.at())));
            schema.enums().forEach(each -> statements.add(new Statement("CREATE TYPE " + spelling.qualified(each.schema(), each.type()) + " AS ENUM ("
                    + String.join(", ", Types.labels(each).stream().map(spelling::literal).toList()) + ")", each.at())));
        }
        schema.models().forEach(model -> collecting(() -> statements.add(table(model))));
        schema.models().forEach(model -> collecting(() -> statements.addAll(columns.indexes(model))));
        collecting(() -> statements.addAll(relations.joinTables()));
        if (schema.foreignKeys() && !spelling.is("sqlite")) {
            schema.models().forEach(model -> collecting(() -> statements.addAll(relations.foreignKeys(model))));
        }
        return statements;
    }

    private Set<String> schemas() {
        var names = new LinkedHashSet<String>();
        schema.models().forEach(model -> model.schema().ifPresent(names::add));
        schema.enums().forEach(each -> each.schema().ifPresent(names::add));
        schema.extensions().forEach(each -> each.find("schema").map(Argument::text).ifPresent(names::add));
        names.remove("public");
        return names;
    }

    private Statement table(Schema.Model model) {
        var lines = new ArrayList<String>();
        Optional<Columns.Key> key = columns.key(model);
        boolean inline = spelling.is("sqlite") && key.filter(each -> each.columns().size() == 1).isPresent();
        model.fields().stream().filter(columns::isColumn).forEach(field -> collecting(() -> lines.add(columns.sql(field, inline && key.orElseThrow().columns().contains(field.column())))));
        if (!inline) {
            key.ifPresent(each -> lines.add((spelling.is("postgresql") ? "CONSTRAINT " + spelling.name(each.name()) + " " : "") + "PRIMARY KEY (" + String.join(", ", each.elements()) + ")"));
        }
        if (spelling.is("sqlite") && schema.foreignKeys()) {
            lines.addAll(relations.inline(model));
        }
        String options = spelling.is("mysql") ? " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci" : "";
        return new Statement("CREATE TABLE " + spelling.table(model) + " (\n    " + String.join(",\n    ", lines) + "\n)" + options, model.at());
    }
}
