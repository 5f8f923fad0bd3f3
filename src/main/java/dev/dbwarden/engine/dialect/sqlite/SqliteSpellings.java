package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Identifiers;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The spellings of declared names that are not in lower case, for texts that name them in another case: the order of changes
 * compares names exactly.
 */
final class SqliteSpellings {
    private final Map<String, Set<String>> byFolded = new HashMap<>();

    SqliteSpellings(Schema schema) {
        schema.objects().forEach(object -> {
            note(object.name().name());
            if (object instanceof Table table) {
                table.parts().forEach(part -> note(part.name()));
            }
        });
    }

    private void note(String name) {
        if (Identifiers.isSimple(name)) {
            return;
        }
        String folded = name.toLowerCase(Locale.ROOT);
        if (!folded.equals(name)) {
            byFolded.computeIfAbsent(folded, _ -> new TreeSet<>()).add(name);
        }
    }

    /** The object with the declared spellings among the words of its texts. */
    SchemaObject follow(SchemaObject object) {
        if (byFolded.isEmpty()) {
            return object;
        }
        return switch (object) {
            case Table table -> table.withParts(table.parts().map(this::part));
            case View view -> new View(view.name(), view.materialized(), view.columns(), text(view.query()), view.parts(), view.options(), view.comment(), view.written());
            case DefinedObject defined -> new DefinedObject(defined.kind(), defined.name(), defined.part(), text(defined.definition()));
            default -> object;
        };
    }

    private TablePart part(TablePart part) {
        return switch (part) {
            case Column column -> column.withGenerated(column.generated().map(g -> new Generated(text(g.expression()), g.stored())));
            case Check check -> new Check(check.name(), text(check.condition()), check.options());
            case Index index -> new Index(index.name(), index.unique(), index.method(), keys(index.keys()), index.include(),
                    index.where().map(this::text), index.options(), index.written());
            default -> part;
        };
    }

    private List<Index.Key> keys(List<Index.Key> keys) {
        return keys.stream().map(key -> new Index.Key(key.column(), key.expression().map(this::text), key.modifiers())).toList();
    }

    private SqlText text(SqlText text) {
        var words = new LinkedHashSet<>(text.words());
        text.words().forEach(word -> words.addAll(byFolded.getOrDefault(word.toLowerCase(Locale.ROOT), Set.of())));
        return text.withWords(words);
    }
}
