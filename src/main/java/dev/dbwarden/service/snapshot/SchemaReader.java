package dev.dbwarden.service.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Fields;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the schema part of documents, a model's or a snapshot's, into a normalized schema.
 *
 * <p>Several documents make one schema: {@link #add} each, then ask for the {@link #schema}. All mistakes are collected;
 * the schema must not be used where there is one.
 */
public final class SchemaReader {
    private static final Pattern KIND = Pattern.compile("[a-z]+([ _][a-z]+)*");

    private final Dialect dialect;
    private final Limits limits;
    private final Mistakes mistakes;
    private final Meaning meaning;
    private final References references;
    private final TableReader tables;
    private final PartReader parts;
    private final List<SchemaObject> objects = new ArrayList<>();
    private final Map<Ref, Path> places = new HashMap<>();
    private final List<String> renames = new ArrayList<>();
    private int tableCount;

    /** @param checked whether references have to lead somewhere */
    public SchemaReader(Dialect dialect, Limits limits, boolean checked, Mistakes mistakes) {
        this.dialect = dialect;
        this.limits = limits;
        this.mistakes = mistakes;
        this.meaning = new Meaning(dialect, mistakes);
        this.references = new References(checked);
        this.tables = new TableReader(meaning, mistakes, references, renames::add);
        this.parts = new PartReader(meaning, mistakes);
    }

    /** Reads one document, whose place in the request is {@code at}. */
    public void add(JsonNode document, Path at) {
        Fields.of(document, Keys.DOCUMENT, at, mistakes).ifPresent(this::sections);
    }

    /** What all documents amount to, normalized. Problems that the dialect finds are placed under {@code at}. */
    public Schema schema(Path at) {
        references.settle(mistakes);
        if (!mistakes.isEmpty()) {
            return Schema.EMPTY;
        }
        var problems = new ArrayList<Problem>();
        Schema schema = dialect.normalizer().schema(Schema.of(objects), problems);
        problems.forEach(problem -> mistakes.add(Mistake.at(at + problem.pointer(), problem.message())));
        return schema;
    }

    /** Where each object stands. */
    public Places places() {
        return new Places(places);
    }

    /** The hints that stand in the documents as {@code renamed_from}. */
    public List<String> renames() {
        return List.copyOf(renames);
    }

    private void sections(Fields fields) {
        fields.objects("schemas", Keys.NAMESPACE, (key, each) -> add(new Namespace(ObjectName.of(key), PartReader.options(each), each.text("comment")), each.at()));
        fields.objects("extensions", Keys.EXTENSION, (key, each) -> add(new Extension(ObjectName.of(key), each.text("schema").orElse("")), each.at()));
        fields.entries("enums", (key, node) -> enumType(key, node, fields.at("enums").to(key)));
        fields.objects("domains", Keys.DOMAIN, (key, each) -> add(domain(name(key, each), each), each.at()));
        fields.objects("sequences", Keys.SEQUENCE, (key, each) -> add(sequence(name(key, each), each), each.at()));
        fields.objects("tables", Keys.TABLE, this::table);
        fields.objects("views", Keys.VIEW, (key, each) -> add(view(name(key, each), each), each.at()));
        fields.items("objects", Keys.OBJECT, each -> add(defined(each), each.at()));
    }

    private void table(String key, Fields fields) {
        if (++tableCount > limits.tables()) {
            throw new ProblemException(ProblemType.TOO_LARGE, "more than " + limits.tables() + " tables");
        }
        JsonNode columns = fields.find("columns");
        if (columns != null && columns.size() > limits.columns()) {
            throw new ProblemException(ProblemType.TOO_LARGE, "table " + key + " has more than " + limits.columns() + " columns");
        }
        add(tables.table(name(key, fields), fields), fields.at());
    }

    /** The object's name; what it was called before is a hint. */
    private ObjectName name(String key, Fields fields) {
        ObjectName name = meaning.name(key, fields.at());
        if (fields.has("renamed_from")) {
            fields.text("renamed_from").ifPresent(from -> renames.add(RenameHint.object(meaning.name(from, fields.at("renamed_from")), name)));
        }
        return name;
    }

    /** An enum as an object, or as its bare labels. */
    private void enumType(String key, JsonNode node, Path at) {
        if (node.isArray()) {
            add(new EnumType(meaning.name(key, at), labels(node, at), Optional.empty()), at);
            return;
        }
        Fields.of(node, Keys.ENUM, at, mistakes)
                .ifPresent(fields -> add(new EnumType(name(key, fields), fields.texts("labels"), fields.text("comment")), at));
    }

    private List<String> labels(JsonNode node, Path at) {
        var labels = new ArrayList<String>();
        for (JsonNode label : node) {
            if (!label.isTextual()) {
                mistakes.add(at.to(labels.size()), "expected a text, found " + Fields.described(label));
            }
            labels.add(label.asText());
        }
        return labels;
    }

    private Domain domain(ObjectName name, Fields fields) {
        DataType type = meaning.type(fields.required("type"), fields.at("type"));
        var checks = new ArrayList<Check>();
        fields.items("checks", (at, node) -> parts.check(at, node).ifPresent(checks::add));
        return new Domain(name, type, fields.flag("nullable", true),
                fields.scalar("default").map(sql -> meaning.defaultValue(sql, type, fields.at("default"))),
                fields.text("collation"), checks, fields.text("comment"));
    }

    private Sequence sequence(ObjectName name, Fields fields) {
        Optional<Sequence.ColumnRef> owner = fields.object("owned_by", Keys.OWNER)
                .map(each -> new Sequence.ColumnRef(meaning.name(each.required("table"), each.at("table")), each.required("column")));
        return new Sequence(name, PartReader.options(fields), owner, fields.text("comment"));
    }

    private View view(ObjectName name, Fields fields) {
        var indexes = new LinkedHashMap<String, Index>();
        fields.items("indexes", Keys.INDEX, each -> {
            Index index = parts.index(each);
            if (indexes.put(index.key(), index) != null) {
                mistakes.add(each.at(), "view %s has two indexes of the name %s".formatted(name, index.name()));
            }
        });
        return new View(name, fields.flag("materialized", false), fields.texts("columns"),
                meaning.clause(fields.required("query"), fields.at("query")), Parts.of(indexes.values()), PartReader.options(fields), fields.text("comment"),
                fields.text("sql").map(Written::new).orElse(Written.NOT));
    }

    private DefinedObject defined(Fields fields) {
        String kind = fields.required("kind");
        if (!KIND.matcher(kind).matches()) {
            fields.mistake("kind", "'" + kind + "' is no kind of object; write it as in function, trigger or materialized view");
        }
        return new DefinedObject(kind, meaning.name(fields.required("name"), fields.at("name")), fields.text("part").orElse(""), meaning.statement(fields.required("definition"), fields.at("definition")));
    }

    private void add(SchemaObject object, Path at) {
        if (places.putIfAbsent(object.ref(), at) == null) {
            objects.add(object);
        } else {
            mistakes.add(at, "there are two of " + object.ref(), "leave one of them out");
        }
    }
}
