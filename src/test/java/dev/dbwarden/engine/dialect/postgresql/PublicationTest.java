package dev.dbwarden.engine.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.migration.Migration;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationTest {
    private static final String TABLE = "CREATE TABLE t (id integer PRIMARY KEY);";
    private static final String ADD = "ALTER PUBLICATION realtime ADD TABLE ONLY t";

    /** A database's export has the publication all the while. */
    @Test
    void ofSomebodyElseGetsItsFirstTablesAndLosesItsLast() {
        Migration migration = Migrations.between(read(TABLE), read(TABLE + ADD), List.of(), new Postgresql());
        assertThat(migration.upgrade()).extracting(PublicationTest::sql).containsExactly(ADD);
        assertThat(migration.rollback()).extracting(PublicationTest::sql).containsExactly("ALTER PUBLICATION realtime DROP TABLE ONLY t");
        assertThat(migration.proof().holds()).isTrue();
        assertThat(read(TABLE + ADD + "; DROP TABLE t")).isEqualTo(Schema.EMPTY);
    }

    @Test
    void ofSomebodyElseIsNotSaidWhole() {
        Reading reading = new Postgresql().read(TABLE + ADD + "; ALTER PUBLICATION realtime SET TABLE t", Schema.EMPTY);
        assertThat(reading.problems()).extracting(Problem::message).singleElement().asString().contains("the model does not make the publication realtime");
    }

    private static String sql(Scripted scripted) {
        return scripted.statement().sql();
    }

    private static Schema read(String script) {
        Reading reading = new Postgresql().read(script, Schema.EMPTY);
        assertThat(reading.problems()).isEmpty();
        return reading.schema();
    }
}
