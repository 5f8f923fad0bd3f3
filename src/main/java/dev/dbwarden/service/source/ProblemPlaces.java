package dev.dbwarden.service.source;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.sql.Lexicon;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Where in a script the problems of its schema are: some say an offset, some the table or the column as a pointer. */
final class ProblemPlaces {
    private final String script;
    private final Lexicon lexicon;
    /** Found when a problem asks for the first time, as most scripts have none. */
    private Optional<Map<String, Integer>> known = Optional.empty();

    ProblemPlaces(String script, Lexicon lexicon) {
        this.script = script;
        this.lexicon = lexicon;
    }

    /** The problem's offset; nothing where the script does not show what it is about. */
    OptionalInt offset(Problem problem) {
        if (problem.offset() >= 0) {
            return OptionalInt.of(Math.min(problem.offset(), script.length()));
        }
        String[] path = problem.pointer().split("/");
        if (path.length < 3) {
            return OptionalInt.empty();
        }
        String object = name(path[2]);
        OptionalInt column = path.length > 4 && path[3].equals("columns") ? find(object + "." + name(path[4])) : OptionalInt.empty();
        return column.isPresent() ? column : find(object);
    }

    private static String name(String token) {
        return token.replace("~1", "/").replace("~0", "~").toLowerCase(Locale.ROOT);
    }

    /** A script may say the schema of a name that is known without it. */
    private OptionalInt find(String name) {
        Integer found = places().get(name);
        return found != null ? OptionalInt.of(found)
                : places().entrySet().stream().filter(entry -> entry.getKey().endsWith("." + name)).mapToInt(Map.Entry::getValue).min();
    }

    private Map<String, Integer> places() {
        Map<String, Integer> places = known.orElseGet(() -> SqlPlaces.of(script, lexicon));
        known = Optional.of(places);
        return places;
    }
}
