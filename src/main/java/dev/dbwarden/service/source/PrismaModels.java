package dev.dbwarden.service.source;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.source.prisma.PrismaSource;
import java.util.List;
import java.util.stream.Collectors;

/** Reads Prisma schemas; several files are one schema. */
final class PrismaModels implements ModelReader {
    private static final List<String> DIALECTS = List.of("postgresql", "sqlite", "mysql", "mariadb");

    @Override
    public String format() {
        return "prisma";
    }

    @Override
    public List<String> endings() {
        return List.of(".prisma");
    }

    @Override
    public List<String> mediaTypes() {
        return List.of();
    }

    @Override
    public Model read(List<Source> sources, Dialect dialect, Limits limits, Mistakes mistakes) {
        if (!DIALECTS.contains(dialect.name())) {
            throw new ProblemException(ProblemType.UNSUPPORTED, "Prisma schemas are read for " + String.join(", ", DIALECTS) + ", not for " + dialect.name());
        }
        PrismaSource.Result result = PrismaSource.read(sources.stream().map(Source::text).collect(Collectors.joining("\n")), dialect);
        result.faults().forEach(fault -> mistakes.add(SqlModels.mistake(fault.message(), fault.at(), sources)));
        if (!result.faults().isEmpty()) {
            return Model.none();
        }
        var script = new Script();
        result.statements().forEach(statement -> script.add(statement.sql(), message -> SqlModels.mistake(message, statement.at(), sources)));
        List<String> outside = result.outside().stream().map(fault -> Script.shown(SqlModels.mistake(fault.message(), fault.at(), sources))).toList();
        return script.model(dialect, limits, List.of(), outside, mistakes);
    }
}
