package dev.dbwarden.service.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Documents;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.document.Syntax;
import dev.dbwarden.service.snapshot.SchemaReader;
import dev.dbwarden.service.snapshot.SnapshotReader;
import dev.dbwarden.service.source.drizzle.DrizzleSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads models written as documents: the schema part of a snapshot, as JSON or YAML; also the states that other tools keep. */
final class DocumentModels implements ModelReader {
    private final String format;
    private final Syntax syntax;
    private final List<String> endings;
    private final List<String> mediaTypes;

    DocumentModels(Syntax syntax, String format, List<String> endings, List<String> mediaTypes) {
        this.syntax = syntax;
        this.format = format;
        this.endings = endings;
        this.mediaTypes = mediaTypes;
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public List<String> endings() {
        return endings;
    }

    @Override
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    @Override
    public Model read(List<Source> sources, Dialect dialect, Limits limits, Mistakes mistakes) {
        var reader = new SchemaReader(dialect, limits, true, mistakes);
        for (Source source : sources) {
            Path root = Path.root(source.name());
            JsonNode document = new Documents(syntax, limits, ProblemType.INVALID_MODEL, mistakes).read(source.text().getBytes(StandardCharsets.UTF_8), root);
            if (DrizzleSnapshot.isOne(document) && sources.size() == 1) {
                return DrizzleModels.read(document, root, dialect, limits, mistakes);
            }
            reader.add(SnapshotReader.lifted(document, root, mistakes), root);
        }
        return model(reader, sources.size() == 1 ? Path.root(sources.getFirst().name()) : Path.ROOT);
    }

    @Override
    public Map<String, Integer> lines(Source source, Dialect dialect) {
        return DocumentLines.of(source.text(), syntax);
    }

    /** Reads a model that stands in a request. */
    static Model read(JsonNode document, Path at, Dialect dialect, Limits limits, Mistakes mistakes) {
        if (DrizzleSnapshot.isOne(document)) {
            return DrizzleModels.read(document, at, dialect, limits, mistakes);
        }
        var reader = new SchemaReader(dialect, limits, true, mistakes);
        reader.add(SnapshotReader.lifted(document, at, mistakes), at);
        return model(reader, at);
    }

    private static Model model(SchemaReader reader, Path at) {
        Schema schema = reader.schema(at);
        return new Model(schema, reader.renames(), reader.places());
    }
}
