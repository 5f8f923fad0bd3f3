package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.TokenStream;

/** Reads RENAME and EXCHANGE. */
final class RenameReader {
    private final ClickhouseCatalog catalog;
    private final TokenStream in;

    RenameReader(ClickhouseCatalog catalog, TokenStream in) {
        this.catalog = catalog;
        this.in = in;
    }

    void read() {
        boolean exchange = in.accept("EXCHANGE");
        if (!exchange) {
            in.expect("RENAME");
        }
        if (!in.accept("TABLES") && !in.accept("DICTIONARIES") && !in.accept("DICTIONARY")) {
            in.expect("TABLE");
        }
        do {
            boolean ifExists = ClickhouseNames.ifExists(in);
            ObjectName from = catalog.name(in);
            in.expect(exchange ? "AND" : "TO");
            ObjectName to = catalog.name(in);
            if (exchange) {
                catalog.exchange(from, to);
            } else if (catalog.find(from).isPresent()) {
                catalog.rename(catalog.find(from).get(), to);
            } else if (!ifExists) {
                throw new IllegalArgumentException("no table " + from);
            }
        } while (in.accept(","));
        ClickhouseNames.onCluster(in);
    }
}
