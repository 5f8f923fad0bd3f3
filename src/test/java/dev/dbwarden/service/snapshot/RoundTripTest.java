package dev.dbwarden.service.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Path;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is written is read again, whole: {@code read(write(schema)) == schema}, and written again the same bytes. */
class RoundTripTest {
    private static final String POSTGRESQL = """
            CREATE SCHEMA app;
            CREATE EXTENSION pgcrypto;
            CREATE TYPE app.mood AS ENUM ('sad', 'it''s ok');
            COMMENT ON TYPE app.mood IS 'how one feels';
            CREATE DOMAIN positive AS INTEGER DEFAULT 1 NOT NULL CONSTRAINT above CHECK (VALUE > 0);
            CREATE SEQUENCE counter START 7 INCREMENT 3;
            CREATE TABLE "odd ""name" ("select" INTEGER, "a.b" TEXT COLLATE "C");
            CREATE TABLE quoted_types (a "tsvector", b "int4", c "bytea"[], d "varchar"(20), e "timestamp"(3), f "char", g "smallserial");
            CREATE TABLE "dotted.name" (id INTEGER PRIMARY KEY);
            CREATE TABLE parents (
                a INTEGER, b INTEGER, mood app.mood DEFAULT 'sad', amount positive,
                CONSTRAINT parents_key PRIMARY KEY (b, a));
            CREATE TABLE app.children (
                id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5),
                number SERIAL, a INTEGER NOT NULL, b INTEGER, name VARCHAR(20) DEFAULT 'x' NOT NULL,
                upper TEXT GENERATED ALWAYS AS (upper(name)) STORED,
                during tsrange,
                CONSTRAINT children_unique UNIQUE (name, a) DEFERRABLE INITIALLY DEFERRED,
                UNIQUE NULLS NOT DISTINCT (b),
                CONSTRAINT children_check CHECK (a > 0 AND name <> '\\'),
                CONSTRAINT children_excluded EXCLUDE USING gist (during WITH &&),
                CONSTRAINT children_parents FOREIGN KEY (b, a) REFERENCES parents (b, a) MATCH FULL ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE
            ) WITH (fillfactor = 70);
            ALTER SEQUENCE counter OWNED BY app.children.a;
            COMMENT ON TABLE app.children IS 'line one
            line "two"';
            COMMENT ON COLUMN app.children.name IS 'a name';
            CREATE UNIQUE INDEX children_idx ON app.children USING btree (lower(name) text_pattern_ops DESC NULLS LAST, a) INCLUDE (b) WHERE b IS NOT NULL;
            CREATE VIEW young WITH (security_barrier) AS SELECT id, name FROM app.children WHERE a < 10;
            CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM app.children;
            CREATE UNIQUE INDEX counted_idx ON counted (n);
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              NEW.name := 'a;b'; -- a comment

              RETURN NEW;
            END $$;
            CREATE TRIGGER touched BEFORE UPDATE ON app.children FOR EACH ROW EXECUTE FUNCTION touch();
            """;
    private static final String SQLITE = """
            CREATE TABLE parents (id INTEGER PRIMARY KEY AUTOINCREMENT, "select" TEXT COLLATE NOCASE DEFAULT 'x');
            CREATE TABLE children (
              a INTEGER NOT NULL, b TEXT DEFAULT (1 + 2), c TEXT GENERATED ALWAYS AS (upper(b)) STORED,
              parent INTEGER REFERENCES parents ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
              UNIQUE (a, b), CHECK (a > 0), PRIMARY KEY (b, a)
            ) STRICT, WITHOUT ROWID;
            CREATE UNIQUE INDEX children_idx ON children (lower(b) DESC, a)
              WHERE a > 1;
            CREATE TABLE twice (name TEXT, CONSTRAINT named UNIQUE (name), UNIQUE (name));
            CREATE VIEW v (x) AS SELECT a FROM children;
            CREATE TRIGGER t AFTER INSERT ON parents BEGIN
              UPDATE children SET b = 'x;y';
              SELECT 1;
            END;
            """;

    @Test
    void keepsEverythingThatPostgresqlHas() {
        keeps("postgresql", POSTGRESQL);
    }

    @Test
    void keepsEverythingThatSqliteHas() {
        keeps("sqlite", SQLITE);
    }

    @Test
    void keepsNothing() {
        keeps("sqlite", "");
    }

    private static void keeps(String name, String script) {
        Dialect dialect = Dialects.find(name).orElseThrow();
        Reading reading = dialect.read(script, Schema.EMPTY);
        assertThat(reading.problems()).isEmpty();
        var snapshot = new Snapshot(Header.NONE.of("primary", name), reading.schema());
        String text = snapshot.text();

        Snapshot read = new SnapshotReader(SnapshotReader.parse(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT, Path.ROOT), Limits.DEFAULT, Path.ROOT).snapshot(dialect);

        assertThat(read.schema()).isEqualTo(reading.schema());
        assertThat(read.text()).as("as it came").isEqualTo(text);
        assertThat(new Snapshot(read.header(), read.schema()).text()).as("written again").isEqualTo(text);
    }
}
