package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a privilege is on.
 *
 * @param kind   the word in front of the name; empty for tables and views, {@code TYPE} for domains too
 * @param name   its name, with the types of its arguments where it is a routine; empty where a role is granted
 * @param column the only column that is meant, or empty
 */
record GrantTarget(String kind, String name, String column) {
    static final GrantTarget ROLE = new GrantTarget("", "", "");
    static final String SEQUENCE = "SEQUENCE";
    static final String TYPE = "TYPE";
    static final String SCHEMA = "SCHEMA";
    private static final Set<String> ROUTINE_KINDS = Set.of("function", "procedure", "aggregate");
    private static final Set<String> RELATION_KINDS = Set.of(Kind.TABLE.word(), Kind.VIEW.word(), Kind.MATERIALIZED_VIEW.word(), ForeignTable.KIND);
    private static final Set<String> TYPE_KINDS = Set.of(Kind.ENUM.word(), Kind.DOMAIN.word(), "type");

    /** A table's privileges without MAINTAIN, which servers before 17 do not have: who has these has all that can be granted everywhere. */
    private static final List<String> OF_TABLE = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");
    private static final List<String> OF_COLUMN = List.of("SELECT", "INSERT", "UPDATE", "REFERENCES");
    private static final List<String> USAGE = List.of("USAGE");
    private static final List<String> EXECUTE = List.of("EXECUTE");
    /** What each kind of object has (manual, 5.8 Privileges, table 5.2). */
    private static final Map<String, List<String>> PRIVILEGES = Map.ofEntries(
            Map.entry(SEQUENCE, List.of("USAGE", "SELECT", "UPDATE")), Map.entry(TYPE, USAGE), Map.entry(SCHEMA, List.of("CREATE", "USAGE")),
            Map.entry("FUNCTION", EXECUTE), Map.entry("PROCEDURE", EXECUTE), Map.entry("ROUTINE", EXECUTE), Map.entry("LANGUAGE", USAGE),
            Map.entry("FOREIGN DATA WRAPPER", USAGE), Map.entry("FOREIGN SERVER", USAGE), Map.entry("DATABASE", List.of("CREATE", "CONNECT", "TEMPORARY")),
            Map.entry("LARGE OBJECT", List.of("SELECT", "UPDATE")), Map.entry("PARAMETER", List.of("SET", "ALTER SYSTEM")), Map.entry("TABLESPACE", List.of("CREATE")));
    /** What everybody has of each kind from the start (same place). */
    private static final Map<String, Set<String>> OF_EVERYBODY = Map.of(TYPE, Set.of("USAGE"), "FUNCTION", Set.of("EXECUTE"), "PROCEDURE", Set.of("EXECUTE"),
            "ROUTINE", Set.of("EXECUTE"), "LANGUAGE", Set.of("USAGE"), "DATABASE", Set.of("CONNECT", "TEMPORARY"));

    /** Every privilege that ALL means on any server; none where a role is granted. */
    List<String> all() {
        return name.isEmpty() ? List.of() : !column.isEmpty() ? OF_COLUMN : PRIVILEGES.getOrDefault(kind, OF_TABLE);
    }

    /** What everybody has from the start on any server. */
    Set<String> ofEverybody() {
        return isDefaultNamespace() ? Set.of("USAGE") : OF_EVERYBODY.getOrDefault(kind, Set.of());
    }

    /** What can be taken from everybody: in the default namespace they may make things before version 15 (manual, 5.9.6). */
    Set<String> takenFromEverybody() {
        return isDefaultNamespace() ? Set.of("USAGE", "CREATE") : ofEverybody();
    }

    private boolean isDefaultNamespace() {
        return kind.equals(SCHEMA) && name.equals("public");
    }

    GrantTarget withName(String newName) {
        return new GrantTarget(kind, newName, column);
    }

    GrantTarget withColumn(String newColumn) {
        return new GrantTarget(kind, name, newColumn);
    }

    /** Whether grants on it are grants on that object. */
    boolean isOn(Ref object) {
        return key().equals(of(object).key());
    }

    /** An object of the schema. */
    static GrantTarget of(Ref object) {
        String kind = object.kind();
        if (RELATION_KINDS.contains(kind)) {
            return new GrantTarget("", object.owner().toString(), "");
        }
        if (kind.equals(Kind.SEQUENCE.word()) || TYPE_KINDS.contains(kind)) {
            return new GrantTarget(TYPE_KINDS.contains(kind) ? TYPE : SEQUENCE, object.owner().toString(), "");
        }
        return ROUTINE_KINDS.contains(kind) ? new GrantTarget(word(kind), PostgresqlRenderer.name(object.owner()) + object.part(), "")
                : new GrantTarget(kind.equals("server") ? "FOREIGN SERVER" : kind.toUpperCase(Locale.ROOT), Postgresql.QUOTING.name(object.owner().name()), "");
    }

    /** An object and the sequences of its columns. */
    static Stream<GrantTarget> of(SchemaObject object) {
        Stream<Column> columns = object instanceof Relation relation ? relation.parts().all(Column.class).stream() : Stream.empty();
        return Stream.concat(Stream.of(of(object.ref())), columns.flatMap(GrantTarget::sequence));
    }

    /** The sequence of a column that has one. */
    static Stream<GrantTarget> sequence(Column column) {
        return column.identity().stream().map(identity -> new GrantTarget(SEQUENCE, identity.sequence().toString(), ""));
    }

    /** Whether {@code ALL kinds IN SCHEMA} means it. */
    boolean isAmong(String kinds) {
        return switch (kinds) {
            case "TABLES" -> kind.isEmpty();
            case "ROUTINES" -> kind.equals("FUNCTION") || kind.equals("PROCEDURE");
            default -> kinds.equals(kind + "S");
        };
    }

    private static String word(String routine) {
        return routine.equals("procedure") ? "PROCEDURE" : "FUNCTION";
    }

    /** What it is found by: the name of a relation, with its kind where it is another thing. */
    String key() {
        return kind.isEmpty() ? name : kind + " " + name;
    }

    @Override
    public String toString() {
        return kind.isEmpty() || kind.equals(SEQUENCE) || kind.equals(TYPE) ? (kind + " " + PostgresqlRenderer.name(ObjectName.parse(name))).strip() : kind + " " + name;
    }
}
