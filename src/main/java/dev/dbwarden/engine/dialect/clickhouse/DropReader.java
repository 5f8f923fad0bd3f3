package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Optional;

/** Reads DROP. */
final class DropReader {
    private final ClickhouseCatalog catalog;
    private final TokenStream in;

    DropReader(ClickhouseCatalog catalog, TokenStream in) {
        this.catalog = catalog;
        this.in = in;
    }

    void read() {
        int start = in.mark();
        in.expect("DROP");
        if (in.atAny("TABLE", "VIEW", "DICTIONARY")) {
            in.next();
            relations();
        } else if (in.accept("FUNCTION")) {
            boolean ifExists = ClickhouseNames.ifExists(in);
            String name = ClickhouseNames.name(in);
            drop(catalog.editor().find(new Ref("function", ObjectName.of(name), "")), ifExists, "function " + name);
        } else if (in.accept("DATABASE")) {
            boolean ifExists = ClickhouseNames.ifExists(in);
            database(ClickhouseNames.name(in), ifExists);
        } else {
            in.reset(start);
            if (!new AccessReader(catalog, in).read()) {
                throw in.unexpected("TABLE, VIEW, DICTIONARY, FUNCTION, DATABASE or something of access control");
            }
            return;
        }
        end();
    }

    private void relations() {
        boolean ifExists = ClickhouseNames.ifExists(in);
        ifExists |= in.accept("IF", "EMPTY");
        do {
            ObjectName name = catalog.name(in);
            drop(catalog.find(name), ifExists, "table, view or dictionary " + name);
        } while (in.accept(","));
    }

    private void drop(Optional<SchemaObject> object, boolean ifExists, String what) {
        if (object.isEmpty() && !ifExists) {
            throw new IllegalArgumentException("no " + what);
        }
        object.ifPresent(catalog::drop);
    }

    private void database(String name, boolean ifExists) {
        Optional<SchemaObject> namespace = catalog.namespace(name);
        if (namespace.isEmpty() && !ifExists) {
            throw new IllegalArgumentException("no database " + name);
        }
        catalog.editor().objects().stream().filter(object -> object.name().namespace().equals(name)).toList().forEach(catalog.editor()::remove);
        namespace.ifPresent(catalog.editor()::remove);
    }

    private void end() {
        ClickhouseNames.onCluster(in);
        if (!in.accept("SYNC")) {
            in.accept("NO", "DELAY");
        }
    }
}
