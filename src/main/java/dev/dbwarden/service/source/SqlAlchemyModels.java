package dev.dbwarden.service.source;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.SourceFile;
import dev.dbwarden.service.source.sqlalchemy.Ddl;
import dev.dbwarden.service.source.sqlalchemy.SqlAlchemySource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads models written with SQLAlchemy: as the DDL that it would emit, which the dialect reads. */
final class SqlAlchemyModels implements ModelReader {
    private static final String SEPARATOR = ";\n";

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
            return new Model(Schema.EMPTY, List.of());
        }
        var notes = new ArrayList<String>();
        Schema schema = read(result.ddl(), dialect, notes, mistakes);
        SqlModels.refuseLarge(schema, limits);
        return new Model(schema, result.renames(), notes, result.outside());
    }

    private static Schema read(List<Ddl> statements, Dialect dialect, List<String> notes, Mistakes mistakes) {
        var script = new StringBuilder();
        var places = new TreeMap<Integer, Location>();
        for (Ddl statement : statements) {
            places.put(script.length(), statement.at());
            script.append(statement.sql()).append(SEPARATOR);
        }
        Reading reading = dialect.read(script.toString(), Schema.EMPTY);
        for (Problem problem : reading.problems()) {
            var place = problem.offset() < 0 ? null : places.floorEntry(problem.offset());
            mistakes.add(place == null ? Mistake.at(problem.pointer(), problem.message()) : mistake(place.getValue(), problem.message()));
        }
        reading.notes().forEach(note -> notes.add(places.floorEntry(Math.max(0, note.offset())).getValue() + ": " + note.message()));
        return reading.schema();
    }

    private static Mistake mistake(Location at, String message) {
        return Mistake.at(at.line(), at.column(), message).in(at.file().name());
    }
}
