package dev.dbwarden.engine.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Skipped;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.Unique;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteReaderTest {
    private static Reading reading(String script) {
        return new Sqlite().read(script, Schema.EMPTY);
    }

    private static Table table(String script) {
        return LiveSqlite.read(script).table(ObjectName.of("t")).orElseThrow();
    }

    /** What is left is read by SQLite and by us; what SQLite then says of itself has to read the same, and so has what we render. */
    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TABLE t (a, b INTEGER, c VARCHAR (20), d DECIMAL(10, 2), e UNSIGNED BIG INT, f 'my type', g DOUBLE PRECISION NOT NULL ON CONFLICT IGNORE)",
        "CREATE TABLE IF NOT EXISTS main.t (id INTEGER CONSTRAINT pk PRIMARY KEY ON CONFLICT REPLACE AUTOINCREMENT, n TEXT NULL)",
        "CREATE TABLE t (id INTEGER PRIMARY KEY DESC, n INT UNIQUE ON CONFLICT FAIL, CONSTRAINT u UNIQUE (n, id COLLATE NOCASE DESC) ON CONFLICT ROLLBACK)",
        "CREATE TABLE t (a TEXT COLLATE nocase, b TEXT COLLATE \"binary\", PRIMARY KEY (b, a DESC)) WITHOUT ROWID, STRICT",
        "CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (a * 2) STORED, c INT AS (a + b) VIRTUAL, d INT AS (1))",
        "CREATE TABLE t (a INT DEFAULT -1, b TEXT DEFAULT 'it''s', c DEFAULT (1 + (2)), d DEFAULT CURRENT_TIMESTAMP, e DEFAULT NULL, f DEFAULT TRUE, g DEFAULT x'00', h DEFAULT +1.5e3)",
        "CREATE TABLE t (a INT CHECK (a > 0) CHECK (a > 0), b TEXT CONSTRAINT c CHECK (b IN ('x;', \"y\")), CHECK (a <> 1 OR (b)) ON CONFLICT FAIL)",
        "CREATE TABLE t (id INT PRIMARY KEY, up INT REFERENCES T (ID) ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED, other INT REFERENCES t)",
        "CREATE TABLE t (a INT, b INT, UNIQUE (a, b) PRIMARY KEY (a, b) FOREIGN KEY (a, b) REFERENCES t (a, b) MATCH FULL)",
        "CREATE TABLE 't' ('a' TEXT, [b c] TEXT, `d``e` TEXT, \"f\"\"g\" TEXT); CREATE INDEX 'i' ON 't' ('a', [b c])",
        "CREATE TABLE \"select\" (\"from\" TEXT, key TEXT, \"order\" TEXT, \"größe\" TEXT, größe2 TEXT, \"a.b\" TEXT)",
        "CREATE TABLE t (a TEXT, b INT); CREATE UNIQUE INDEX IF NOT EXISTS i ON T (A COLLATE NOCASE DESC, lower(b), (a || ';')) WHERE b > 0 AND (a IS NOT NULL)",
        "CREATE TABLE t (a INT); CREATE VIEW \"v w\" (x, y) AS SELECT a, ';' FROM t; CREATE TEMP VIEW tv AS SELECT 1",
        "CREATE TABLE t (a INT); CREATE VIEW v AS WITH c AS (SELECT 1) SELECT * FROM c;\n"
                + "CREATE TRIGGER IF NOT EXISTS g INSTEAD OF UPDATE OF a ON v WHEN NEW.a = CASE 1 WHEN 1 THEN 2 END BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM t; END",
        "CREATE VIRTUAL TABLE f USING fts5 (a, b, tokenize = 'porter ascii'); CREATE VIRTUAL TABLE r USING rtree (id, x0, x1)",
        "CREATE TABLE a (x INT, y INT); ALTER TABLE a RENAME TO t; ALTER TABLE t RENAME x TO z; ALTER TABLE t ADD COLUMN w TEXT DEFAULT 'q' CHECK (w <> ''); ALTER TABLE t DROP y",
        "CREATE TABLE a (x INT); CREATE INDEX i ON a (x); CREATE VIEW v AS SELECT 1; CREATE TRIGGER g AFTER INSERT ON a BEGIN SELECT 1; END;"
                + "DROP TRIGGER g; DROP VIEW IF EXISTS V; DROP INDEX i; DROP TABLE A; DROP TABLE IF EXISTS absent; CREATE TABLE t (i INT)",
        "PRAGMA foreign_keys=OFF; BEGIN TRANSACTION; CREATE TABLE t (a INT); INSERT INTO t VALUES (';'); ANALYZE; COMMIT",
    })
    void readsWhatSqliteReads(String script) throws SQLException {
        Reading reading = reading(script);
        assertThat(reading.problems()).isEmpty();
        String rendered = LiveSqlite.migration("", script).upgrade().stream().map(each -> each.statement().sql() + ";\n").reduce("", String::concat);
        try (var written = new LiveSqlite(script); var made = new LiveSqlite(rendered)) {
            assertThat(made.schema()).isEqualTo(written.schema());
            String columns = "SELECT m.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden FROM sqlite_master m JOIN pragma_table_xinfo(m.name) x WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
            assertThat(made.rows(columns)).containsExactlyInAnyOrderElementsOf(written.rows(columns));
            String statements = "SELECT sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL";
            assertThat(made.rows(statements)).containsExactlyInAnyOrderElementsOf(written.rows(statements));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a varchar (20)         | a VARCHAR(20)",
        "a Decimal(10 , 2)      | a DECIMAL(10,2)",
        "a INT DEFAULT (1)      | a INT DEFAULT 1",
        "a BOOLEAN DEFAULT true | a BOOLEAN DEFAULT 1",
        "a DATETIME DEFAULT current_timestamp | a DATETIME DEFAULT CURRENT_TIMESTAMP",
        "a INT CHECK ((a>0))    | a INT, CHECK (a > 0)",
        "a INT CHECK (\"a\" > 0) | a INT CHECK (A > 0)",
        "a INT CHECK (a != 1)   | a INT CHECK (a <> 1)",
        "a TEXT COLLATE BINARY  | a TEXT",
        "a TEXT NULL            | a TEXT",
        "a TEXT DEFAULT NULL    | a TEXT",
        "a INT UNIQUE           | a INT, UNIQUE (A)",
        "a INT REFERENCES T     | a INT, FOREIGN KEY (a) REFERENCES t ON DELETE NO ACTION",
        "a INT PRIMARY KEY ASC  | a INT, PRIMARY KEY (a)",
    })
    void takesTwoSpellingsForOne(String one, String other) {
        assertThat(table("CREATE TABLE t (" + one + ")")).isEqualTo(table("CREATE TABLE t (" + other + ")"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a INT                  | a INTEGER",
        "a INT DEFAULT 0        | a INT DEFAULT '0'",
        "a TEXT COLLATE NOCASE  | a TEXT",
        "a TEXT CHECK (a = 'x') | a TEXT CHECK (a = 'X')",
        "a INTEGER PRIMARY KEY  | a INTEGER PRIMARY KEY AUTOINCREMENT",
        "a INT UNIQUE           | a INT UNIQUE ON CONFLICT IGNORE",
        "a INT AS (1) STORED    | a INT AS (1)",
    })
    void tellsApartWhatDiffers(String one, String other) {
        assertThat(table("CREATE TABLE t (" + one + ")")).isNotEqualTo(table("CREATE TABLE t (" + other + ")"));
    }

    @Test
    void givesReferencesTheSpellingOfTheDeclaration() {
        Table table = table("CREATE TABLE Users (Id INT PRIMARY KEY); CREATE TABLE t (User_Id INT REFERENCES USERS (ID), PRIMARY KEY (USER_ID), UNIQUE (user_id)); CREATE INDEX i ON T (user_ID)");
        ForeignKey key = table.foreignKeys().getFirst();
        assertThat(key.target()).isEqualTo(ObjectName.of("Users"));
        assertThat(key.targetColumns()).containsExactly("Id");
        assertThat(key.columns()).containsExactly("User_Id");
        assertThat(table.primaryKey()).map(PrimaryKey::columns).contains(List.of("User_Id"));
        assertThat(table.uniques()).extracting(Unique::columns).containsExactly(List.of("User_Id"));
        assertThat(table.indexes()).extracting(Index::columns).containsExactly(List.of("User_Id"));
    }

    @Test
    void readsModifiersAndExpressionsOfIndexes() {
        Index index = table("CREATE TABLE t (a TEXT, b INT); CREATE INDEX i ON t (a COLLATE nocase DESC, b ASC, (lower(a)) DESC) WHERE b > 0").indexes().getFirst();
        assertThat(index.keys()).extracting(Index.Key::modifiers).containsExactly("COLLATE NOCASE DESC", "", "DESC");
        assertThat(index.keys()).extracting(Index.Key::column).containsExactly("a", "b", "");
        assertThat(index.where()).map(Object::toString).contains("b > 0");
    }

    @Test
    void passesOverWhatHoldsNoSchema() {
        Reading reading = reading("""
                .headers on
                PRAGMA foreign_keys = ON;
                CREATE TABLE sqlite_sequence(name,seq);
                CREATE TABLE t (a INT);
                INSERT INTO t VALUES ('a;b');
                VACUUM;
                """);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.skipped()).extracting(Skipped::statement).containsExactlyInAnyOrder(Skipped.CLIENT_COMMAND, "PRAGMA", "CREATE TABLE", "INSERT", "VACUUM");
        assertThat(reading.schema().size()).isEqualTo(1);
    }

    @Test
    void leavesOutTheTablesThatVirtualTablesKeepTheirDataIn() {
        Schema schema = LiveSqlite.read("""
                CREATE VIRTUAL TABLE docs USING fts5(body);
                CREATE TABLE IF NOT EXISTS 'docs_data'(id INTEGER PRIMARY KEY, block BLOB);
                CREATE TABLE IF NOT EXISTS 'docs_config'(k PRIMARY KEY, v) WITHOUT ROWID;
                CREATE TABLE other_data (a INT);
                """);
        assertThat(schema.tables().map(Table::name)).containsExactly(ObjectName.of("other_data"));
    }

    @Test
    void readsHintsFromComments() {
        Reading reading = reading("""
                -- renamed from: people
                CREATE TABLE t (
                    a INT, -- renamed from: b
                    c INT
                );
                """);
        assertThat(reading.renames()).containsExactlyInAnyOrder("people:t", "t.b:a");
    }

    @Test
    void findsAllProblemsAtOnce() {
        String script = "CREATE TABLE a (x VARCHAR();\nCREATE TABLE b AS SELECT 1;\nCREATE TABLE c (y INT);\nGRANT ALL;\nCREATE INDEX i ON nowhere (x);\nCREATE TABLE d (x INT DEFAULT 'open);";
        List<Problem> problems = reading(script).problems();
        assertThat(problems).extracting(Problem::offset).containsExactly(script.indexOf("();") + 1, script.indexOf("AS SELECT"), script.indexOf("GRANT"), script.indexOf("CREATE INDEX"), script.indexOf("'open"));
        assertThat(problems).extracting(Problem::message).allSatisfy(message -> assertThat(message).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE t (a INT, A TEXT)", "CREATE TABLE t (a INT, PRIMARY KEY (b))", "CREATE TABLE t (a INT PRIMARY KEY, b INT PRIMARY KEY)",
        "CREATE TABLE t (a TEXT PRIMARY KEY AUTOINCREMENT)", "CREATE TABLE t (a INT) WITHOUT ROWID", "CREATE TABLE t (a VARCHAR(1)) STRICT",
        "CREATE TABLE t (a INT) ENGINE = InnoDB", "CREATE TABLE t (a INT(1) UNSIGNED)", "CREATE TABLE t ()", "CREATE TABLE t (a ENUM('x'))",
        "CREATE TABLE other.t (a INT)", "CREATE MATERIALIZED VIEW v AS SELECT 1", "CREATE TABLE t (a INT); CREATE TABLE T (a INT)", "DROP TABLE t",
        "ALTER TABLE t ADD COLUMN a INT", "CREATE TABLE t (a INT); ALTER TABLE t DROP COLUMN b", "CREATE TABLE t (a INT); CREATE INDEX T ON t (a)",
        "CREATE TRIGGER g AFTER INSERT ON t", "CREATE TABLE dbwarden_new_t (a INT)", "ROLLBACK", "CREATE TABLE t (a INT", "CREATE TABLE t (a INT) garbage",
        "CREATE TABLE \"\" (a INT)", "CREATE TABLE t (\"\" INT)", "CREATE TABLE t (a INT); CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; CREATE TABLE u (a INT)"})
    void refuses(String script) {
        assertThat(reading(script).problems()).hasSize(1);
    }

    @Test
    void namesColumnsAsTheyAreDeclared() {
        assertThat(table("CREATE TABLE t (\"User Id\" INT, B INT)").columns()).extracting(Column::name).containsExactly("User Id", "B");
    }
}
