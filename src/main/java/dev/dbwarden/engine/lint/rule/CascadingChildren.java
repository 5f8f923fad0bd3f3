package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.lint.About;
import dev.dbwarden.engine.lint.Context;
import dev.dbwarden.engine.lint.Finding;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Severity;
import dev.dbwarden.engine.lint.Way;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SQLite makes a table anew that rows of other tables would be deleted with. */
public final class CascadingChildren implements Rule {
    private static final About ABOUT = About.of("DW602", Severity.INFO, "rebuild of a table with cascading children", "sqlite");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Stream<Finding> check(Way way) {
        Map<ObjectName, List<ObjectName>> children = way.before().tables().flatMap(table -> table.foreignKeys().stream().filter(key -> key.onDelete().equals("CASCADE"))
                .map(ForeignKey::target).distinct().filter(target -> !target.equals(table.name())).map(target -> Map.entry(target, table.name())))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return TableRebuilt.rebuilds(way).flatMap(context -> check(context, children));
    }

    private Stream<Finding> check(Context context, Map<ObjectName, List<ObjectName>> children) {
        ObjectName table = context.change().subject().owner();
        return !children.containsKey(table) ? Stream.empty() : Stream.of(context.finding(this, Ref.object(Kind.TABLE, table),
                "table %s is made anew, and rows of %s would go with the old one: they are made anew with it, so that none is lost"
                        .formatted(table, children.get(table).stream().map(ObjectName::toString).collect(Collectors.joining(", "))),
                "run the script whole and unchanged, with sqlite3 -bail"));
    }
}
