package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RebuildTables;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Spells the changes that {@link ClickhouseAdapter} lets through. No statement of ClickHouse runs in a transaction. */
final class ClickhouseRenderer {
    private final StatementExtras extras;
    private final ClickhouseDdl ddl;

    ClickhouseRenderer(StatementExtras extras) {
        this.extras = extras;
        this.ddl = new ClickhouseDdl(extras);
    }

    List<Statement> render(Change change) {
        return switch (change) {
            case RebuildTables rebuild -> new ClickhouseRebuild(ddl, rebuild).statements();
            case AlterPart(ObjectName table, Column before, Column after) -> new AlterColumnRenderer(ddl, table).statements(before, after);
            default -> texts(change).stream().map(sql -> Statement.of(sql).outsideTransaction()).toList();
        };
    }

    private List<String> texts(Change change) {
        return switch (change) {
            case CreateObject(SchemaObject object) -> List.of(create(object));
            case DropObject(SchemaObject object) -> List.of(drop(object));
            case AlterObject(SchemaObject before, SchemaObject after) -> alter(before, after);
            case RenameObject(var from, ObjectName to, _) -> List.of(ddl.on(ClickhouseDdl.words("RENAME TABLE").name(from.owner().namespace(), from.owner().name())
                    .words("TO").name(to.namespace(), to.name()), from.owner()).toString());
            case AddPart(ObjectName table, TablePart part) -> List.of(alter(table).words("ADD").words(added(part)).toString());
            case DropPart(ObjectName table, TablePart part) -> List.of(alter(table).words("DROP " + word(part.kind())).name(part.name()).toString());
            case RenamePart(ObjectName table, Kind kind, String from, String to, _) when kind == Kind.COLUMN ->
                    List.of(alter(table).words("RENAME COLUMN").name(from).words("TO").name(to).toString());
            case AlterPart _, RenamePart _, RenameLabel _, RebuildTables _ -> throw new IllegalArgumentException("ClickHouse cannot do this in place: " + change);
        };
    }

    private Sql alter(ObjectName table) {
        return ddl.sql("ALTER TABLE", table);
    }

    private static String word(Kind kind) {
        return kind == Kind.CHECK ? "CONSTRAINT" : kind.phrase().toUpperCase(java.util.Locale.ROOT);
    }

    private static String added(TablePart part) {
        return switch (part) {
            case Column column -> "COLUMN " + ClickhouseDdl.column(column);
            case Index index -> ClickhouseDdl.index(index).toString();
            case Check check -> ClickhouseDdl.check(check).toString();
            default -> throw new IllegalArgumentException("ClickHouse has no " + part.kind().phrase());
        };
    }

    private String create(SchemaObject object) {
        return switch (object) {
            case Table table -> ddl.createTable("CREATE TABLE", table, table.name());
            case View view -> ddl.createView(view.materialized() ? "CREATE MATERIALIZED VIEW" : "CREATE VIEW", view);
            case DefinedObject defined when defined.kind().equals(TableReader.PROJECTION) -> alter(defined.name()).words("ADD " + defined.definition().sql()).toString();
            case DefinedObject defined -> defined.definition().sql();
            case Namespace namespace -> {
                Sql sql = ddl.sql("CREATE DATABASE", namespace.name());
                namespace.options().find(TableOptions.ENGINE).ifPresent(engine -> sql.words("ENGINE = " + engine));
                namespace.options().find("settings").ifPresent(settings -> sql.words("SETTINGS " + settings));
                namespace.comment().ifPresent(comment -> sql.words("COMMENT").literal(comment));
                yield sql.toString();
            }
            default -> throw new IllegalArgumentException("ClickHouse has no " + object.ref());
        };
    }

    private String drop(SchemaObject object) {
        return switch (object) {
            case Table table -> ddl.sql("DROP TABLE", table.name()).toString();
            case View view -> ddl.sql("DROP VIEW", view.name()).toString();
            case Namespace namespace -> ddl.sql("DROP DATABASE", namespace.name()).toString();
            case DefinedObject defined -> drop(defined);
            default -> throw new IllegalArgumentException("ClickHouse has no " + object.ref());
        };
    }

    private String drop(DefinedObject defined) {
        return switch (defined.kind()) {
            case TableReader.PROJECTION -> alter(defined.name()).words("DROP PROJECTION").name(defined.part()).toString();
            case AccessReader.POLICY -> ClickhouseDdl.words("DROP ROW POLICY").name(defined.part()).words("ON").words(ClickhouseDdl.name(defined.name())).toString();
            case AccessReader.GRANT -> ClickhouseDdl.words("REVOKE " + defined.part() + " FROM").name(defined.name().name()).toString();
            case "dictionary", "function" -> ddl.sql("DROP " + defined.kind().toUpperCase(java.util.Locale.ROOT), defined.name()).toString();
            default -> ClickhouseDdl.words("DROP " + AccessReader.words(defined.kind())).name(defined.name().name()).toString();
        };
    }

    private List<String> alter(SchemaObject before, SchemaObject after) {
        return switch (after) {
            case Table table -> alter((Table) before, table);
            case View view -> alter((View) before, view);
            case Namespace namespace -> List.of(ddl.on(ClickhouseDdl.words("ALTER DATABASE").name(namespace.name().name()), namespace.name())
                    .words("MODIFY COMMENT").literal(namespace.comment().orElse("")).toString());
            case DefinedObject defined -> List.of(replaced(defined));
            default -> throw new IllegalArgumentException("ClickHouse has no " + after.ref());
        };
    }

    /** The definition with OR REPLACE where its kind has it. */
    private static String replaced(DefinedObject defined) {
        String sql = defined.definition().sql();
        String head = "CREATE " + AccessReader.words(defined.kind());
        if (defined.kind().equals("dictionary") || defined.kind().equals("function")) {
            return sql.replaceFirst("(?i)^CREATE\\s+", "CREATE OR REPLACE ");
        }
        return sql.startsWith(head) ? head + " OR REPLACE" + sql.substring(head.length()) : sql;
    }

    private List<String> alter(View before, View after) {
        boolean sameQuery = before.query().equals(after.query());
        if (sameQuery && before.options().equals(after.options())) {
            return List.of(alter(after.name()).words("MODIFY COMMENT").literal(after.comment().orElse("")).toString());
        }
        if (after.materialized()) {
            var statements = new ArrayList<String>();
            statements.add(alter(after.name()).words("MODIFY QUERY " + after.query().sql()).toString());
            if (!before.comment().equals(after.comment())) {
                statements.add(alter(after.name()).words("MODIFY COMMENT").literal(after.comment().orElse("")).toString());
            }
            return statements;
        }
        return List.of(ddl.createView("CREATE OR REPLACE VIEW", after));
    }

    private List<String> alter(Table before, Table after) {
        var statements = new ArrayList<String>();
        if (!before.comment().equals(after.comment())) {
            statements.add(alter(after.name()).words("MODIFY COMMENT").literal(after.comment().orElse("")).toString());
        }
        clause(statements, before, after, TableOptions.TTL, "TTL");
        clause(statements, before, after, TableOptions.SAMPLE_BY, "SAMPLE BY");
        settings(statements, before, after);
        return statements;
    }

    private void clause(List<String> statements, Table before, Table after, String option, String words) {
        if (before.options().find(option).equals(after.options().find(option))) {
            return;
        }
        statements.add(after.options().find(option).map(value -> alter(after.name()).words("MODIFY " + words + " " + value).toString())
                .orElseGet(() -> alter(after.name()).words("REMOVE " + words).toString()));
    }

    private void settings(List<String> statements, Table before, Table after) {
        List<String> set = after.options().values().entrySet().stream().filter(each -> isSetting(each.getKey()) && !before.options().find(each.getKey()).equals(java.util.Optional.of(each.getValue())))
                .map(each -> setting(each.getKey()) + " = " + each.getValue()).toList();
        List<String> reset = before.options().values().keySet().stream().filter(name -> isSetting(name) && !after.options().has(name)).map(ClickhouseRenderer::setting).toList();
        if (!set.isEmpty()) {
            statements.add(alter(after.name()).words("MODIFY SETTING " + String.join(", ", set)).toString());
        }
        if (!reset.isEmpty()) {
            statements.add(alter(after.name()).words("RESET SETTING " + String.join(", ", reset)).toString());
        }
    }

    private static boolean isSetting(String option) {
        return option.startsWith(TableOptions.SETTING);
    }

    private static String setting(String option) {
        return option.substring(TableOptions.SETTING.length());
    }

    static boolean changesOnly(Options before, Options after, java.util.function.Predicate<String> option) {
        var names = new java.util.TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        return names.stream().filter(name -> !before.find(name).equals(after.find(name))).allMatch(option);
    }
}
