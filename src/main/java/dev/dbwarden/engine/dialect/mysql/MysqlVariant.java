package dev.dbwarden.engine.dialect.mysql;

import java.util.List;

/** MySQL 8.0 to 9. */
final class MysqlVariant implements Variant {
    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public List<String> aliases() {
        return List.of("mysql8", "mysql2");
    }

    /** Up to 9.x; those of MariaDB are comments to it (MySQL manual, 11.7). */
    @Override
    public boolean runs(String mark, int version) {
        return mark.equals("!") && version < 100_000;
    }

    /** MySQL manual, 12.2. */
    @Override
    public String utf8mb4Collation() {
        return "utf8mb4_0900_ai_ci";
    }

    /** Since 8.0.19 the display width of an integer is not shown, but for {@code tinyint(1)} and with ZEROFILL (release notes of 8.0.19). */
    @Override
    public String type(ColumnType type) {
        boolean integer = type.base().endsWith("int");
        boolean kept = type.zerofill() || type.base().equals("tinyint") && !type.unsigned() && type.arguments().equals(List.of("1"));
        return Widths.whole(integer && !kept ? type.bare() : type, type.zerofill()).toString();
    }

    @Override
    public boolean jsonIsText() {
        return false;
    }

    @Override
    public boolean checksBelongToColumns() {
        return false;
    }

    /** MySQL manual, 15.1.20.6. */
    @Override
    public String checkPrefix(String table) {
        return table + "_chk_";
    }

    @Override
    public boolean indexesExpressions() {
        return true;
    }

    @Override
    public String srid(String number) {
        return "SRID " + number;
    }

    /** Until 8.4; what of the two a server is nobody says, so that it is told of every one. */
    @Override
    public boolean passesOverColumnReferences() {
        return true;
    }

    @Override
    public String ignoredIndex() {
        return "INVISIBLE";
    }

    @Override
    public String usedIndex() {
        return "VISIBLE";
    }

    @Override
    public boolean keepsNoAction() {
        return false;
    }

    /** Not since 8.0.16 (MySQL manual, 15.1.20.5). */
    @Override
    public boolean namesForeignKeysByIndex() {
        return false;
    }

    @Override
    public boolean renamesUsedColumns() {
        return false;
    }

    /** So that {@code id SERIAL PRIMARY KEY} has two (MySQL manual, 15.1.20 and 13.1.1). */
    @Override
    public boolean keepsUniqueBesidePrimaryKey() {
        return true;
    }

    /** MySQL manual, 13.6. */
    @Override
    public boolean bracketsLargeDefaults() {
        return true;
    }

    /** Manual, 15.1.15, Storage Engine Index Types. */
    @Override
    public boolean keepsHashes() {
        return false;
    }

    @Override
    public boolean hasSequences() {
        return false;
    }

    @Override
    public String query(String name) {
        return CatalogQueries.of(MysqlVariant.class, name).orElseThrow();
    }
}
