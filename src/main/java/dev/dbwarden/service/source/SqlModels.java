package dev.dbwarden.service.source;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Skipped;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.PassedOverAnswer;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads models written as DDL. Each script goes on where the one before it ended. */
final class SqlModels implements ModelReader {
    @Override
    public String format() {
        return "sql";
    }

    @Override
    public List<String> endings() {
        return List.of(".sql", ".ddl");
    }

    @Override
    public List<String> mediaTypes() {
        return List.of("application/sql", "text/x-sql", "application/x-sql");
    }

    @Override
    public Model read(List<Source> sources, Dialect dialect, Limits limits, Mistakes mistakes) {
        Schema schema = Schema.EMPTY;
        var renames = new ArrayList<String>();
        var notes = new ArrayList<Model.Note>();
        var passedOver = new ArrayList<PassedOverAnswer>();
        for (Source source : sources) {
            Reading reading = dialect.read(source.text(), schema);
            LineStarts lines = LineStarts.of(source.text());
            var places = new ProblemPlaces(source.text(), dialect.lexicon());
            reading.problems().forEach(problem -> mistakes.add(mistake(problem, places, source, lines)));
            reading.notes().forEach(note -> notes.add(new Model.Note(note.kind(),
                    source.name() + ", line " + mistake(note.problem(), places, source, lines).line().orElseThrow() + ": " + note.problem().message())));
            passedOver.addAll(passedOver(reading.skipped(), source, lines));
            renames.addAll(reading.renames());
            schema = reading.schema();
        }
        refuseLarge(schema, limits);
        return new Model(schema, renames, notes, List.of(), passedOver);
    }

    /** Each kind of statement once, in the order in which the kinds appear. */
    private static List<PassedOverAnswer> passedOver(List<Skipped> skipped, Source source, LineStarts lines) {
        var byStatement = new LinkedHashMap<String, PassedOverAnswer>();
        skipped.stream().sorted(Comparator.comparingInt(Skipped::offset)).forEach(each -> byStatement.merge(each.statement(),
                new PassedOverAnswer(source.name(), each.statement(), 1, lines.line(each.offset())),
                (first, next) -> new PassedOverAnswer(first.source(), first.statement(), first.count() + next.count(), first.line())));
        return List.copyOf(byStatement.values());
    }

    @Override
    public Map<String, Integer> lines(Source source, Dialect dialect) {
        LineStarts starts = LineStarts.of(source.text());
        var lines = new HashMap<String, Integer>();
        SqlPlaces.of(source.text(), dialect.lexicon()).forEach((name, offset) -> lines.put(name, starts.line(offset)));
        return lines;
    }

    static void refuseLarge(Schema schema, Limits limits) {
        if (schema.tables().count() > limits.tables()) {
            throw new ProblemException(ProblemType.TOO_LARGE, "more than " + limits.tables() + " tables");
        }
        schema.tables().filter(table -> table.columns().size() > limits.columns()).findFirst().ifPresent(table -> {
            throw new ProblemException(ProblemType.TOO_LARGE, "table " + table.name() + " has more than " + limits.columns() + " columns");
        });
    }

    private static Mistake mistake(Problem problem, ProblemPlaces places, Source source, LineStarts lines) {
        OptionalInt offset = places.offset(problem);
        return (offset.isEmpty() ? Mistake.at(problem.pointer(), problem.message())
                : Mistake.at(lines.line(offset.getAsInt()), lines.column(offset.getAsInt()), problem.message())).in(source.name());
    }

    /** A mistake at an offset in texts that are read one after the other, with a line end between them. */
    static Mistake mistake(String message, int offset, List<Source> sources) {
        int left = offset;
        for (Source source : sources) {
            if (left <= source.text().length() || source == sources.getLast()) {
                String before = source.text().substring(0, Math.min(left, source.text().length()));
                int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
                return Mistake.at(line, before.length() - before.lastIndexOf('\n'), message).in(source.name());
            }
            left -= source.text().length() + 1;
        }
        throw new IllegalArgumentException("no sources");
    }
}
