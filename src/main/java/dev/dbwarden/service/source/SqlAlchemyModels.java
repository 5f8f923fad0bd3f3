package dev.dbwarden.service.source;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.SourceFile;
import dev.dbwarden.service.source.sqlalchemy.SqlAlchemySource;
import java.util.List;

/** Reads models written with SQLAlchemy: as the DDL that it would emit, which the dialect reads. */
final class SqlAlchemyModels implements ModelReader {
    @Override
    public String format() {
        return "sqlalchemy";
    }

    @Override
    public List<String> endings() {
        return List.of(".py");
    }

    @Override
    public List<String> mediaTypes() {
        return List.of("text/x-python", "application/x-python", "text/x-script.python");
    }

    @Override
    public Model read(List<Source> sources, Dialect dialect, Limits limits, Mistakes mistakes) {
        if (!SqlAlchemySource.dialects().contains(dialect.name())) {
            throw new ProblemException(ProblemType.UNSUPPORTED, "models of SQLAlchemy are read for " + String.join(", ", SqlAlchemySource.dialects()) + ", not for " + dialect.name());
        }
        SqlAlchemySource.Result result = SqlAlchemySource.read(sources.stream().map(source -> new SourceFile(source.name(), source.text())).toList(), dialect);
        result.faults().forEach(fault -> mistakes.add(mistake(fault.at(), fault.text())));
        if (!result.faults().isEmpty()) {
            return Model.none();
        }
        var script = new Script();
        result.ddl().forEach(statement -> script.add(statement.sql(), message -> mistake(statement.at(), message)));
        return script.model(dialect, limits, result.renames(), result.outside(), mistakes);
    }

    private static Mistake mistake(Location at, String message) {
        return Mistake.at(at.line(), at.column(), message).in(at.file().name());
    }
}
