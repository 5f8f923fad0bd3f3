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

    /** Who has a privilege by default has it on a table that is made: taking it back is no empty word. */
    @Test
    void isTakenBackWhereDefaultPrivilegesGaveIt() {
        String revoke = "REVOKE SELECT ON t FROM reader";
        Reading without = read(TABLE + revoke);
        assertThat(statements(without.schema())).isEmpty();
        assertThat(without.skipped()).extracting(Skipped::statement).containsExactly("REVOKE");
        assertThat(statements(read("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;" + TABLE + revoke).schema())).containsExactly(revoke);
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
