package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import java.util.Map;

/** How many arguments the functions and methods of SQLAlchemy's expressions take at least by their positions. */
final class Arguments {
    private static final Map<String, Integer> FUNCTIONS = Map.ofEntries(Map.entry("literal", 1), Map.entry("bindparam", 1), Map.entry("not_", 1), Map.entry("desc", 1), Map.entry("asc", 1),
            Map.entry("nullslast", 1), Map.entry("nulls_last", 1), Map.entry("nullsfirst", 1), Map.entry("nulls_first", 1), Map.entry("cast", 2), Map.entry("try_cast", 2),
            Map.entry("type_coerce", 1), Map.entry("distinct", 1), Map.entry("extract", 2), Map.entry("collate", 2), Map.entry("between", 3), Map.entry("next_value", 1));
    private static final Map<String, Integer> METHODS = Map.ofEntries(Map.entry("in_", 1), Map.entry("notin_", 1), Map.entry("not_in", 1), Map.entry("between", 2), Map.entry("not_between", 2),
            Map.entry("is_", 1), Map.entry("is_not", 1), Map.entry("isnot", 1), Map.entry("is_distinct_from", 1), Map.entry("like", 1), Map.entry("not_like", 1), Map.entry("notlike", 1),
            Map.entry("ilike", 1), Map.entry("not_ilike", 1), Map.entry("startswith", 1), Map.entry("endswith", 1), Map.entry("contains", 1), Map.entry("regexp_match", 1), Map.entry("concat", 1),
            Map.entry("collate", 1), Map.entry("cast", 1));

    private Arguments() {}

    static int ofFunction(String name) {
        return FUNCTIONS.getOrDefault(name, 0);
    }

    static int ofMethod(String name) {
        return METHODS.getOrDefault(name, 0);
    }

    /** Fails where a call has fewer. */
    static void require(Value.Construct call, String name, int least) {
        int given = call.arguments().size();
        if (given < least) {
            throw new ModelFault(call.at(), name + "() has " + given + (given == 1 ? " argument" : " arguments") + " by position and is read with " + least);
        }
    }
}
