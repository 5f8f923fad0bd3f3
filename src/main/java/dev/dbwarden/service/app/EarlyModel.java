package dev.dbwarden.service.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.migration.Ahead;
import dev.dbwarden.service.api.MigrationRequest;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.source.Model;
import dev.dbwarden.service.source.Sources;
import java.util.Optional;

/** The model of a large request that names its dialect first: it is read while what stands behind it in the request is still parsed. */
public final class EarlyModel implements AutoCloseable {
    private final Limits limits;
    private Optional<Dialect> dialect = Optional.empty();
    private Optional<Ahead<Model>> reading = Optional.empty();

    public EarlyModel(Limits limits) {
        this.limits = limits;
    }

    /** To be told each field of the request as soon as its value is parsed. */
    public void field(String name, JsonNode value) {
        if (name.equals("dialect") && value.isTextual()) {
            dialect = Dialects.find(value.textValue());
        } else if (name.equals("model") && dialect.isPresent() && reading.isEmpty()) {
            Dialect known = dialect.get();
            reading = Optional.of(Ahead.of(tables(Optional.of(value)), () -> Sources.read(value, Path.of("model"), known, limits)));
        }
    }

    /** The model of the request that these were the fields of, in the dialect that was chosen for it. */
    Ahead<Model> of(MigrationRequest request, Dialect chosen) {
        boolean isIt = dialect.filter(chosen::equals).isPresent() && request.model().isPresent() && request.sources().isEmpty();
        return reading.filter(_ -> isIt)
                .orElseGet(() -> Ahead.of(Math.max(tables(request.model()), tables(request.snapshot())), () -> Inputs.model(request.model(), request.sources(), chosen, limits)));
    }

    private static int tables(Optional<JsonNode> document) {
        return document.map(each -> each.path("tables").size()).orElse(0);
    }

    @Override
    public void close() {
        reading.ifPresent(Ahead::close);
    }
}
