package dev.dbwarden.engine.change;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What differs between two versions of one thing, in a few words each: {@code type INTEGER -> BIGINT, not null}. */
final class Differences {
    private final List<String> words = new ArrayList<>();

    private Differences() {}

    static String between(TablePart before, TablePart after) {
        var differences = new Differences();
        if (before instanceof Column old && after instanceof Column column) {
            differences.column(old, column);
        }
        return differences.text();
    }

    static String between(SchemaObject before, SchemaObject after) {
        var differences = new Differences();
        switch (before) {
            case EnumType old when after instanceof EnumType type -> differences.labels(old.labels(), type.labels());
            case Table old when after instanceof Table table -> differences.options(old.options(), table.options());
            case Sequence old when after instanceof Sequence sequence -> {
                differences.options(old.options(), sequence.options());
                differences.value("owned by", old.ownedBy().map(Object::toString), sequence.ownedBy().map(Object::toString));
            }
            case Domain old when after instanceof Domain domain -> differences.domain(old, domain);
            default -> { }
        }
        differences.comment(before.comment(), after.comment());
        return differences.text();
    }

    private void column(Column before, Column after) {
        if (!before.type().equals(after.type())) {
            words.add("type " + before.type() + " -> " + after.type());
        }
        nullable(before.nullable(), after.nullable());
        value("default", before.defaultValue().map(SqlText::canonical), after.defaultValue().map(SqlText::canonical), after.defaultValue().map(SqlText::sql));
        value("identity", before.identity().map(Object::toString), after.identity().map(Object::toString), after.identity().map(each -> each.mode().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
        value("generated as", before.generated().map(each -> each.expression().canonical() + each.stored()), after.generated().map(each -> each.expression().canonical() + each.stored()),
                after.generated().map(each -> each.expression().sql()));
        value("collation", before.collation(), after.collation());
        options(before.options(), after.options());
        comment(before.comment(), after.comment());
    }

    private void domain(Domain before, Domain after) {
        if (!before.type().equals(after.type())) {
            words.add("type " + before.type() + " -> " + after.type());
        }
        nullable(before.nullable(), after.nullable());
        value("default", before.defaultValue().map(SqlText::canonical), after.defaultValue().map(SqlText::canonical), after.defaultValue().map(SqlText::sql));
        value("collation", before.collation(), after.collation());
        if (!before.checks().equals(after.checks())) {
            words.add("checks");
        }
    }

    private void labels(List<String> before, List<String> after) {
        after.stream().filter(label -> !before.contains(label)).forEach(label -> words.add("add '" + label + "'"));
        before.stream().filter(label -> !after.contains(label)).forEach(label -> words.add("remove '" + label + "'"));
        if (words.isEmpty() && !before.equals(after)) {
            words.add("order of labels");
        }
    }

    private void nullable(boolean before, boolean after) {
        if (before != after) {
            words.add(after ? "null" : "not null");
        }
    }

    private void value(String name, Optional<String> before, Optional<String> after) {
        value(name, before, after, after);
    }

    private void value(String name, Optional<String> before, Optional<String> after, Optional<String> shown) {
        if (!before.equals(after)) {
            words.add(shown.map(value -> name + " " + Description.shortened(value)).orElse("no " + name));
        }
    }

    private void options(Options before, Options after) {
        var names = new TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        names.forEach(name -> value(name.replace('_', ' '), before.find(name), after.find(name)));
    }

    private void comment(Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            words.add(after.isEmpty() ? "no comment" : "comment");
        }
    }

    private String text() {
        return words.isEmpty() ? "definition" : String.join(", ", words);
    }
}
