package dev.dbwarden.service.source.python;

import java.util.List;
import java.util.Optional;

/** The parameters of a function. */
public record Parameters(List<Parameter> all) {
    public Parameters {
        all = List.copyOf(all);
    }

    /** One parameter. */
    public record Parameter(String name, Kind kind, Optional<Expression> annotation, Optional<Expression> defaultValue) {
        public enum Kind { PLAIN, KEYWORD_ONLY, REST, REST_KEYWORDS }
    }
}
