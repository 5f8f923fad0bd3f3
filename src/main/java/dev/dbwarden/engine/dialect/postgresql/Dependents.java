package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who depends on what in a schema, as far as words tell; found in one walk, when somebody asks first. */
final class Dependents {
    private final Lookup<String, SchemaObject> mentioning;
    private final Lookup<ObjectName, DropPart> keysByTarget;
    private final Lookup<String, ObjectName> heirs;
    private final Lookup<String, ForeignTable> foreignHeirs;

    Dependents(Schema schema) {
        mentioning = new Lookup<>(put -> schema.objects().forEach(object -> words(object).forEach(word -> put.accept(word, object))));
        keysByTarget = new Lookup<>(put -> schema.tables().forEach(table -> table.foreignKeys().forEach(key -> put.accept(key.target(), new DropPart(table.name(), key)))));
        heirs = new Lookup<>(put -> schema.tables().forEach(table -> table.parents().forEach(parent -> put.accept(parent, table.name()))));
        foreignHeirs = new Lookup<>(put -> schema.all(DefinedObject.class).forEach(object -> ForeignTable.of(object)
                .ifPresent(foreign -> foreign.table().parents().forEach(parent -> put.accept(parent, foreign)))));
    }

    /** What a schema holds under keys, looked through when somebody asks first. */
    private static final class Lookup<K, V> {
        private final Consumer<BiConsumer<K, V>> walk;
        private final Map<K, List<V>> found = new HashMap<>();
        private boolean walked;

        Lookup(Consumer<BiConsumer<K, V>> walk) {
            this.walk = walk;
        }

        List<V> get(K key) {
            if (!walked) {
                walked = true;
                walk.accept((each, value) -> found.computeIfAbsent(each, _ -> new ArrayList<>()).add(value));
            }
            return found.getOrDefault(key, List.of());
        }
    }

    /**
     * What looks at the columns of a table, if it is the right one: views, triggers, rules, policies, and functions that the server keeps parsed;
     * a view also by way of a function that gives rows of the table.
     */
    List<SchemaObject> overColumns(ObjectName table, Predicate<SchemaObject> right) {
        String word = table.name();
        Stream<SchemaObject> overRows = mentioning.get(word).stream().filter(object -> object instanceof DefinedObject function && Functions.isRoutine(function) && Functions.face(function).contains(word))
                .flatMap(function -> mentioning.get(function.name().name()).stream()).filter(View.class::isInstance);
        return Stream.concat(mentioning.get(word).stream().filter(object -> looksAt(object, word)), overRows).filter(right).distinct().toList();
    }

    /** Publications that choose what they publish of a table by a column, which stays as it is for as long. */
    List<SchemaObject> choosingBy(ObjectName table, String column) {
        return mentioning.get(table.name()).stream().filter(object -> object.ref().kind().equals("publication"))
                .filter(object -> Dissected.of(object).orElse(null) instanceof Publication publication && publication.choosesBy(table, column)).toList();
    }

    private static boolean looksAt(SchemaObject object, String table) {
        return switch (object) {
            case View _ -> true;
            case DefinedObject defined -> defined.onTable() || Functions.isParsed(defined) && Functions.dependsOn(defined).contains(table);
            default -> false;
        };
    }

    /** A table, and all that have its columns from it. */
    Set<ObjectName> family(ObjectName table) {
        var family = new LinkedHashSet<ObjectName>();
        for (var open = new ArrayDeque<>(List.of(table)); !open.isEmpty();) {
            ObjectName next = open.poll();
            if (family.add(next)) {
                open.addAll(heirs.get(next.toString()));
                foreignHeirs.get(next.toString()).forEach(foreign -> open.add(foreign.name()));
            }
        }
        return family;
    }

    /** The foreign tables that have columns from a table, or from one of those that have. */
    List<ForeignTable> foreign(ObjectName table) {
        var found = new LinkedHashSet<ForeignTable>();
        family(table).forEach(each -> found.addAll(foreignHeirs.get(each.toString())));
        return List.copyOf(found);
    }

    /** Whether it is a view of all columns, of which nobody knows what they are. */
    static boolean hasStar(SchemaObject object) {
        return object instanceof View view && Wording.hasStar(view.query().canonical());
    }

    /** The foreign keys to a table, as they are dropped. */
    List<DropPart> keysTo(ObjectName target) {
        return keysByTarget.get(target);
    }

    /** What the server drops only together with an object: views over a view, triggers that call a function, what has a type. */
    List<SchemaObject> of(SchemaObject object) {
        return mentioning.get(object.name().name()).stream().filter(other -> !other.ref().equals(object.ref()) && depends(other, object)).toList();
    }

    private static boolean depends(SchemaObject other, SchemaObject object) {
        return !(object instanceof DefinedObject said && isSaidOfOthers(said)) && switch (other) {
            case View _ -> !(object instanceof DefinedObject self && self.onTable());
            case DefinedObject defined when object instanceof DefinedObject self && self.onTable() -> defined.kind().equals(CommentReader.KIND) && defined.definition().words().contains(self.part());
            case DefinedObject family when family.kind().equals(OperatorFamily.KIND) && object.ref().kind().equals(OperatorClass.KIND) -> false;
            case DefinedObject defined -> Functions.dependsOn(defined).contains(object.name().name());
            default -> false;
        };
    }

    /** Comments and grants: nothing depends on them. */
    static boolean isSaidOfOthers(DefinedObject object) {
        return object.kind().equals(CommentReader.KIND) || object.kind().equals(Grant.KIND);
    }

    static Set<String> words(SchemaObject object) {
        return switch (object) {
            case View view -> view.query().words();
            case DefinedObject defined -> defined.definition().words();
            default -> Set.of();
        };
    }
}
