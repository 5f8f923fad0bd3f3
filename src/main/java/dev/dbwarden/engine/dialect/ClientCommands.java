package dev.dbwarden.engine.dialect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a script that are for the client which runs it. They hold no schema, but for those that bring in another file: {@code \i} of psql,
 * {@code \.} and {@code source} of mysql, {@code .read} of sqlite3.
 */
public final class ClientCommands {
    private static final Pattern INCLUDE = Pattern.compile("(?:\\\\(?:ir?|include|include_relative|\\.)|\\.read)(?:\\s+(\\S+))?(?=\\s|$)");

    private ClientCommands() {}

    /**
     * @param offsets  where they stand in the script
     * @param skipped  gets those that are passed over
     * @param problems gets those that cannot be
     */
    public static void passOver(List<Integer> offsets, String script, List<Skipped> skipped, List<Problem> problems) {
        for (int offset : offsets) {
            Matcher include = INCLUDE.matcher(script).region(offset, script.length());
            if (include.lookingAt()) {
                problems.add(Problem.at(offset, included(include.group(1))));
            } else {
                skipped.add(Skipped.command(offset));
            }
        }
    }

    /** @param file its name as it is written; null where there is none */
    public static String included(@Nullable String file) {
        return "this brings in " + (file == null ? "another file" : file) + ", which did not come along; send that file too, before this one, and leave this line out";
    }
}
