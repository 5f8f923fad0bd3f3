package dev.dbwarden.engine.dialect.mysql;

import java.util.List;

/** What a server of the MySQL family does in its own way. Everything else in this package holds for all of them. */
public interface Variant {
    /** The dialect's name. */
    String name();

    List<String> aliases();

    /**
     * Whether the server runs an executable comment.
     *
     * @param mark    {@code !}, or {@code M!} for MariaDB alone
     * @param version the number behind the mark: 40101, 80023; 0 without one
     */
    boolean runs(String mark, int version);

    /** The collation that text in {@code utf8mb4} has where none is said. */
    String utf8mb4Collation();

    /** How the catalog spells a type that is whole: with the display widths that the server knows. */
    String type(ColumnType type);

    /** Whether {@code JSON} is text with a condition, and no type. */
    boolean jsonIsText();

    /** Whether a condition that stands at a column is an attribute of the column, which a change of the column has to restate. */
    boolean checksBelongToColumns();

    /** What the name of a condition that has none begins with; a number follows. */
    String checkPrefix(String table);

    /** Whether indexes over expressions are to be had. */
    boolean indexesExpressions();

    /** How the reference system of a geometry is said: {@code SRID 4326}. */
    String srid(String number);

    /** The word that hides an index from the optimizer. */
    String ignoredIndex();

    /** The word that shows it again. */
    String usedIndex();

    /** Whether {@code NO ACTION} of a foreign key is kept as something else than what it has where nothing is said. */
    boolean keepsNoAction();

    /** Whether a unique index that is said to be a hash is none that a foreign key could use; elsewhere InnoDB makes another index of it. */
    boolean keepsHashes();

    /** Whether {@code FOREIGN KEY x (..)} names the key as well as its index. */
    boolean namesForeignKeysByIndex();

    /** Whether {@code REFERENCES} behind a column is read over. */
    boolean passesOverColumnReferences();

    /** Whether a column that is said to be unique and the primary key has an index for each. */
    boolean keepsUniqueBesidePrimaryKey();

    /** Whether the default of large types needs brackets, a literal too. */
    boolean bracketsLargeDefaults();

    /** Whether a column can be renamed that a condition, a computed column or an index over an expression uses; they follow it then. */
    boolean renamesUsedColumns();

    /** Whether there are sequences, and tables with periods. */
    boolean hasSequences();

    /** A query of the catalog, by its name. Its columns: the table that a row is about, or empty, and SQL. */
    String query(String name);
}
