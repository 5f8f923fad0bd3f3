package dev.dbwarden.engine.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.sqlite.LiveSqlite.Mode;
import dev.dbwarden.engine.migration.Migration;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rebuilds on real SQLite, with rows, in every mode in which a runner may run the script. */
class SqliteRebuildTest {
    private static final String FAMILY = """
            CREATE TABLE parent (id INTEGER PRIMARY KEY, code %s NOT NULL UNIQUE);
            CREATE TABLE child (id INTEGER PRIMARY KEY AUTOINCREMENT, parent_id INTEGER %s DEFAULT 1 REFERENCES parent (id) ON DELETE %s);
            CREATE TABLE grandchild (child_id INTEGER REFERENCES child ON DELETE CASCADE, note TEXT, PRIMARY KEY (child_id, note)) WITHOUT ROWID;
            CREATE INDEX child_parent ON child (parent_id);
            CREATE VIEW family AS SELECT p.code, c.id FROM parent p JOIN child c ON c.parent_id = p.id;
            CREATE VIEW relatives AS SELECT * FROM family;
            CREATE TRIGGER child_added AFTER INSERT ON child BEGIN UPDATE parent SET code = code || CASE WHEN 1 THEN '!' ELSE ';' END WHERE id = NEW.parent_id; END;
            """;
    private static final String ROWS = """
            INSERT INTO parent VALUES (1, '10'), (2, '20');
            INSERT INTO child (id, parent_id) VALUES (1, 1), (7, 2);
            DELETE FROM child WHERE id = 7;
            INSERT INTO child (id, parent_id) VALUES (3, 2);
            INSERT INTO grandchild VALUES (1, 'a'), (3, 'b');
            """;

    static Stream<Arguments> modesAndActions() {
        return Stream.of(Mode.values()).flatMap(mode -> Stream.of("CASCADE", "RESTRICT", "NO ACTION", "SET NULL", "SET DEFAULT").map(action -> Arguments.of(mode, action)));
    }

    @ParameterizedTest
    @MethodSource("modesAndActions")
    void keepsEveryRowOfTheChildrenOfATableThatIsMadeAnew(Mode mode, String action) throws SQLException {
        String required = action.startsWith("SET") ? "" : "NOT NULL";
        String before = FAMILY.formatted("TEXT", required, action);
        String after = FAMILY.formatted("VARCHAR(20)", required, action);
        Migration migration = LiveSqlite.migration(before, after);
        try (var database = new LiveSqlite(before).run(ROWS)) {
            List<String> rows = everything(database);
            database.run(migration.upgrade(), mode);
            assertThat(everything(database)).isEqualTo(rows);
            assertThat(database.schema()).isEqualTo(LiveSqlite.read(after));
            assertThat(database.rows("PRAGMA foreign_key_check")).isEmpty();
            database.run(migration.rollback(), mode);
            assertThat(everything(database)).isEqualTo(rows);
            assertThat(database.schema()).isEqualTo(LiveSqlite.read(before));
            database.run("INSERT INTO child (parent_id) VALUES (1)");
            assertThat(database.rows("SELECT max(id) FROM child")).as("numbers do not come back").containsExactly("8");
            assertThat(database.rows("SELECT code FROM parent WHERE id = 1")).as("the trigger works").containsExactly(rows.getFirst().split(",")[1] + "!");
        }
    }

    private static List<String> everything(LiveSqlite database) throws SQLException {
        return Stream.of("SELECT * FROM parent ORDER BY id", "SELECT * FROM child ORDER BY id", "SELECT * FROM grandchild ORDER BY child_id",
                "SELECT * FROM relatives ORDER BY id", "SELECT * FROM sqlite_sequence").flatMap(query -> {
                    try {
                        return database.rows(query).stream();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }).toList();
    }

    static Stream<Arguments> circles() {
        return Stream.of(Mode.values()).flatMap(mode -> Stream.of("CASCADE", "RESTRICT", "NO ACTION", "SET NULL").map(action -> Arguments.of(mode, action)));
    }

    @ParameterizedTest
    @MethodSource("circles")
    void keepsRowsThatReferToTheirOwnTable(Mode mode, String action) throws SQLException {
        String table = "CREATE TABLE staff (id INTEGER PRIMARY KEY, name TEXT %s, boss INTEGER REFERENCES staff (id) ON DELETE " + action + ")";
        try (var database = new LiveSqlite(table.formatted("")).run("INSERT INTO staff VALUES (1, 'a', NULL), (2, 'b', 1), (3, 'c', 2), (4, 'd', 4)")) {
            database.run(LiveSqlite.migration(table.formatted(""), table.formatted("NOT NULL")).upgrade(), mode);
            assertThat(database.rows("SELECT * FROM staff")).containsExactly("1,a,null", "2,b,1", "3,c,2", "4,d,4");
            assertThat(database.schema()).isEqualTo(LiveSqlite.read(table.formatted("NOT NULL")));
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void keepsRowsThatMustReferToTheirOwnTable(Mode mode) throws SQLException {
        String table = "CREATE TABLE staff (id INTEGER PRIMARY KEY, name TEXT %s, boss INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT)";
        try (var database = new LiveSqlite(table.formatted("")).run("INSERT INTO staff VALUES (1, 'a', 1), (2, 'b', 1), (3, 'c', 2)")) {
            database.run(LiveSqlite.migration(table.formatted(""), table.formatted("NOT NULL")).upgrade(), mode);
            assertThat(database.rows("SELECT * FROM staff")).containsExactly("1,a,1", "2,b,1", "3,c,2");
        }
    }

    @ParameterizedTest
    @MethodSource("circles")
    void keepsRowsOfTwoTablesThatReferToEachOther(Mode mode, String action) throws SQLException {
        String tables = """
                CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT %s, captain INTEGER REFERENCES player (id) ON DELETE ACTION);
                CREATE TABLE player (id INTEGER PRIMARY KEY, team INTEGER REFERENCES team (id) ON DELETE ACTION);
                """.replace("ACTION", action);
        try (var database = new LiveSqlite(tables.formatted("")).run("INSERT INTO team VALUES (1, 'a', 1); INSERT INTO player VALUES (1, 1), (2, 1); INSERT INTO team VALUES (2, 'b', 2)")) {
            database.run(LiveSqlite.migration(tables.formatted(""), tables.formatted("NOT NULL")).upgrade(), mode);
            assertThat(database.rows("SELECT * FROM team")).containsExactly("1,a,1", "2,b,2");
            assertThat(database.rows("SELECT * FROM player")).containsExactly("1,1", "2,1");
            assertThat(database.schema()).isEqualTo(LiveSqlite.read(tables.formatted("NOT NULL")));
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void dropsOneOfTwoTablesThatReferToEachOtherAndKeepsTheRowsOfTheOther(Mode mode) throws SQLException {
        String before = """
                CREATE TABLE team (id INTEGER PRIMARY KEY, captain INTEGER REFERENCES player (id) ON DELETE CASCADE);
                CREATE TABLE player (id INTEGER PRIMARY KEY, team INTEGER REFERENCES team (id) ON DELETE CASCADE);
                CREATE INDEX player_team ON player (team);
                """;
        String after = "CREATE TABLE team (id INTEGER PRIMARY KEY, captain INTEGER)";
        try (var database = new LiveSqlite(before).run("INSERT INTO team VALUES (1, NULL); INSERT INTO player VALUES (1, 1); UPDATE team SET captain = 1")) {
            Migration migration = LiveSqlite.migration(before, after);
            database.run(migration.upgrade(), mode);
            assertThat(database.rows("SELECT * FROM team")).containsExactly("1,1");
            assertThat(database.schema()).isEqualTo(LiveSqlite.read(after));
            database.run("UPDATE team SET captain = NULL").run(migration.rollback(), mode);
            assertThat(database.schema()).isEqualTo(LiveSqlite.read(before));
        }
    }

    @ParameterizedTest
    @MethodSource("circles")
    void dropsTablesThatReferToEachOther(Mode mode, String action) throws SQLException {
        String before = """
                CREATE TABLE team (id INTEGER PRIMARY KEY, captain INTEGER REFERENCES player (id) ON DELETE ACTION);
                CREATE TABLE player (id INTEGER PRIMARY KEY, team INTEGER REFERENCES team (id) ON DELETE ACTION, coach INTEGER REFERENCES player (id) ON DELETE ACTION);
                CREATE INDEX player_team ON player (team);
                """.replace("ACTION", action);
        Migration migration = LiveSqlite.migration(before, "");
        try (var database = new LiveSqlite(before).run("INSERT INTO team VALUES (1, NULL); INSERT INTO player VALUES (1, 1, 1), (2, 1, 1); UPDATE team SET captain = 1")) {
            database.run(migration.upgrade(), mode);
            assertThat(database.schema().isEmpty()).isTrue();
            database.run(migration.rollback(), mode);
            assertThat(database.schema()).isEqualTo(LiveSqlite.read(before));
        }
    }

    @Test
    void keepsTheValuesOfAColumnThatIsOnlyRespelled() throws SQLException {
        try (var database = new LiveSqlite("CREATE TABLE t (a TEXT, Name TEXT)").run("INSERT INTO t VALUES ('x', 'y')")) {
            database.run(LiveSqlite.migration("CREATE TABLE t (a TEXT, Name TEXT)", "CREATE TABLE t (a TEXT, name TEXT)").upgrade(), Mode.ENFORCED);
            assertThat(database.rows("SELECT * FROM t")).containsExactly("x,y");
            assertThat(database.schema()).isEqualTo(LiveSqlite.read("CREATE TABLE t (a TEXT, name TEXT)"));
        }
    }

    @Test
    void keepsRowidsThatAFullTextIndexRefersTo() throws SQLException {
        String before = """
                CREATE TABLE doc (key TEXT PRIMARY KEY, body TEXT);
                CREATE VIRTUAL TABLE found USING fts5 (body, content='doc');
                CREATE TRIGGER doc_added AFTER INSERT ON doc BEGIN INSERT INTO found (rowid, body) VALUES (NEW.rowid, NEW.body); END;
                """;
        try (var database = new LiveSqlite(before).run("INSERT INTO doc VALUES ('a', 'red'), ('b', 'green'), ('c', 'blue'); DELETE FROM doc WHERE key = 'a'")) {
            database.run(LiveSqlite.migration(before, before.replace("body TEXT)", "body TEXT NOT NULL)")).upgrade(), Mode.ENFORCED_IN_TRANSACTION);
            assertThat(database.rows("SELECT body FROM found WHERE found MATCH 'blue'")).containsExactly("blue");
            assertThat(database.rows("SELECT rowid, key FROM doc")).containsExactly("2,b", "3,c");
        }
    }

    @Test
    void fillsAFullTextIndexThatIsMadeAnewFromItsContent() throws SQLException {
        String before = "CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT, body TEXT); CREATE VIRTUAL TABLE found USING fts5 (body, content='doc');";
        try (var database = new LiveSqlite(before).run("INSERT INTO doc VALUES (1, 'x', 'red')")) {
            database.run(LiveSqlite.migration(before, before.replace("fts5 (body", "fts5 (title, body")).upgrade(), Mode.PLAIN);
            assertThat(database.rows("SELECT rowid FROM found WHERE found MATCH 'title:x'")).containsExactly("1");
        }
    }

    @Test
    void putsTheDefaultWhereAColumnBecomesRequired() throws SQLException {
        String before = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'x', b TEXT)";
        String after = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'y' NOT NULL, b TEXT, c TEXT AS (a || b) STORED, d TEXT DEFAULT CURRENT_TIMESTAMP)";
        try (var database = new LiveSqlite(before).run("INSERT INTO t VALUES (1, NULL, 'b'), (2, 'a', 'b')")) {
            database.run(LiveSqlite.migration(before, after).upgrade(), Mode.ENFORCED_IN_TRANSACTION);
            assertThat(database.rows("SELECT id, a, b, c, d IS NULL FROM t")).containsExactly("1,y,b,yb,0", "2,a,b,ab,0");
        }
    }

    @Test
    void rebuildsTablesWithHostileNames() throws SQLException {
        String before = """
                CREATE TABLE "a""b; -- `x" ("se lect" INTEGER PRIMARY KEY AUTOINCREMENT, "rowid" TEXT, "o'id" TEXT);
                CREATE TABLE "order" ("group" INTEGER REFERENCES "a""b; -- `x" ("se lect") ON DELETE CASCADE, [to] TEXT);
                CREATE INDEX "i x" ON "order" ("group" DESC);
                """;
        String after = before.replace("\"o'id\" TEXT", "\"o'id\" BLOB");
        try (var database = new LiveSqlite(before).run("INSERT INTO \"a\"\"b; -- `x\" VALUES (5, 'r', 'o'); INSERT INTO \"order\" VALUES (5, 't')")) {
            Migration migration = LiveSqlite.migration(before, after);
            database.run(migration.upgrade(), Mode.ENFORCED_IN_TRANSACTION);
            assertThat(database.rows("SELECT * FROM \"order\" JOIN \"a\"\"b; -- `x\"")).containsExactly("5,t,5,r,o");
            assertThat(database.schema()).isEqualTo(LiveSqlite.read(after));
            database.run(migration.rollback(), Mode.ENFORCED);
            assertThat(database.schema()).isEqualTo(LiveSqlite.read(before));
        }
    }
}
