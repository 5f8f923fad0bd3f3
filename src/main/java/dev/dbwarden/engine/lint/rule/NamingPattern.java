package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.ChangeRule;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A name that is not in lower case with underscores. */
public final class NamingPattern implements ChangeRule {
    private static final About ABOUT = About.habit("DW907", "name outside the pattern");

    private static final Pattern PATTERN = Pattern.compile("[a-z][a-z0-9_]*");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Change change, Context context) {
        return Added.names(change).filter(name -> !PATTERN.matcher(name).matches())
                .map(name -> context.finding(this, change, "%s is not in lower case with underscores: in some dialects it has to be quoted, in others its case is lost".formatted(name),
                        "take a name of a-z, 0-9 and _"));
    }
}
