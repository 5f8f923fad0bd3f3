package dev.dbwarden.service.source;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** DDL that was made from a model in another language: what is wrong with a statement is told at the place that it came from. */
final class Script {
    private static final String SEPARATOR = ";\n";

    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, Place> places = new TreeMap<>();

    /** A place in a model. */
    interface Place {
        Mistake mistake(String message);
    }

    void add(String sql, Place place) {
        places.put(text.length(), place);
        text.append(sql).append(SEPARATOR);
    }

    /** The schema that the statements make. */
    Model model(Dialect dialect, Limits limits, List<String> renames, List<String> outside, Mistakes mistakes) {
        Reading reading = dialect.read(text.toString(), Schema.EMPTY);
        var found = new ProblemPlaces(text.toString(), dialect.lexicon());
        reading.problems().forEach(problem -> mistakes.add(mistake(problem, found)));
        SqlModels.refuseLarge(reading.schema(), limits);
        var notes = new ArrayList<Model.Note>();
        reading.notes().forEach(note -> notes.add(new Model.Note(note.kind(), shown(mistake(note.problem(), found)))));
        return new Model(reading.schema(), renames, notes, outside, List.of());
    }

    private Mistake mistake(Problem problem, ProblemPlaces found) {
        OptionalInt offset = found.offset(problem);
        return offset.isEmpty() ? Mistake.at(problem.pointer(), problem.message()) : places.floorEntry(offset.getAsInt()).getValue().mistake(problem.message());
    }

    static String shown(Mistake mistake) {
        return mistake.source().orElse("") + mistake.line().map(line -> ", line " + line).orElse("") + mistake.pointer().orElse("") + ": " + mistake.message();
    }
}
