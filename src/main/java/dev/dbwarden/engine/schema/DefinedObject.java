package dev.dbwarden.engine.schema;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that the model carries whole and does not take apart: a function, a trigger, a policy, a grant.
 *
 * @param kind       its own kind, in lower case: {@code function}, {@code trigger}
 * @param name       its name, or for what lives on a table the table's name
 * @param part       a function's argument types, a trigger's name on its table; otherwise empty
 * @param definition the statement that makes it
 */
public record DefinedObject(String kind, ObjectName name, String part, SqlText definition) implements SchemaObject {
    /** Stands in a statement from which a password was left out. */
    public static final String LEFT_OUT = "/* password left out */";

    private static final Set<String> ON_TABLE = Set.of("trigger", "policy", "rule", "projection");
    private static final Pattern IN_SQL = Pattern.compile("\\blanguage\\s+['\"]?sql\\b", Pattern.CASE_INSENSITIVE);

    /** Whether it lives on the table of its name and goes with it. */
    public boolean onTable() {
        return ON_TABLE.contains(kind);
    }

    /** Whether a password was left out of it. */
    public boolean lacksPassword() {
        return definition.sql().contains(LEFT_OUT);
    }

    /** Whether keys and indexes take it for the type of what they are over, without a word. */
    public boolean takenForType() {
        return kind.equals("operator class");
    }

    /** Whether a function that it calls may have its name. */
    public boolean isTrigger() {
        return kind.equals("trigger") || kind.equals("event trigger");
    }

    /** Whether its body, which the database reads when it is made, calls its own name: itself, or another with other arguments. */
    public boolean callsItsName() {
        return (kind.equals("function") || kind.equals("procedure")) && IN_SQL.matcher(definition.sql()).find()
                && Pattern.compile("\\b" + Pattern.quote(name.name()) + "\\s*\\(", Pattern.CASE_INSENSITIVE).matcher(definition.sql()).results().count() > 1;
    }

    @Override
    public Ref ref() {
        return new Ref(kind, name, part);
    }

    /** A comment on an opaque object is an object of the kind {@code comment}. */
    @Override
    public Optional<String> comment() {
        return Optional.empty();
    }

    @Override
    public DefinedObject withName(ObjectName newName) {
        return new DefinedObject(kind, newName, part, definition);
    }
}
