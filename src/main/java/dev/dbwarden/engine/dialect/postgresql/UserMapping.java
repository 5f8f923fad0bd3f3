package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mapping of a user at a foreign server, taken apart (manual, CREATE USER MAPPING). Its options change in place: who set a password by hand keeps it.
 *
 * @param forWhom the words between {@code MAPPING} and its options
 * @param lacks   whether a password was left out of the options
 */
record UserMapping(String forWhom, SortedMap<String, String> options, boolean lacks) implements Dissected {
    static final String KIND = "user mapping";

    static UserMapping read(TokenStream in) {
        int mark = in.mark();
        in.skipUntil("OPTIONS", ";");
        return new UserMapping(in.textSince(mark).strip(), new TreeMap<>(), false).with(in);
    }

    private UserMapping with(TokenStream in) {
        if (!in.accept("OPTIONS")) {
            return this;
        }
        SortedMap<String, String> given = Parameters.options(in, options);
        boolean secret = given.keySet().removeIf(Secrets::isSecret);
        return new UserMapping(forWhom, given, lacks || secret);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ObjectName name() {
        return ObjectName.of(PostgresqlTexts.definition(forWhom).canonical());
    }

    @Override
    public String sql() {
        return Postgresql.sql("CREATE USER MAPPING").words(lacks ? DefinedObject.LEFT_OUT : "").words(forWhom).words(Parameters.options(options)).toString();
    }

    @Override
    public UserMapping altered(TokenStream in, PostgresqlScript script) {
        in.skipUntil("OPTIONS", ";");
        return with(in);
    }

    @Override
    public List<Statement> statements(Dissected other) {
        return !(other instanceof UserMapping after) ? List.of()
                : List.of(Statement.of(Postgresql.sql("ALTER USER MAPPING").words(forWhom).words(Parameters.options(options, after.options)).toString()));
    }
}
