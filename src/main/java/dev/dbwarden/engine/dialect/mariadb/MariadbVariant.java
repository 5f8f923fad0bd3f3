package dev.dbwarden.engine.dialect.mariadb;

import dev.dbwarden.engine.dialect.mysql.CatalogQueries;
import dev.dbwarden.engine.dialect.mysql.ColumnType;
import dev.dbwarden.engine.dialect.mysql.Variant;
import dev.dbwarden.engine.dialect.mysql.Widths;
import java.util.List;

/** MariaDB 10.6 to 11. */
final class MariadbVariant implements Variant {
    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public List<String> aliases() {
        return List.of("maria");
    }

    /** What MySQL 5.7 and later added is a comment (knowledge base, Comment Syntax). */
    @Override
    public boolean runs(String mark, int version) {
        return version < 50_700 || version >= 100_000;
    }

    /** Up to 11.4; a server may be set to another (knowledge base, character_set_collations). */
    @Override
    public String utf8mb4Collation() {
        return "utf8mb4_general_ci";
    }

    @Override
    public String type(ColumnType type) {
        ColumnType whole = Widths.whole(type, true);
        return whole.base().equals("year") ? "year(4)" : whole.toString();
    }

    /** Knowledge base, JSON Data Type. */
    @Override
    public boolean jsonIsText() {
        return true;
    }

    /** SHOW CREATE TABLE has them at their columns; information_schema.check_constraints gives them the column's name. */
    @Override
    public boolean checksBelongToColumns() {
        return true;
    }

    @Override
    public String checkPrefix(String table) {
        return "CONSTRAINT_";
    }

    @Override
    public boolean indexesExpressions() {
        return false;
    }

    @Override
    public String srid(String number) {
        return "REF_SYSTEM_ID=" + number;
    }

    /** Since 10.5 it makes a foreign key (knowledge base, Foreign Keys). */
    @Override
    public boolean passesOverColumnReferences() {
        return false;
    }

    @Override
    public String ignoredIndex() {
        return "IGNORED";
    }

    @Override
    public String usedIndex() {
        return "NOT IGNORED";
    }

    /** {@code information_schema.referential_constraints} tells NO ACTION from RESTRICT, which is what a key has by itself. */
    @Override
    public boolean keepsNoAction() {
        return true;
    }

    /** Seen on MariaDB 10.11 and 11.4. */
    @Override
    public boolean namesForeignKeysByIndex() {
        return true;
    }

    @Override
    public boolean renamesUsedColumns() {
        return true;
    }

    /** Seen on MariaDB 10.11. */
    @Override
    public boolean keepsUniqueBesidePrimaryKey() {
        return false;
    }

    @Override
    public boolean bracketsLargeDefaults() {
        return false;
    }

    /** Seen on MariaDB 10.11 and 11.4. */
    @Override
    public boolean keepsHashes() {
        return true;
    }

    @Override
    public boolean hasSequences() {
        return true;
    }

    /** MariaDB's own, or else the one that it shares with MySQL. */
    @Override
    public String query(String name) {
        return CatalogQueries.of(MariadbVariant.class, name).or(() -> CatalogQueries.of(Variant.class, name)).orElseThrow();
    }
}
