package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the server forgets with something that is made anew, though it is to stay: of an index or a constraint a comment on it, and that the table is clustered
 * or told apart by it; of a type, a column or a column's sequence who may use it.
 */
final class Forgotten {
    private final Draft draft;

    Forgotten(Draft draft) {
        this.draft = draft;
    }

    /** The steps, and behind them those that say it again. */
    List<Step> restored(List<Step> steps) {
        Map<Ref, Step> dropped = new LinkedHashMap<>();
        Map<Ref, Step> anew = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step.change() instanceof DropPart(ObjectName table, TablePart part) && !(part instanceof Column)) {
                dropped.put(part.ref(table), step);
            }
        }
        for (Step step : dropped.isEmpty() ? List.<Step>of() : steps) {
            if (step.change() instanceof AddPart(ObjectName table, TablePart part) && dropped.containsKey(part.ref(table))) {
                anew.put(part.ref(table), step);
            }
        }
        var all = new ArrayList<>(steps);
        anew.values().forEach(step -> options((AddPart) step.change()).forEach(change -> all.add(new Step(change, step.cause()))));
        if (!anew.isEmpty()) {
            comments(anew, all);
        }
        grants(steps, all);
        return all;
    }

    private void grants(List<Step> steps, List<Step> all) {
        Map<GrantTarget, Integer> anew = new LinkedHashMap<>();
        Set<Ref> said = new HashSet<>();
        for (Step step : steps) {
            anew(step.change()).forEach(target -> anew.put(target, step.cause()));
            said.add(step.change() instanceof CreateObject(DefinedObject object) ? object.ref() : step.change().subject());
        }
        if (anew.isEmpty()) {
            return;
        }
        draft.after().all(DefinedObject.class).filter(object -> object.kind().equals(Grant.KIND) && !said.contains(object.ref()) && isKept(object))
                .forEach(object -> Grant.of(object).map(grant -> anew.get(grant.on())).ifPresent(cause -> all.add(new Step(new CreateObject(object), cause))));
    }

    /** What a change makes that was there before: a grant on that is forgotten. */
    private Stream<GrantTarget> anew(Change change) {
        return switch (change) {
            case CreateObject(SchemaObject object) when draft.before().find(object.ref()).isPresent() -> GrantTarget.of(object);
            case AddPart(ObjectName table, Column column) when draft.before().table(table).filter(before -> before.column(column.name()).isPresent()).isPresent() ->
                    Stream.concat(Stream.of(new GrantTarget("", table.toString(), column.name())), GrantTarget.sequence(column));
            case AlterPart(ObjectName _, Column before, Column after) when PostgresqlRenderer.isSerial(before) != PostgresqlRenderer.isSerial(after) -> GrantTarget.sequence(after);
            default -> Stream.empty();
        };
    }

    private List<AlterObject> options(AddPart added) {
        Table after = attributes(draft.after(), added.table());
        Table before = attributes(draft.before(), added.table());
        Table bare = after;
        for (String option : TableOptions.LATE) {
            boolean kept = after.options().has(option) && after.options().find(option).equals(before.options().find(option)) && named(after, option, added.part());
            bare = kept ? bare.withOptions(bare.options().without(option)) : bare;
        }
        return bare.equals(after) ? List.of() : List.of(new AlterObject(bare, after));
    }

    private static Table attributes(Schema schema, ObjectName name) {
        return schema.table(name).map(table -> table.withParts(Parts.NONE)).orElseGet(() -> Table.of(name, List.of()));
    }

    private static boolean named(Table table, String option, TablePart part) {
        return TokenStream.of(table.options().find(option).orElseThrow(), Postgresql.LEXICON).tokens().stream().anyMatch(token -> token.value().equals(part.name()));
    }

    private void comments(Map<Ref, Step> anew, List<Step> all) {
        draft.after().all(DefinedObject.class).filter(object -> object.kind().equals(CommentReader.KIND) && isKept(object)).forEach(comment -> anew.values().stream()
                .filter(step -> isOn(comment, (AddPart) step.change())).findFirst().ifPresent(step -> all.add(new Step(new CreateObject(comment), step.cause()))));
    }

    private boolean isKept(SchemaObject comment) {
        return draft.before().find(comment.ref()).filter(comment::equals).isPresent();
    }

    /** {@code index name}, or {@code constraint name on table}. */
    private static boolean isOn(DefinedObject comment, AddPart added) {
        TokenStream target = TokenStream.of(comment.name().name(), Postgresql.LEXICON);
        if (target.accept("index")) {
            return added.part() instanceof Index && PostgresqlNormalizer.resolved(PostgresqlScript.clauses(target).objectName()).equals(added.table().withName(added.part().name()));
        }
        return target.accept("constraint") && target.next().value().equals(added.part().name()) && target.accept("on")
                && !target.at("domain") && PostgresqlNormalizer.resolved(PostgresqlScript.clauses(target).objectName()).equals(added.table());
    }
}
