package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The triggers of a table. The servers keep their bodies as they are when a table or a column gets another name, and only write down where they
 * are (seen on MariaDB 10.11 and 11.4; MySQL manual, 15.1.9 and 15.1.36).
 */
record Triggers(ObjectName table, SchemaEditor schema) {
    List<DefinedObject> all() {
        return schema.objects().stream().filter(object -> object instanceof DefinedObject defined && defined.onTable() && defined.name().equals(table)).map(DefinedObject.class::cast).toList();
    }

    /** The trigger after its table was renamed. */
    static DefinedObject moved(DefinedObject trigger, ObjectName to) {
        String sql = trigger.definition().sql();
        TokenStream in = TokenStream.of(sql, Mysql.LEXICON);
        in.skipUntil("ON");
        in.expect("ON");
        int start = in.peek().start();
        int end = in.next().end();
        while (in.accept(".")) {
            end = in.next().end();
        }
        return new DefinedObject(trigger.kind(), to, trigger.part(), MysqlTexts.definition(sql.substring(0, start) + TableDdl.sql("", to) + sql.substring(end)));
    }

    /** A rename, and the triggers that would speak of the old name after it: they go before and come back after. */
    List<Change> around(Change rename, List<Change> renaming, ObjectName after, Predicate<DefinedObject> stale) {
        List<DefinedObject> triggers = all().stream().filter(stale).toList();
        if (triggers.isEmpty()) {
            return renaming;
        }
        var renamed = new SchemaEditor(schema.schema());
        rename.applyTo(renamed);
        return Stream.of(triggers.stream().map(DropObject::new), renaming.stream(),
                triggers.stream().map(trigger -> new CreateObject(renamed.find(new Ref(trigger.kind(), after, trigger.part())).orElseThrow()))).<Change>flatMap(changes -> changes).toList();
    }
}
