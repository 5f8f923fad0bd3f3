package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;

/** SQLAlchemy's spelling for PostgreSQL. */
final class PostgresqlRules extends DialectRules {
    PostgresqlRules(Dialect dialect) {
        super(dialect);
    }

    @Override
    int longestName() {
        return 63;
    }

    @Override
    String matches() {
        return " ~ ";
    }

    @Override
    Rendered like(String left, String right, String method) {
        return new Rendered(left + (method.startsWith("not") ? " NOT " : " ") + (method.endsWith("ilike") ? "ILIKE " : "LIKE ") + right, 5, false);
    }

    @Override
    Rendered nextValue(Value sequence, Location at) {
        if (!(sequence instanceof Value.Construct made) || !Terms.isMade(made, "Sequence")) {
            throw Terms.fault(sequence, "the sequence", at);
        }
        return Rendered.atom("nextval(" + names().literal(Sequences.qualified(made, names())) + ")");
    }
}
