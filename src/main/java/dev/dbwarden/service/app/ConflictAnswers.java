package dev.dbwarden.service.app;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Description;
import dev.dbwarden.engine.merge.Conflict;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.service.api.ConflictAnswer;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Conflicts in the words of the API, with the ways out. */
final class ConflictAnswers {
    private static final String SETTLE = "settle it in the model, keep the snapshot 'ours', and generate the other side's migration again: "
            + "POST /v1/migrations with the settled model and 'ours' as the snapshot";

    private ConflictAnswers() {}

    static ConflictAnswer of(Conflict conflict) {
        Optional<Subject> subject = conflict.subject().map(Subject::of);
        return new ConflictAnswer(conflict.type().name().toLowerCase(Locale.ROOT), subject.flatMap(Subject::table), subject.flatMap(Subject::column), subject.flatMap(Subject::object),
                summaries(conflict.ours()), summaries(conflict.theirs()), message(conflict), waysOut(conflict));
    }

    private static List<String> summaries(List<Change> changes) {
        return changes.stream().map(change -> Description.of(change).summary()).toList();
    }

    private static String message(Conflict conflict) {
        String subject = conflict.subject().map(Ref::toString).orElse("");
        return conflict.problem().map(problem -> "each side is right alone, but together: " + problem).orElseGet(() -> switch (conflict.type()) {
            case ADDED_DIFFERENTLY -> "both sides make %s, and not the same".formatted(subject);
            case ALTERED_DIFFERENTLY -> "both sides alter %s, and not to the same".formatted(subject);
            case ALTERED_AND_DROPPED -> "one side drops %s, and the other alters it".formatted(subject);
            case DROPPED_BUT_USED -> "one side drops %s, and the other has something new that uses it".formatted(subject);
            case RENAMED_DIFFERENTLY -> "both sides drop %s, and each makes something else that may be it under another name".formatted(subject);
            case DOES_NOT_FIT -> "each side is right alone, but not both together";
        });
    }

    private static List<String> waysOut(Conflict conflict) {
        return switch (conflict.type()) {
            case ADDED_DIFFERENTLY -> List.of("make it the same on both sides, or give one of them another name, and generate that side's migration again", SETTLE);
            case ALTERED_DIFFERENTLY -> List.of("leave it to one side: take the alteration back on the other, and generate that side's migration again", SETTLE);
            case ALTERED_AND_DROPPED -> List.of("keep it on the side that drops it; where that was a rename, alter it there under its new name", SETTLE);
            case DROPPED_BUT_USED -> List.of("keep it on the side that drops it, or leave out what uses it on the other; where that was a rename, use the new name there", SETTLE);
            case RENAMED_DIFFERENTLY -> List.of("where it was a rename, give it one name on both sides; where it was none, let one side keep it, and drop it afterwards", SETTLE);
            case DOES_NOT_FIT -> List.of("take back one of the changes that it is about", SETTLE);
        };
    }

    static ConflictAnswer sameNumber(Sides sides) {
        String number = "%04d".formatted(sides.firstNumber());
        return new ConflictAnswer("same_number", Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(numbers(sides.firstNumber(), sides.ours().header().revision())), List.of(numbers(sides.firstNumber(), sides.theirs().header().revision())),
                "both sides have a migration " + number + " since the base",
                List.of("send second=theirs where ours was applied or published first: the merged snapshot then follows ours, with the next number and ours as its parent; "
                                + "write their migration again with POST /v1/migrations, 'ours' as the snapshot and the merged snapshot as the model",
                        "send second=ours where theirs came first"));
    }

    private static String numbers(int first, int last) {
        return first == last ? "migration %04d".formatted(first) : "migrations %04d to %04d".formatted(first, last);
    }

    static void refuse(List<ConflictAnswer> conflicts) {
        if (!conflicts.isEmpty()) {
            List<Mistake> mistakes = conflicts.stream().map(conflict -> Mistake.at(pointer(conflict), conflict.message()).fixedBy(conflict.waysOut().getFirst())).toList();
            throw new ProblemException(ProblemType.SNAPSHOT_CONFLICT, mistakes.getFirst().message() + (mistakes.size() == 1 ? "" : "; and %d more".formatted(mistakes.size() - 1)),
                    mistakes, Map.of("conflicts", conflicts));
        }
    }

    private static String pointer(ConflictAnswer conflict) {
        return conflict.type().equals("same_number") ? "/theirs/revision" : "/theirs";
    }
}
