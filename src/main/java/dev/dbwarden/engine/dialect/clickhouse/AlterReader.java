package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Optional;

/** Reads ALTER TABLE. What it does to rows and not to the schema is passed over. */
final class AlterReader {
    private static final List<String> DATA = List.of("UPDATE", "DELETE", "MATERIALIZE", "CLEAR", "ATTACH", "DETACH", "FREEZE", "UNFREEZE", "MOVE", "FETCH", "REPLACE", "FORGET", "APPLY", "REWRITE");

    private final ClickhouseCatalog catalog;
    private final TokenStream in;
    private final ObjectName name;
    private final AlterColumnReader columns;

    private AlterReader(ClickhouseCatalog catalog, TokenStream in, ObjectName name) {
        this.catalog = catalog;
        this.in = in;
        this.name = name;
        this.columns = new AlterColumnReader(catalog, in, name);
    }

    static void read(ClickhouseCatalog catalog, TokenStream in) {
        in.expect("ALTER", "TABLE");
        boolean ifExists = ClickhouseNames.ifExists(in);
        ObjectName name = catalog.name(in);
        ClickhouseNames.onCluster(in);
        Optional<SchemaObject> object = catalog.find(name);
        if (object.isEmpty() && ifExists) {
            in.rest();
            return;
        }
        if (object.filter(View.class::isInstance).isPresent()) {
            new AlterViewReader(catalog, in).read((View) object.get());
            return;
        }
        catalog.table(name);
        new AlterReader(catalog, in, name).commands();
    }

    private void commands() {
        do {
            boolean bracket = in.accept("(");
            command();
            if (bracket) {
                in.expect(")");
            }
        } while (in.accept(","));
        if (in.accept("SETTINGS")) {
            in.rest();
        }
    }

    /** {@code ALTER DATABASE name MODIFY COMMENT 'text'}. */
    static void database(ClickhouseCatalog catalog, TokenStream in) {
        in.expect("ALTER", "DATABASE");
        String database = ClickhouseNames.name(in);
        ClickhouseNames.onCluster(in);
        in.expect("MODIFY", "COMMENT");
        Optional<String> comment = Optional.of(ClickhouseNames.text(in)).filter(text -> !text.isEmpty());
        var before = (Namespace) catalog.namespace(database).orElseThrow(() -> new IllegalArgumentException("no database " + database));
        catalog.editor().replace(before, new Namespace(before.name(), before.options(), comment));
    }

    private void command() {
        if (in.accept("ADD")) {
            add();
        } else if (in.accept("DROP")) {
            drop();
        } else if (in.accept("RENAME", "COLUMN")) {
            columns.rename();
        } else if (in.accept("COMMENT", "COLUMN")) {
            columns.comment();
        } else if (in.accept("MODIFY", "COLUMN") || in.accept("ALTER", "COLUMN")) {
            columns.modify();
        } else if (in.accept("MODIFY")) {
            modify();
        } else if (in.accept("REMOVE", "TTL")) {
            options(table().options().without(TableOptions.TTL));
        } else if (in.accept("REMOVE", "SAMPLE", "BY")) {
            options(table().options().without(TableOptions.SAMPLE_BY));
        } else if (in.accept("RESET", "SETTING")) {
            do {
                options(table().options().without(TableOptions.SETTING + ClickhouseNames.name(in)));
            } while (in.accept(","));
        } else if (DATA.contains(in.peek().text().toUpperCase(java.util.Locale.ROOT))) {
            in.skipUntil(",", "SETTINGS");
            in.rest();
        } else {
            throw in.unexpected("ADD, DROP, RENAME COLUMN, MODIFY, COMMENT COLUMN, REMOVE or RESET SETTING");
        }
    }

    private Table table() {
        return catalog.table(name);
    }

    private void options(Options options) {
        catalog.editor().replace(table(), table().withOptions(options));
    }

    private void add() {
        if (in.accept("COLUMN")) {
            columns.add();
        } else if (in.accept("INDEX")) {
            boolean unlessExists = ClickhouseNames.ifExists(in);
            add(new TableReader(in).index(), unlessExists);
            columns.place();
        } else if (in.accept("CONSTRAINT")) {
            boolean unlessExists = ClickhouseNames.ifExists(in);
            add(new TableReader(in).constraint(), unlessExists);
        } else if (in.at("PROJECTION")) {
            boolean unlessExists = in.peek(1).is("IF");
            DefinedObject projection = new TableReader(in).projection(name);
            if (!unlessExists || catalog.editor().find(projection.ref()).isEmpty()) {
                catalog.add(projection);
            }
            columns.place();
        } else if (in.accept("STATISTICS")) {
            ClickhouseNames.ifExists(in);
            columns.statistics();
        } else {
            throw in.unexpected("COLUMN, INDEX, CONSTRAINT, PROJECTION or STATISTICS");
        }
    }

    private void add(TablePart part, boolean unlessExists) {
        if (!unlessExists || table().parts().find(part.partKey()).isEmpty()) {
            catalog.editor().edit(name, parts -> parts.with(part));
        }
    }

    private void drop() {
        if (in.accept("COLUMN")) {
            columns.drop();
        } else if (in.accept("INDEX")) {
            remove(Kind.INDEX);
        } else if (in.accept("CONSTRAINT")) {
            remove(Kind.CHECK);
        } else if (in.accept("PROJECTION")) {
            boolean ifExists = ClickhouseNames.ifExists(in);
            var projection = catalog.editor().find(new Ref(TableReader.PROJECTION, name, ClickhouseNames.name(in)));
            if (projection.isEmpty() && !ifExists) {
                throw new IllegalArgumentException("no such projection on table " + name);
            }
            projection.ifPresent(catalog.editor()::remove);
        } else if (in.accept("STATISTICS")) {
            ClickhouseNames.ifExists(in);
            columns.withoutStatistics();
        } else {
            in.skipUntil(",", "SETTINGS");
        }
    }

    private void remove(Kind kind) {
        boolean ifExists = ClickhouseNames.ifExists(in);
        String part = ClickhouseNames.name(in);
        Optional<TablePart> found = table().parts().find(new PartKey(kind, part));
        if (found.isEmpty() && !ifExists) {
            throw new IllegalArgumentException("no " + kind.phrase() + " " + part + " on table " + name);
        }
        found.ifPresent(each -> catalog.editor().edit(name, parts -> parts.without(each)));
    }

    private void modify() {
        Options options = table().options();
        if (in.accept("ORDER", "BY")) {
            Options keyed = options.has(TableOptions.PRIMARY_KEY) ? options : options.with(TableOptions.PRIMARY_KEY, options.find(TableOptions.ORDER_BY).orElse("tuple()"));
            options(keyed.with(TableOptions.ORDER_BY, new ClauseSpelling(in).key()));
        } else if (in.accept("SAMPLE", "BY")) {
            options(options.with(TableOptions.SAMPLE_BY, new ClauseSpelling(in).expression()));
        } else if (in.accept("TTL")) {
            options(options.with(TableOptions.TTL, new ClauseSpelling(in).ttl()));
        } else if (in.accept("SETTING")) {
            do {
                String setting = ClickhouseNames.name(in);
                in.expect("=");
                options(table().options().with(TableOptions.SETTING + setting, new ClauseSpelling(in).value()));
            } while (in.peek(1).isName() && in.peek(2).is("=") && in.accept(","));
        } else if (in.accept("COMMENT")) {
            Optional<String> comment = Optional.of(ClickhouseNames.text(in)).filter(text -> !text.isEmpty());
            catalog.editor().replace(table(), table().withComment(comment));
        } else if (in.accept("STATISTICS")) {
            ClickhouseNames.ifExists(in);
            columns.statistics();
        } else {
            throw in.unexpected("COLUMN, ORDER BY, SAMPLE BY, TTL, SETTING or COMMENT");
        }
    }

    /** Reads ALTER TABLE on a view. */
    private record AlterViewReader(ClickhouseCatalog catalog, TokenStream in) {
        void read(View view) {
            do {
                in.expect("MODIFY");
                View before = (View) catalog.find(view.name()).orElseThrow();
                if (in.accept("QUERY")) {
                    SqlText query = new ViewReader(in).query();
                    replace(before, new View(before.name(), before.materialized(), before.columns(), query, before.parts(), before.options(), before.comment()));
                } else if (in.accept("COMMENT")) {
                    replace(before, before.withComment(Optional.of(ClickhouseNames.text(in)).filter(text -> !text.isEmpty())));
                } else {
                    throw in.unexpected("QUERY or COMMENT");
                }
            } while (in.accept(","));
        }

        private void replace(View before, View after) {
            catalog.editor().replace(before, after);
        }
    }
}
