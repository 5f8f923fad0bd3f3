package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Extension;
import java.util.Comparator;
import java.util.List;

/** What no name tells the place of: an extension may be used by whatever there is, a comment may be on it, another conversion may be the default. */
final class Margins {
    private Margins() {}

    /** The steps, with extensions around them and comments set last; comments and conversions are taken away first: of two for the same encodings one may be the default. */
    static List<Step> ordered(List<Step> steps) {
        return steps.stream().sorted(Comparator.comparing(step -> rank(step.change()))).toList();
    }

    private static int rank(Change change) {
        return switch (change) {
            case CreateObject(Extension _) -> -1;
            case DropObject(Extension _) -> 1;
            case CreateObject(DefinedObject object) when object.kind().equals(CommentReader.KIND) -> 1;
            case DropObject(DefinedObject object) when object.kind().equals(CommentReader.KIND) || object.kind().equals(Conversion.KIND) -> -1;
            default -> 0;
        };
    }
}
