package dev.dbwarden.engine.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Skipped;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {
    private static final String TABLE = "CREATE TABLE t (id integer, n integer);";

    /** A server before 17 has no MAINTAIN: there the seven others are all, and are listed where nobody wants the eighth on a later one. */
    @Test
    void ofAllPrivilegesIsOneHoweverItIsSpelled() {
        String seven = "GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON t TO reader";
        assertThat(read(TABLE + seven).schema()).isEqualTo(read(TABLE + "GRANT ALL ON TABLE public.t TO reader").schema())
                .isEqualTo(read(TABLE + seven.replace("SELECT", "MAINTAIN, SELECT")).schema());
        assertThat(statements(read(TABLE + seven).schema())).containsExactly(seven);
        assertThat(statements(read(TABLE + seven.replace("SELECT", "MAINTAIN, SELECT")).schema())).containsExactly("GRANT ALL ON t TO reader");
    }

    /** A snapshot holds the statement alone, and is the same schema for it. */
    @ParameterizedTest
    @ValueSource(strings = {"GRANT ALL ON t TO reader", "GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON t TO reader WITH GRANT OPTION",
        "GRANT SELECT (n), INSERT (n), UPDATE (n), REFERENCES (n) ON t TO reader", "REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC", "GRANT ALL ON SCHEMA s TO reader",
        "ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA s GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLES TO reader"})
    void isWhatItsStatementSays(String grant) {
        Schema schema = read(TABLE + "CREATE SCHEMA s; CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';" + grant).schema();
        assertThat(schema.all(DefinedObject.class).filter(object -> object.definition().sql().matches("(GRANT|REVOKE|ALTER DEFAULT).*"))).isNotEmpty()
                .allSatisfy(object -> assertThat(PostgresqlTexts.definition(object.definition().sql())).isEqualTo(object.definition()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GRANT ALL ON t TO reader; REVOKE DELETE, TRUNCATE, TRIGGER, REFERENCES ON t FROM reader | GRANT SELECT ON t TO reader; GRANT INSERT ON t TO reader; GRANT UPDATE ON t TO reader
            GRANT SELECT ON t TO reader WITH GRANT OPTION; REVOKE GRANT OPTION FOR ALL ON t FROM reader | GRANT SELECT ON t TO reader
            GRANT SELECT (n) ON t TO reader; REVOKE ALL ON t FROM reader; GRANT SELECT ON type TO writer | GRANT SELECT ON type TO writer
            GRANT SELECT ON t TO reader; DROP TABLE t; CREATE TABLE t (id integer) |
            GRANT SELECT (n), INSERT (id) ON t TO reader; ALTER TABLE t DROP COLUMN n | GRANT INSERT (id) ON t TO reader
            GRANT SELECT (n) ON t TO reader; ALTER TABLE t RENAME n TO k; ALTER TABLE t RENAME TO u | GRANT SELECT (k) ON u TO reader
            ALTER TABLE t OWNER TO app; REVOKE ALL ON t FROM app; GRANT ALL ON t TO app; REVOKE ALL ON t FROM PUBLIC |
            CREATE SCHEMA s AUTHORIZATION app; GRANT ALL ON SCHEMA s TO app; GRANT USAGE ON SCHEMA s TO CURRENT_USER | GRANT USAGE ON SCHEMA s TO CURRENT_USER
            ALTER TABLE t ADD COLUMN k serial; GRANT USAGE ON SEQUENCE t_k_seq TO app; ALTER SEQUENCE t_k_seq RENAME TO counter | GRANT USAGE ON SEQUENCE counter TO app
            GRANT boss TO "Reader" WITH ADMIN OPTION; GRANT app TO reader | GRANT boss TO "Reader" WITH ADMIN OPTION; GRANT app TO reader
            GRANT TEMP, CONNECT ON DATABASE shop TO reader; REVOKE TEMPORARY ON DATABASE shop FROM PUBLIC | GRANT TEMPORARY ON DATABASE shop TO reader; GRANT CONNECT ON DATABASE shop TO reader; REVOKE TEMPORARY ON DATABASE shop FROM PUBLIC
            REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO PUBLIC | REVOKE CREATE ON SCHEMA public FROM PUBLIC
            REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT ALL ON SCHEMA public TO reader | REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT ALL ON SCHEMA public TO reader
            SET search_path = s; CREATE TABLE here (id integer); GRANT SELECT ON here, t TO reader | GRANT SELECT ON s.here TO reader; GRANT SELECT ON t TO reader
            """)
    void isWhatIsLeftInTheEnd(String script, String grants) {
        Reading reading = read(TABLE + script);
        assertThat(reading.problems()).isEmpty();
        assertThat(statements(reading.schema())).containsExactlyInAnyOrder(grants == null ? new String[0] : grants.split("; "));
    }

    /** Whether another role makes the table, and who has a privilege on it then, no script tells: taking it back is no empty word. */
    @Test
    void isTakenBackWhereDefaultPrivilegesMayGiveIt() {
        String revoke = "REVOKE SELECT ON t FROM reader";
        Reading without = read(TABLE + revoke);
        assertThat(statements(without.schema())).isEmpty();
        assertThat(without.skipped()).extracting(Skipped::statement).containsExactly("REVOKE");
        assertThat(statements(read("ALTER DEFAULT PRIVILEGES FOR ROLE app GRANT SELECT ON TABLES TO reader;" + TABLE + revoke).schema())).containsExactly(revoke);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader; CREATE TABLE u (id integer); REVOKE SELECT ON u FROM reader |
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader; ALTER TABLE t RENAME TO u; CREATE TABLE t (id integer) | GRANT SELECT ON t TO reader
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader; DROP TABLE t; CREATE TABLE t (id integer) | GRANT SELECT ON t TO reader
            ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT ALL ON TABLES TO app; CREATE TABLE s.u (id integer); CREATE TABLE v (id integer) | GRANT ALL ON s.u TO app
            ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO app; CREATE TABLE u (id integer); ALTER TABLE u OWNER TO app |
            ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO app; ALTER TABLE t ADD COLUMN k serial; ALTER TABLE t DROP COLUMN k; ALTER TABLE t ADD COLUMN k serial | GRANT USAGE ON SEQUENCE t_k_seq TO app
            ALTER TABLE t ADD COLUMN k serial; ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO app; ALTER SEQUENCE t_k_seq RENAME TO counter; ALTER TABLE t RENAME TO u |
            ALTER DEFAULT PRIVILEGES FOR ROLE app GRANT SELECT ON TABLES TO reader; CREATE TABLE u (id integer) |
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader; ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM reader; CREATE TABLE u (id integer) |
            SET search_path = s; ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT ALL ON TABLES TO app; CREATE TABLE u (id integer) | GRANT ALL ON s.u TO app
            ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO app; DO 'BEGIN CREATE PROCEDURE p() LANGUAGE sql AS $$SELECT 1$$; END' | GRANT EXECUTE ON PROCEDURE p() TO app
            """)
    void isGivenByDefault(String script, String grants) {
        isWhatIsLeftInTheEnd(script, grants);
    }

    /** As {@code pg_dump} has it. */
    @Test
    void isGivenByDefaultOfTheOwnerOfAll() {
        String own = "GRANT SELECT ON TABLES TO reader";
        Schema dump = read(TABLE + "ALTER TABLE t OWNER TO app; ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA public " + own).schema();
        assertThat(dump).isEqualTo(read(TABLE + "ALTER DEFAULT PRIVILEGES IN SCHEMA public " + own).schema());
        assertThat(dump).isNotEqualTo(read(TABLE + "ALTER TABLE t OWNER TO writer; ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA public " + own).schema());
    }

    /** A document may say much in one statement, or all in many. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GRANT UPDATE (id, n), SELECT ON t TO reader, writer | GRANT SELECT, UPDATE (n), UPDATE (id) ON t TO reader; GRANT UPDATE (id), UPDATE (n), SELECT ON t TO writer
            GRANT SELECT ON t TO reader; GRANT INSERT ON t TO reader; GRANT UPDATE ON t TO reader; GRANT DELETE ON t TO reader; GRANT TRUNCATE ON t TO reader; GRANT REFERENCES ON t TO reader; GRANT TRIGGER ON t TO reader | GRANT ALL ON t TO reader
            """)
    void isTakenApartInADocument(String document, String script) {
        Schema written = Schema.of(Stream.concat(read(TABLE).schema().objects(), Arrays.stream(document.split("; ")).map(GrantTest::asWritten)).toList());
        Schema read = read(TABLE + script).schema();
        assertThat(new PostgresqlNormalizer().settled(written, read)).isEqualTo(read);
    }

    private static DefinedObject asWritten(String grant) {
        return new DefinedObject(Grant.KIND, ObjectName.of(PostgresqlTexts.definition(grant).canonical()), "", PostgresqlTexts.definition(grant));
    }

    private static Reading read(String script) {
        return new Postgresql().read(script, Schema.EMPTY);
    }

    private static List<String> statements(Schema schema) {
        return schema.all(DefinedObject.class).filter(object -> object.kind().equals(Grant.KIND)).map(object -> object.definition().sql()).toList();
    }
}
