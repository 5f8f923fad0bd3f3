package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads GRANT and REVOKE into single grants: one privilege on one object to one role, so that their order and grouping are no difference.
 * A REVOKE takes grants back; one that finds none is about a privilege that everybody has by default, and is carried itself.
 */
final class GrantReader {
    static final String KIND = "grant";

    private final TokenStream in;
    private final PostgresqlScript script;

    GrantReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.script = script;
    }

    /** One privilege of one role. */
    private record Single(boolean grant, String privilege, String object, String role, boolean option) {
        String sql() {
            return (grant ? "GRANT " : "REVOKE ") + privilege + (object.isEmpty() ? "" : " ON " + object) + (grant ? " TO " : " FROM ") + role
                    + (option ? " WITH GRANT OPTION" : "");
        }

        Single with(boolean newGrant, boolean newOption) {
            return new Single(newGrant, privilege, object, role, newOption);
        }
    }

    void read() {
        boolean grant = in.next().is("GRANT");
        boolean optionOnly = in.accept("GRANT", "OPTION", "FOR");
        List<String> privileges = parts("ON", grant ? "TO" : "FROM");
        List<String> objects = in.accept("ON") ? objects(grant ? "TO" : "FROM") : List.of("");
        in.expect(grant ? "TO" : "FROM");
        List<String> roles = parts("WITH", "GRANTED", "CASCADE", "RESTRICT");
        boolean option = in.accept("WITH", "GRANT", "OPTION");
        in.rest();
        for (String object : objects) {
            for (String role : roles) {
                for (String privilege : privileges) {
                    apply(new Single(grant, privilege.toUpperCase(Locale.ROOT).equals(privilege) ? privilege : upper(privilege), object, role, option), optionOnly);
                }
            }
        }
    }

    /** A privilege's word in upper case; the columns behind it stay. */
    private static String upper(String privilege) {
        int bracket = privilege.indexOf('(');
        String word = (bracket < 0 ? privilege : privilege.substring(0, bracket)).strip().toUpperCase(Locale.ROOT);
        String all = word.equals("ALL PRIVILEGES") ? "ALL" : word;
        return bracket < 0 ? all : all + " " + privilege.substring(bracket);
    }

    private List<String> parts(String... ends) {
        var parts = new ArrayList<String>();
        var stops = new ArrayList<>(List.of(ends));
        stops.add(",");
        do {
            int mark = in.mark();
            in.skipUntil(stops.toArray(String[]::new));
            parts.add(in.textSince(mark));
        } while (in.accept(","));
        return parts;
    }

    /** Objects with the word of their kind in front of each; a table's is left out. */
    private List<String> objects(String end) {
        int mark = in.mark();
        while (in.atAny("SEQUENCE", "FUNCTION", "PROCEDURE", "ROUTINE", "SCHEMA", "DATABASE", "DOMAIN", "TYPE", "LANGUAGE", "TABLESPACE", "FOREIGN", "DATA", "WRAPPER", "SERVER",
                "ALL", "TABLES", "SEQUENCES", "FUNCTIONS", "PROCEDURES", "ROUTINES", "IN", "LARGE", "OBJECT", "PARAMETER")) {
            in.next();
        }
        String kind = in.textSince(mark).toUpperCase(Locale.ROOT);
        in.accept("TABLE");
        return parts(end).stream().map(name -> (kind + " " + PostgresqlTexts.definition(name).canonical().replace(" . ", ".").replaceFirst("^public\\.", "")).strip()).toList();
    }

    private void apply(Single single, boolean optionOnly) {
        if (optionOnly) {
            if (remove(single.with(true, true))) {
                add(single.with(true, false));
            }
            return;
        }
        boolean undone = single.grant() ? remove(single.with(false, false)) : remove(single.with(true, false)) | remove(single.with(true, true));
        if (!single.grant() && single.privilege().equals("ALL")) {
            undone |= removeAll(single);
        }
        if (single.grant()) {
            remove(single.with(true, !single.option()));
        }
        if (!undone && script.editor.find(ref(single)).isEmpty()) {
            add(single);
        }
    }

    private void add(Single single) {
        script.editor.add(new DefinedObject(KIND, ref(single).owner(), "", PostgresqlTexts.definition(single.sql())));
    }

    private boolean remove(Single single) {
        var found = script.editor.find(ref(single));
        found.ifPresent(script.editor::remove);
        return found.isPresent();
    }

    /** {@code REVOKE ALL}: every privilege of the role on the object. */
    private boolean removeAll(Single all) {
        String end = PostgresqlTexts.definition(" ON " + all.object() + " TO " + all.role()).canonical();
        boolean found = false;
        for (SchemaObject object : List.copyOf(script.editor.objects())) {
            if (object instanceof DefinedObject grant && grant.kind().equals(KIND) && grant.name().name().startsWith("grant ")
                    && grant.name().name().replace(" with grant option", "").endsWith(end)) {
                script.editor.remove(grant);
                found = true;
            }
        }
        return found;
    }

    private static Ref ref(Single single) {
        return new Ref(KIND, ObjectName.of(PostgresqlTexts.definition(single.sql()).canonical()), "");
    }
}
