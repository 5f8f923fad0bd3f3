package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.Postgresql.sql;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.alter;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.exclusive;
import static dev.dbwarden.engine.dialect.postgresql.PostgresqlRenderer.name;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The attributes of tables and indexes: which stand in CREATE, and what changes them later. */
final class TableOptions {
    /** What no statement changes: a table with another one of these is another table. */
    private static final List<String> FIXED = List.of("partition_by", "of", "using");
    /** What names an index, and so comes when all indexes are there. */
    static final List<String> LATE = List.of("cluster_on", "replica_identity");

    private final ObjectName name;
    private final Options before;
    private final Options after;

    TableOptions(ObjectName name, Options before, Options after) {
        this.name = name;
        this.before = before;
        this.after = after;
    }

    static Options fixed(Options options) {
        Options fixed = Options.NONE;
        for (String name : FIXED) {
            fixed = options.find(name).isPresent() ? fixed.with(name, options.find(name).orElseThrow()) : fixed;
        }
        return fixed;
    }

    /** Those that a new table may have. */
    static Options early(Options options) {
        Options early = options;
        for (String name : LATE) {
            early = early.without(name);
        }
        return early;
    }

    /** The clauses behind the brackets of CREATE TABLE. */
    static void clauses(Options options, Sql sql) {
        options.find("partition_bound").ifPresent(bound -> sql.words(bound.toUpperCase(java.util.Locale.ROOT).equals("DEFAULT") ? "DEFAULT" : bound));
        options.find("inherits").ifPresent(parents -> sql.words("INHERITS (" + names(parents) + ")"));
        options.find("partition_by").ifPresent(by -> sql.words("PARTITION BY").words(by));
        options.find("using").ifPresent(method -> sql.words("USING").name(method));
        String parameters = StorageParameters.list(options);
        sql.words(parameters.isEmpty() ? "" : "WITH (" + parameters + ")");
        options.find("tablespace").ifPresent(tablespace -> sql.words("TABLESPACE").name(tablespace));
    }

    private static String names(String list) {
        return List.of(list.split(", ")).stream().map(parent -> name(ObjectName.parse(parent))).collect(Collectors.joining(", "));
    }

    /** What CREATE TABLE cannot say. */
    List<Statement> afterCreate() {
        var statements = new ArrayList<Statement>();
        rows(statements);
        return statements;
    }

    List<Statement> ofTable() {
        var statements = new ArrayList<Statement>();
        if (changed("unlogged")) {
            statements.add(exclusive(alter(name).words(after.has("unlogged") ? "SET UNLOGGED" : "SET LOGGED")).rewriting(true));
        }
        if (changed("tablespace")) {
            statements.add(exclusive(alter(name).words("SET TABLESPACE").name(after.find("tablespace").orElse("pg_default"))).rewriting(true));
        }
        parameters(statements, "TABLE");
        inheritance(statements);
        partition(statements);
        rows(statements);
        return statements;
    }

    List<Statement> ofView(String kind) {
        var statements = new ArrayList<Statement>();
        parameters(statements, kind);
        return statements;
    }

    List<Statement> ofIndex() {
        var statements = new ArrayList<Statement>();
        parameters(statements, "INDEX");
        after.values().forEach((option, value) -> {
            if (option.startsWith("statistics.") && changed(option)) {
                statements.add(statistics(option, value));
            }
        });
        before.values().forEach((option, _) -> {
            if (option.startsWith("statistics.") && !after.has(option)) {
                statements.add(statistics(option, "-1"));
            }
        });
        return statements;
    }

    private Statement statistics(String option, String target) {
        return Statement.of(sql("ALTER INDEX").words(name(name)).words("ALTER COLUMN").words(option.substring("statistics.".length()))
                .words("SET STATISTICS").words(target).toString());
    }

    private void parameters(List<Statement> statements, String kind) {
        String set = StorageParameters.list(new Options(after.values().entrySet().stream().filter(option -> StorageParameters.isOne(option.getKey()) && changed(option.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new))));
        String reset = before.values().keySet().stream().filter(option -> StorageParameters.isOne(option) && !after.has(option))
                .map(StorageParameters::spelled).collect(Collectors.joining(", "));
        if (!set.isEmpty()) {
            statements.add(Statement.of(sql("ALTER").words(kind).words(name(name)).words("SET (" + set + ")").toString()).locking(PostgresqlRenderer.MAINTENANCE));
        }
        if (!reset.isEmpty()) {
            statements.add(Statement.of(sql("ALTER").words(kind).words(name(name)).words("RESET (" + reset + ")").toString()).locking(PostgresqlRenderer.MAINTENANCE));
        }
    }

    private void inheritance(List<Statement> statements) {
        if (!changed("inherits")) {
            return;
        }
        List<String> old = list(before);
        List<String> now = list(after);
        old.stream().filter(parent -> !now.contains(parent)).forEach(parent -> statements.add(exclusive(alter(name).words("NO INHERIT").words(name(ObjectName.parse(parent))))));
        now.stream().filter(parent -> !old.contains(parent)).forEach(parent -> statements.add(exclusive(alter(name).words("INHERIT").words(name(ObjectName.parse(parent))))));
    }

    private static List<String> list(Options options) {
        return options.find("inherits").map(parents -> List.of(parents.split(", "))).orElse(List.of());
    }

    private void partition(List<Statement> statements) {
        if (!changed("partition_of") && !changed("partition_bound")) {
            return;
        }
        before.find("partition_of").ifPresent(parent -> statements.add(exclusive(alter(ObjectName.parse(parent)).words("DETACH PARTITION").words(name(name)))));
        after.find("partition_of").ifPresent(parent -> statements.add(exclusive(alter(ObjectName.parse(parent)).words("ATTACH PARTITION").words(name(name))
                .words(after.find("partition_bound").orElse("DEFAULT"))).scanning(true)));
    }

    private void rows(List<Statement> statements) {
        if (changed("row_level_security")) {
            statements.add(exclusive(alter(name).words(after.has("row_level_security") ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY")));
        }
        if (changed("force_row_level_security")) {
            statements.add(exclusive(alter(name).words(after.has("force_row_level_security") ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY")));
        }
    }

    /** What names an index, and so comes when all indexes are there. */
    static List<Statement> late(ObjectName table, Options before, Options after) {
        var options = new TableOptions(table, before, after);
        var statements = new ArrayList<Statement>();
        if (options.changed("replica_identity")) {
            statements.add(exclusive(alter(table).words("REPLICA IDENTITY").words(after.find("replica_identity").orElse("DEFAULT"))));
        }
        if (options.changed("cluster_on")) {
            Sql sql = alter(table);
            Sql clustered = after.find("cluster_on").map(index -> sql.words("CLUSTER ON").name(index)).orElseGet(() -> sql.words("SET WITHOUT CLUSTER"));
            statements.add(Statement.of(clustered.toString()).locking(PostgresqlRenderer.MAINTENANCE));
        }
        return statements;
    }

    private boolean changed(String option) {
        return !before.find(option).equals(after.find(option));
    }
}
