package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a privilege is on.
 *
 * @param kind   the word in front of the name; empty for tables and views, {@code TYPE} for domains too; of what is still to be made the kind's plural
 * @param name   its name, with the types of its arguments where it is a routine; empty where a role is granted; of what is still to be made whose and where
 * @param column the only column that is meant, or empty
 */
record GrantTarget(String kind, String name, String column) {
    static final GrantTarget ROLE = new GrantTarget("", "", "");
    static final String SEQUENCE = "SEQUENCE";
    static final String TYPE = "TYPE";
    static final String SCHEMA = "SCHEMA";
    private static final String FOR_ROLE = "FOR ROLE ";
    private static final String IN_SCHEMA = "IN SCHEMA ";
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
    /** The kinds of what is still to be made, each with that of one (manual, ALTER DEFAULT PRIVILEGES; large objects from 18 on). */
    private static final Map<String, String> TO_BE_MADE = Map.of("TABLES", "", "SEQUENCES", SEQUENCE, "FUNCTIONS", "FUNCTION", "TYPES", TYPE, "SCHEMAS", SCHEMA, "LARGE OBJECTS", "LARGE OBJECT");
    /** What everybody has of each kind from the start (same place). */
    private static final Map<String, Set<String>> OF_EVERYBODY = Map.of(TYPE, Set.of("USAGE"), "FUNCTION", Set.of("EXECUTE"), "PROCEDURE", Set.of("EXECUTE"),
            "ROUTINE", Set.of("EXECUTE"), "LANGUAGE", Set.of("USAGE"), "DATABASE", Set.of("CONNECT", "TEMPORARY"));

    /** Every privilege that ALL means on any server; none where a role is granted. */
    List<String> all() {
        return isRole() ? List.of() : !column.isEmpty() ? OF_COLUMN : PRIVILEGES.getOrDefault(one(), OF_TABLE);
    }

    private String one() {
        return TO_BE_MADE.getOrDefault(kind, kind);
    }

    /** Whether it is a role, which is granted itself. */
    boolean isRole() {
        return kind.isEmpty() && name.isEmpty();
    }

    /** Whether it is what is still to be made. */
    boolean isToBeMade() {
        return TO_BE_MADE.containsKey(kind);
    }

    /** Whether it may be maintained: a table, or tables. */
    boolean isTable() {
        return !isRole() && one().isEmpty() && column.isEmpty();
    }

    /** What everybody has from the start on any server; what a namespace's default privileges say comes on top of it, and takes nothing (manual, ALTER DEFAULT PRIVILEGES). */
    Set<String> ofEverybody() {
        return isDefaultNamespace() ? Set.of("USAGE") : isToBeMade() && name.contains(IN_SCHEMA) ? Set.of() : OF_EVERYBODY.getOrDefault(one(), Set.of());
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

    /**
     * What is still to be made.
     *
     * @param kinds the plural, of routines {@code FUNCTIONS}
     * @param maker the role that makes it, as SQL has it; empty for the one that says so
     * @param in    the namespace, by its name; empty for any
     */
    static GrantTarget toBeMade(String kinds, String maker, String in) {
        String name = (maker.isEmpty() ? "" : FOR_ROLE + maker + " ") + (in.isEmpty() ? "" : IN_SCHEMA + Postgresql.QUOTING.name(in));
        return new GrantTarget(kinds, name.strip(), "");
    }

    /** Whether something still to be made is made by another role, or whoever that is. */
    boolean isOfRole() {
        return isToBeMade() && name.startsWith(FOR_ROLE);
    }

    /** Whether that is something that was still to be made, by the role that runs the script. */
    boolean isMadeAs(GrantTarget made) {
        boolean isKind = one().equals(made.kind.equals("PROCEDURE") ? "FUNCTION" : made.kind);
        return isKind && (name.isEmpty() || name.equals(toBeMade(kind, "", made.namespace()).name));
    }

    /** By its name in SQL; of what needs none it does not matter. */
    private String namespace() {
        String namespace = isByObjectName() ? ObjectName.parse(name).namespace() : PostgresqlScript.clauses(TokenStream.of(name, Postgresql.LEXICON)).objectName().namespace();
        return namespace.isEmpty() ? "public" : namespace;
    }

    private boolean isByObjectName() {
        return kind.isEmpty() || kind.equals(SEQUENCE) || kind.equals(TYPE);
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
        return isToBeMade() ? kind : isByObjectName() ? (kind + " " + PostgresqlRenderer.name(ObjectName.parse(name))).strip() : kind + " " + name;
    }
}
