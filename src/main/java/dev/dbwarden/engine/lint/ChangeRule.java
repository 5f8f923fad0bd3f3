package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.change.Change;
import java.util.stream.Stream;

/** A rule that looks at each change by itself. */
public interface ChangeRule extends Rule {
    Stream<Finding> check(Change change, Context context);

    @Override
    default Stream<Finding> check(Way way) {
        return way.contexts().flatMap(context -> check(context.change(), context));
    }
}
