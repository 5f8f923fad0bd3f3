package dev.dbwarden.service.source.prisma;

import java.util.List;
import java.util.Optional;

/**
 * A Prisma schema as it is written.
 *
 * @param extensions of PostgreSQL: {@code uuidOssp(map: "uuid-ossp", schema: "public")}
 */
record Schema(List<Model> models, List<Enumeration> enums, List<View> views, List<Argument> extensions, Optional<Provider> provider, boolean foreignKeys) {
    Optional<Model> model(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    Optional<Enumeration> enumeration(String name) {
        return enums.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** {@code @name(arguments)}; of a block its name begins with another {@code @}. */
    record Attribute(String name, List<Argument.Named> arguments, int at) {
        Optional<Argument> argument(String argument, boolean first) {
            return Argument.find(arguments, argument, first);
        }

        Optional<String> text(String argument, boolean first) {
            return argument(argument, first).map(value -> {
                if (value.kind() == Argument.Kind.LIST || value.kind() == Argument.Kind.CALL || value.text().isEmpty()) {
                    throw new PrismaException("@" + name + " takes a text here", value.at());
                }
                return value.text();
            });
        }
    }

    /** The kind of database that the schema is for. */
    record Provider(String name, int at) {}

    /** A view, whose query is in no Prisma schema. */
    record View(String name, int at) {}

    /** What has attributes. */
    interface Attributed {
        List<Attribute> attributes();

        default Optional<Attribute> attribute(String name) {
            return attributes().stream().filter(each -> each.name().equals(name)).findFirst();
        }
    }

    record Model(String name, List<Field> fields, List<Attribute> attributes, int at) implements Attributed {
        String table() {
            return attribute("@map").flatMap(map -> map.text("name", true)).orElse(name);
        }

        Optional<String> schema() {
            return attribute("@schema").flatMap(schema -> schema.text("schema", true));
        }

        Field field(String field, int at) {
            return fields.stream().filter(each -> each.name().equals(field)).findFirst()
                    .orElseThrow(() -> new PrismaException("model " + name + " has no field '" + field + "'", at));
        }
    }

    /** @param arity how many: {@code ?} for an optional one, {@code []} for a list, empty for one */
    record Field(String name, String type, String arity, List<Attribute> attributes, int at) implements Attributed {
        String column() {
            return attribute("map").flatMap(map -> map.text("name", true)).orElse(name);
        }

        boolean isOptional() {
            return arity.equals("?");
        }

        boolean isList() {
            return arity.equals("[]");
        }
    }

    record Enumeration(String name, List<Field> labels, List<Attribute> attributes, int at) implements Attributed {
        String type() {
            return attribute("@map").flatMap(map -> map.text("name", true)).orElse(name);
        }

        Optional<String> schema() {
            return attribute("@schema").flatMap(schema -> schema.text("schema", true));
        }
    }
}
