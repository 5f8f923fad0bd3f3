package dev.dbwarden.service.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Documents;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.document.Syntax;
import dev.dbwarden.service.source.drizzle.DrizzleSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads snapshots of drizzle-kit. They are known by their own keys, also as JSON. */
final class DrizzleModels implements ModelReader {
    @Override
    public String format() {
        return "drizzle";
    }

    @Override
    public List<String> endings() {
        return List.of();
    }

    @Override
    public List<String> mediaTypes() {
        return List.of();
    }

    @Override
    public Model read(List<Source> sources, Dialect dialect, Limits limits, Mistakes mistakes) {
        if (sources.size() != 1) {
            mistakes.add(Path.ROOT, "a drizzle-kit snapshot is the whole model; " + sources.size() + " were sent", "send the newest one");
            return Model.none();
        }
        Path root = Path.root(sources.getFirst().name());
        JsonNode document = new Documents(Syntax.JSON, limits, ProblemType.INVALID_MODEL, mistakes).read(sources.getFirst().text().getBytes(StandardCharsets.UTF_8), root);
        return read(document, root, dialect, limits, mistakes);
    }

    static Model read(JsonNode document, Path root, Dialect dialect, Limits limits, Mistakes mistakes) {
        var script = new Script();
        var snapshot = new DrizzleSnapshot(document, root, dialect, mistakes);
        snapshot.statements().forEach(statement -> script.add(statement.sql(), message -> mistake(statement.at(), message)));
        return mistakes.isEmpty() ? script.model(dialect, limits, List.of(), snapshot.outside().stream().map(outside -> Script.shown(mistake(outside.at(), outside.message()))).toList(), mistakes) : Model.none();
    }

    private static Mistake mistake(Path at, String message) {
        Mistake mistake = Mistake.at(at.toString(), message);
        return at.document().map(mistake::in).orElse(mistake);
    }
}
