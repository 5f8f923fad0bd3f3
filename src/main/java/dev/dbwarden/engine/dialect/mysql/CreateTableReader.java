package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Optional;

/** Reads what CREATE TABLE says after the name. */
final class CreateTableReader {
    private final MysqlCatalog catalog;
    private final TokenStream in;
    private final Clauses clauses;
    private final Variant variant;

    CreateTableReader(MysqlCatalog catalog, TokenStream in, Variant variant) {
        this.catalog = catalog;
        this.in = in;
        this.clauses = catalog.clauses(in);
        this.variant = variant;
    }

    TableDraft table(ObjectName name) {
        if (in.at("LIKE") || in.at("(", "LIKE")) {
            return like(name);
        }
        var draft = new TableDraft(name);
        if (!in.accept("(")) {
            throw query(name);
        }
        do {
            line(draft);
        } while (in.accept(","));
        in.expect(")");
        options(draft);
        return draft;
    }

    private SqlException query(ObjectName name) {
        return new SqlException("CREATE TABLE " + name + " takes its columns from a query, which only a database can tell; write the columns out", in.peek().start());
    }

    /** A table with the other's columns and indexes; foreign keys stay behind (MySQL manual, 15.1.20.3). */
    private TableDraft like(ObjectName name) {
        boolean bracket = in.accept("(");
        in.expect("LIKE");
        Table other = catalog.existing(catalog.name(in));
        if (bracket) {
            in.expect(")");
        }
        TableDraft draft = TableDraft.of(other.withName(name));
        draft.parts().removeIf(ForeignKey.class::isInstance);
        return draft;
    }

    private void line(TableDraft draft) {
        var keys = new KeyReader(in, clauses);
        if (keys.isNext()) {
            draft.add(keys.read());
            return;
        }
        Periods.refuse(in);
        var reader = new ColumnReader(in, clauses, variant);
        Column column = reader.column();
        draft.place(column, Optional.empty(), TableDraft.Place.ANY);
        reader.others().forEach(draft::add);
    }

    private void options(TableDraft draft) {
        var options = new TableOptionsReader(in, clauses);
        while (!in.isAtEnd()) {
            if (in.at("PARTITION", "BY")) {
                draft.option(TableAttributes.PARTITIONS, Partitions.read(in).toString());
            } else if (in.atAny("AS", "SELECT", "IGNORE", "REPLACE", "WITH") && !in.at("WITH", "SYSTEM")) {
                throw query(draft.name);
            } else if (!options.read(draft)) {
                throw in.unexpected("a table option or PARTITION BY");
            }
            in.accept(",");
        }
    }
}
