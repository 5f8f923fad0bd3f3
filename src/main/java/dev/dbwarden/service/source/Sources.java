package dev.dbwarden.service.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.document.Syntax;
import dev.dbwarden.service.source.drizzle.DrizzleSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The formats that models are read in. */
public final class Sources {
    private static final List<ModelReader> READERS = List.of(
            new DocumentModels(Syntax.JSON, "json", List.of(".json"), List.of("application/json")),
            new DocumentModels(Syntax.YAML, "yaml", List.of(".yaml", ".yml"), List.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml")),
            new SqlModels(),
            new SqlAlchemyModels(),
            new PrismaModels(),
            new DrizzleModels());

    private Sources() {}

    public static List<ModelReader> readers() {
        return READERS;
    }

    public static List<String> formats() {
        return READERS.stream().map(ModelReader::format).toList();
    }

    /** Whether a document is the state of another tool, known by its own keys. */
    public static boolean isForeign(JsonNode document) {
        return DrizzleSnapshot.isOne(document);
    }

    /** The model that stands in a request as an object; fails with all its mistakes. */
    public static Model read(JsonNode model, Path at, Dialect dialect, Limits limits) {
        return read(model, at, dialect, limits, ProblemType.INVALID_MODEL);
    }

    /** The same of a document that is something else than a model: its mistakes are of another kind. */
    public static Model read(JsonNode document, Path at, Dialect dialect, Limits limits, ProblemType type) {
        var mistakes = new Mistakes();
        Model read = DocumentModels.read(document, at, dialect, limits, mistakes);
        mistakes.refuse(type);
        return read;
    }

    /** The model that sources of one format amount to; fails with all their mistakes. */
    public static Model read(List<SourceText> texts, Dialect dialect, Limits limits) {
        return read(texts, dialect, limits, ProblemType.INVALID_MODEL);
    }

    /** The same of sources that are something else than a model: their mistakes are of another kind. */
    public static Model read(List<SourceText> texts, Dialect dialect, Limits limits, ProblemType type) {
        List<ModelReader> readers = texts.stream().map(Sources::reader).distinct().toList();
        if (readers.size() > 1) {
            throw new ProblemException(ProblemType.UNSUPPORTED, "the sources are of several formats: "
                    + String.join(", ", readers.stream().map(ModelReader::format).toList()) + "; send a model in one format");
        }
        var mistakes = new Mistakes();
        Model read = readers.getFirst().read(texts.stream().map(text -> new Source(text.name(), text.text())).toList(), dialect, limits, mistakes);
        mistakes.refuse(type);
        return read;
    }

    /** Where tables and columns stand in sources, by name in lower case; of two places the first. */
    public static Map<String, Place> places(List<SourceText> texts, Dialect dialect) {
        var places = new HashMap<String, Place>();
        for (SourceText text : texts) {
            reader(text).lines(new Source(text.name(), text.text()), dialect).forEach((name, line) -> places.putIfAbsent(name, new Place(text.name(), line)));
        }
        return places;
    }

    /** The reader of a source: by its format, else by its name's ending, else by its media type. */
    private static ModelReader reader(SourceText text) {
        if (text.format().isPresent()) {
            String format = text.format().get().toLowerCase(Locale.ROOT);
            return READERS.stream().filter(reader -> reader.format().equals(format)).findFirst()
                    .orElseThrow(() -> unsupported("format '" + text.format().get() + "' of " + text.name() + " is not read"));
        }
        String name = text.name().toLowerCase(Locale.ROOT);
        return READERS.stream().filter(reader -> reader.endings().stream().anyMatch(name::endsWith)).findFirst()
                .or(() -> byMediaType(text.mediaType()))
                .orElseThrow(() -> unsupported("the format of source '" + text.name() + "' is not known: neither its name's ending nor its media type tells"));
    }

    private static Optional<ModelReader> byMediaType(Optional<String> mediaType) {
        return mediaType.flatMap(type -> READERS.stream().filter(reader -> reader.mediaTypes().contains(type.toLowerCase(Locale.ROOT))).findFirst());
    }

    private static ProblemException unsupported(String what) {
        return new ProblemException(ProblemType.UNSUPPORTED, what + "; formats: " + String.join(", ", formats()));
    }
}
