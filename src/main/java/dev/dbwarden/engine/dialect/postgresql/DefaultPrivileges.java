package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import java.util.Locale;
import java.util.Optional;

/** What roles have by default of what is still to be made, while a script is replayed. */
final class DefaultPrivileges {
    static final String KIND = "default privileges";

    private final SchemaEditor editor;
    private Optional<Boolean> some = Optional.empty();

    DefaultPrivileges(SchemaEditor editor) {
        this.editor = editor;
    }

    /** Whether the roles that something is granted to may have it by default. */
    boolean areSome() {
        if (some.isEmpty()) {
            some = Optional.of(editor.objects().stream().anyMatch(object -> object.ref().kind().equals(KIND)));
        }
        return some.get();
    }

    /** After {@code ALTER DEFAULT PRIVILEGES}. */
    void altered(String statement) {
        var definition = PostgresqlTexts.definition(statement);
        String opposite = PostgresqlTexts.definition(opposite(statement)).canonical();
        Optional<SchemaObject> undone = find(opposite).or(() -> find(opposite + " with grant option"));
        if (undone.isPresent()) {
            editor.remove(undone.get());
        } else {
            editor.add(new DefinedObject(KIND, ObjectName.of(definition.canonical()), "", definition));
            some = Optional.of(true);
        }
    }

    private Optional<SchemaObject> find(String canonical) {
        return editor.find(new Ref(KIND, ObjectName.of(canonical), ""));
    }

    /** The opposite of {@code ALTER DEFAULT PRIVILEGES .. GRANT}. */
    static String opposite(String statement) {
        String upper = statement.toUpperCase(Locale.ROOT);
        int grant = upper.indexOf(" GRANT ");
        int revoke = upper.indexOf(" REVOKE ");
        int at = (grant >= 0 && (revoke < 0 || grant < revoke) ? grant : revoke) + 1;
        return statement.substring(0, at) + Grants.opposite(statement.substring(at));
    }
}
