package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Statements as their author wrote them, in a document that was made by hand or before they were taken apart. Of what an operator class has a family has a
 * part, and one that names none makes its own (manual, CREATE OPERATOR CLASS); a grant may say much at once, and many may say it all.
 */
final class WrittenStatements {
    private static final Set<String> KINDS = Set.of(OperatorClass.KIND, OperatorFamily.KIND, Grant.KIND, DefaultPrivileges.KIND);

    private WrittenStatements() {}

    /** The schema with all of them taken apart; the very same where they are. */
    static Schema takenApart(Schema schema) {
        List<DefinedObject> all = schema.all(DefinedObject.class).filter(object -> KINDS.contains(object.kind())).toList();
        if (all.stream().allMatch(WrittenStatements::isTakenApart) && areGrantsApart(all)) {
            return schema;
        }
        var written = new LinkedHashSet<>(all);
        var rest = Schema.of(schema.objects().filter(object -> !(object instanceof DefinedObject defined) || !written.contains(defined)).toList());
        String script = all.stream().sorted(Comparator.comparing(WrittenStatements::turn)).map(object -> object.definition().sql()).collect(Collectors.joining(";\n"));
        Reading reading = new PostgresqlReader(script, rest, new PostgresqlNormalizer()).read();
        return reading.problems().isEmpty() && !reading.schema().equals(schema) ? reading.schema() : schema;
    }

    private static boolean isTakenApart(DefinedObject object) {
        return isGrant(object) ? Grant.of(object).isPresent() : Dissected.of(object).filter(each -> each.object().equals(object)).isPresent();
    }

    private static boolean isGrant(DefinedObject object) {
        return object.kind().equals(Grant.KIND) || object.kind().equals(DefaultPrivileges.KIND);
    }

    /** Whether no grants say together what one of them could say. */
    private static boolean areGrantsApart(List<DefinedObject> objects) {
        var said = new HashMap<Grant, Set<String>>();
        return objects.stream().map(Grant::of).flatMap(Optional::stream).allMatch(grant -> {
            Set<String> privileges = said.computeIfAbsent(new Grant(grant.given(), Set.of(), grant.on(), grant.role(), grant.option()), _ -> new LinkedHashSet<>());
            boolean first = privileges.isEmpty();
            privileges.addAll(grant.privileges());
            return first || !Grant.isAll(privileges, grant.on());
        });
    }

    /** Families come before the classes that name them, and grants come last. */
    private static int turn(DefinedObject object) {
        if (object.kind().equals(OperatorFamily.KIND)) {
            return 0;
        }
        if (isGrant(object)) {
            return 3;
        }
        TokenStream in = TokenStream.of(object.definition().sql(), Postgresql.LEXICON);
        in.skipUntil("FAMILY", "AS");
        return in.at("FAMILY") ? 2 : 1;
    }
}
