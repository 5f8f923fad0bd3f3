package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Operator classes and families as their author wrote them, in a document that was made by hand or before they were taken apart: of what a class has a family
 * has a part, and one that names none makes its own (manual, CREATE OPERATOR CLASS).
 */
final class WrittenClasses {
    private WrittenClasses() {}

    /** The schema with all of them taken apart; the very same where they are. */
    static Schema takenApart(Schema schema) {
        List<DefinedObject> all = schema.all(DefinedObject.class).filter(object -> object.kind().equals(OperatorClass.KIND) || object.kind().equals(OperatorFamily.KIND)).toList();
        if (all.stream().allMatch(WrittenClasses::isTakenApart)) {
            return schema;
        }
        var rest = Schema.of(schema.objects().filter(object -> !(object instanceof DefinedObject defined) || !all.contains(defined)).toList());
        String script = all.stream().sorted(Comparator.comparing(WrittenClasses::turn)).map(object -> object.definition().sql()).collect(Collectors.joining(";\n"));
        Reading reading = new PostgresqlReader(script, rest, new PostgresqlNormalizer()).read();
        return reading.problems().isEmpty() && !reading.schema().equals(schema) ? reading.schema() : schema;
    }

    private static boolean isTakenApart(DefinedObject object) {
        return Dissected.of(object).filter(each -> each.object().equals(object)).isPresent();
    }

    /** Families come before the classes that name them. */
    private static int turn(DefinedObject object) {
        if (object.kind().equals(OperatorFamily.KIND)) {
            return 0;
        }
        TokenStream in = TokenStream.of(object.definition().sql(), Postgresql.LEXICON);
        in.skipUntil("FAMILY", "AS");
        return in.at("FAMILY") ? 2 : 1;
    }
}
