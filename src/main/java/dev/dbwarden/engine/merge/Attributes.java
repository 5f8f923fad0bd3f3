package dev.dbwarden.engine.merge;

import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Table;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What two sides made of a table's comment and options, each of which is a thing of its own. */
record Attributes(Table before, Table ours, Table theirs) {
    /** Whether no attribute is altered by both, but to the same. */
    boolean commute() {
        return isFree(Table::comment) && names().stream().allMatch(name -> isFree(table -> table.options().find(name)));
    }

    Table both() {
        Options options = ours.options();
        for (String name : names()) {
            Optional<String> value = theirs.options().find(name);
            if (!value.equals(before.options().find(name))) {
                Options others = options.without(name);
                options = value.map(text -> others.with(name, text)).orElse(others);
            }
        }
        return ours.withOptions(options).withComment(theirs.comment().equals(before.comment()) ? ours.comment() : theirs.comment());
    }

    private boolean isFree(Function<Table, Optional<String>> attribute) {
        Optional<String> our = attribute.apply(ours);
        Optional<String> their = attribute.apply(theirs);
        return our.equals(their) || Set.of(our, their).contains(attribute.apply(before));
    }

    private Set<String> names() {
        var names = new LinkedHashSet<>(ours.options().values().keySet());
        names.addAll(theirs.options().values().keySet());
        names.addAll(before.options().values().keySet());
        return names;
    }
}
