package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One GRANT or REVOKE as the model carries it: one privilege, or all that there are, of one role on one object, so that order and grouping are no
 * difference. All are named {@code ALL}, and spelled as they were meant: {@code GRANT ALL} gives MAINTAIN too where a server has it.
 *
 * @param given      whether it is granted; a REVOKE is carried of what everybody has from the start
 * @param privileges one, or all
 * @param role       as SQL has it
 * @param option     whether the role may pass it on
 */
record Grant(boolean given, Set<String> privileges, GrantTarget on, String role, boolean option) {
    static final String KIND = "grant";
    static final String ALL = "ALL";
    /** What a table has since version 17 besides. */
    static final String MAINTAIN = "MAINTAIN";

    /** Whether these are all privileges of the object, of which it has more than one. */
    static boolean isAll(Collection<String> privileges, GrantTarget on) {
        return on.all().size() > 1 && privileges.containsAll(on.all());
    }

    /** The grant that an object of the schema is; empty for another object, and for a statement that is spelled otherwise or cannot be read. */
    static Optional<Grant> of(SchemaObject object) {
        if (!(object instanceof DefinedObject defined) || !defined.kind().equals(KIND) && !defined.kind().equals(DefaultPrivileges.KIND)) {
            return Optional.empty();
        }
        try {
            return GrantReader.single(TokenStream.of(defined.definition().sql(), Postgresql.LEXICON)).filter(grant -> grant.sql().equals(defined.definition().sql()) && grant.ref().equals(defined.ref()));
        } catch (SqlException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** What an object's new name makes of the grants on it. */
    static List<Change> following(Ref from, ObjectName to, Collection<SchemaObject> objects) {
        return following(objects, grant -> grant.on().isOn(from), on -> on.withName(to.toString()));
    }

    /** What a column's new name makes of the grants on it. */
    static List<Change> following(ObjectName table, String from, String to, Collection<SchemaObject> objects) {
        return following(objects, grant -> grant.on().column().equals(from) && grant.on().key().equals(table.toString()), on -> on.withColumn(to));
    }

    private static List<Change> following(Collection<SchemaObject> objects, Predicate<Grant> concerned, UnaryOperator<GrantTarget> after) {
        return objects.stream().flatMap(object -> of(object).stream()).filter(concerned)
                .flatMap(grant -> Stream.<Change>of(new DropObject(grant.object()), new CreateObject(grant.on(after.apply(grant.on())).object()))).toList();
    }

    Grant on(GrantTarget target) {
        return new Grant(given, privileges, target, role, option);
    }

    private boolean maintains() {
        return !on.isTable() || privileges.contains(MAINTAIN);
    }

    String sql() {
        return sql(isAll(privileges, on) ? maintains() ? List.of(ALL) : on.all() : privileges);
    }

    private String sql(Collection<String> words) {
        String granted = String.join(", ", words.stream().map(word -> word + columns()).toList()) + (on.isRole() ? "" : " ON " + on);
        String passedOn = on.isRole() ? " WITH ADMIN OPTION" : " WITH GRANT OPTION";
        String before = on.isToBeMade() ? DefaultPrivileges.ALTER + " " + (on.name().isEmpty() ? "" : on.name() + " ") : "";
        return before + (given ? "GRANT " : "REVOKE ") + granted + (given ? " TO " : " FROM ") + role + (option ? passedOn : "");
    }

    private String columns() {
        return on.column().isEmpty() ? "" : " (" + Postgresql.QUOTING.name(on.column()) + ")";
    }

    /** What takes it back. */
    String opposite() {
        return new Grant(!given, privileges, on, role, false).sql();
    }

    /** Its name is what it says, whoever may do all by that word. */
    Ref ref() {
        if (on.isToBeMade()) {
            return new Ref(DefaultPrivileges.KIND, ObjectName.of(PostgresqlTexts.definition(isAll(privileges, on) ? sql(List.of(ALL)) : sql()).canonical()), "");
        }
        String words = isAll(privileges, on) ? ALL : String.join(", ", privileges);
        String said = on.isRole() ? words : words.toLowerCase(Locale.ROOT) + columns() + " on " + (on.kind().toLowerCase(Locale.ROOT) + " " + on.name()).strip();
        return new Ref(KIND, ObjectName.of((given ? "grant " : "revoke ") + said + (given ? " to " : " from ") + role + (option ? " with option" : "")), "");
    }

    DefinedObject object() {
        SqlText text = PostgresqlTexts.definition(sql());
        String canonical = isAll(privileges, on) ? PostgresqlTexts.definition(sql(List.of(ALL))).canonical() : text.canonical();
        return new DefinedObject(ref().kind(), ref().owner(), "", canonical.equals(text.canonical()) ? text : new SqlText(text.sql(), canonical, text.words(), text.lexicon()));
    }
}
