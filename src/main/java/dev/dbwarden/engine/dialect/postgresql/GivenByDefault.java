package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What default privileges give of something that is made, though the model does not, is taken back as soon as it is there. */
final class GivenByDefault implements Function<Change, List<Statement>> {
    private final Schema after;
    private final Function<Change, List<Statement>> spelled;
    private final Map<Ref, Grant> byDefault = new LinkedHashMap<>();

    /** For changes that are spelled in the order in which they are run. */
    GivenByDefault(Draft ordered, Function<Change, List<Statement>> spelled) {
        this.after = ordered.after();
        this.spelled = spelled;
        DefaultPrivileges.among(ordered.before().objects()).forEach(grant -> byDefault.put(grant.ref(), grant));
    }

    @Override
    public List<Statement> apply(Change change) {
        List<Statement> statements = spelled.apply(change);
        switch (change) {
            case CreateObject(DefinedObject object) when object.kind().equals(DefaultPrivileges.KIND) -> Grant.of(object).ifPresent(grant -> byDefault.put(grant.ref(), grant));
            case DropObject(DefinedObject object) when object.kind().equals(DefaultPrivileges.KIND) -> byDefault.remove(object.ref());
            default -> { }
        }
        return byDefault.isEmpty() ? statements : Stream.concat(statements.stream(), takenBack(change)).toList();
    }

    private Stream<Statement> takenBack(Change change) {
        return made(change).flatMap(target -> DefaultPrivileges.of(target, byDefault.values()).stream()).filter(given -> after.find(given.ref()).isEmpty())
                .map(given -> Statement.of(given.opposite()));
    }

    private static Stream<GrantTarget> made(Change change) {
        return switch (change) {
            case CreateObject created -> GrantTarget.of(created.object());
            case AddPart(var _, Column column) -> GrantTarget.sequence(column);
            case AlterPart(var _, Column before, Column after) when before.identity().isEmpty() || PostgresqlRenderer.isSerial(before) != PostgresqlRenderer.isSerial(after) -> GrantTarget.sequence(after);
            default -> Stream.empty();
        };
    }
}
