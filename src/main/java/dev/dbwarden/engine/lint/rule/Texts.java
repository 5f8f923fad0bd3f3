package dev.dbwarden.engine.lint.rule;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import java.util.stream.Stream;

/** The SQL that a change brings and that the model does not take apart: defaults, conditions, queries. */
final class Texts {
    private Texts() {}

    static Stream<SqlText> of(Change change) {
        return switch (change) {
            case CreateObject(SchemaObject object) -> of(object);
            case AlterObject(_, SchemaObject after) -> of(after);
            case AddPart(_, TablePart part) -> of(part);
            case AlterPart(_, TablePart before, TablePart after) -> of(after).filter(text -> of(before).noneMatch(text::equals));
            default -> Stream.empty();
        };
    }

    private static Stream<SqlText> of(SchemaObject object) {
        return switch (object) {
            case Table table -> table.parts().stream().flatMap(Texts::of);
            case View view -> Stream.of(view.query());
            case DefinedObject defined -> Stream.of(defined.definition());
            default -> Stream.empty();
        };
    }

    private static Stream<SqlText> of(TablePart part) {
        return switch (part) {
            case Column column -> Stream.concat(column.defaultValue().stream(), column.generated().map(generated -> generated.expression()).stream());
            case Check check -> Stream.of(check.condition());
            case Exclusion exclusion -> Stream.of(exclusion.definition());
            case Index index -> index.texts().stream();
            case PrimaryKey _, Unique _, ForeignKey _ -> Stream.empty();
        };
    }
}
