package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.service.document.Fields;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads columns. */
final class ColumnReader {
    private static final Set<String> MODES = Set.of("always", "by_default", "serial");

    private final Meaning meaning;

    ColumnReader(Meaning meaning) {
        this.meaning = meaning;
    }

    Column column(String name, Fields fields) {
        DataType type = fields.has("type") ? meaning.type(fields.text("type").orElse(""), fields.at("type")) : missing(name, fields);
        return new Column(name, type, fields.flag("nullable", true),
                fields.scalar("default").map(sql -> meaning.defaultValue(sql, type, fields.at("default"))),
                identity(fields),
                fields.object("generated", Keys.GENERATED).map(this::generated),
                fields.text("collation"), fields.text("comment"), options(fields));
    }

    private static DataType missing(String name, Fields fields) {
        fields.mistake("type", "column " + name + " has no type");
        return DataType.builtin("", "");
    }

    private Optional<Identity> identity(Fields fields) {
        JsonNode node = fields.find("identity");
        if (node == null) {
            return Optional.empty();
        }
        if (node.isTextual()) {
            return Optional.of(Identity.of(mode(node.textValue(), fields, "identity")));
        }
        return fields.object("identity", Keys.IDENTITY).map(identity -> new Identity(mode(identity.required("mode"), identity, "mode"),
                identity.text("sequence").map(key -> meaning.name(key, identity.at("sequence"))).orElse(Identity.GENERATED_NAME),
                PartReader.options(identity)));
    }

    private static Identity.Mode mode(String word, Fields fields, String field) {
        if (!MODES.contains(word)) {
            fields.mistake(field, "'" + word + "' is no identity; write always, by_default or serial");
            return Identity.Mode.BY_DEFAULT;
        }
        return Identity.Mode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private Generated generated(Fields fields) {
        return new Generated(meaning.expression(fields.required("expression"), fields.at("expression")), fields.flag("stored", false));
    }

    private static Options options(Fields fields) {
        Options options = PartReader.options(fields);
        return fields.flag("autoincrement", false) ? options.with("autoincrement", "true") : options;
    }
}
