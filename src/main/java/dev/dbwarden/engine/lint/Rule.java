package dev.dbwarden.engine.lint;

import dev.dbwarden.engine.change.Change;
import java.util.stream.Stream;

/** Judges one change. The javadoc of a rule is its documentation page. */
public interface Rule {
    /** The stable code of its findings. */
    String code();

    /** What it is about, in one line. */
    String title();

    Stream<Finding> check(Change change, Context context);
}
