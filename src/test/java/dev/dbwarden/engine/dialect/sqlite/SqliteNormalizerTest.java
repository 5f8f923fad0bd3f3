package dev.dbwarden.engine.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.migration.Migrations;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.engine.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteNormalizerTest {
    private static final ObjectName T = ObjectName.of("t");
    private final SqliteNormalizer normalizer = new SqliteNormalizer();

    private List<Problem> problems(SchemaObject... objects) {
        var problems = new ArrayList<Problem>();
        normalizer.schema(Schema.of(List.of(objects)), problems);
        return problems;
    }

    private Column column(String type) {
        return Column.of("a", normalizer.type(type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"VARCHAR(255)|VARCHAR(255)", "varchar ( 20 )|VARCHAR(20)", "unsigned  big int|UNSIGNED BIG INT",
        "decimal(10, -2)|DECIMAL(10,-2)", "``|``", "'my type'|MY TYPE"})
    void comparesTypesWithoutCaseAndWhiteSpace(String spelled, String canonical) {
        assertThat(normalizer.type(spelled).canonical()).isEqualTo(canonical);
        assertThat(normalizer.type(normalizer.type(spelled).text())).isEqualTo(normalizer.type(spelled));
    }

    @Test
    void keepsTheSpellingOfATypeBecauseTheCatalogDoes() {
        assertThat(normalizer.type("varchar(  20)").text()).isEqualTo("varchar( 20)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VARCHAR(", "VARCHAR()", "VARCHAR(MAX)", "ENUM('a')", "INT(1) UNSIGNED", "INT NOT NULL", "text[]", "DECIMAL(1,2,3)", "'open"})
    void refusesMalformedTypes(String type) {
        assertThatThrownBy(() -> normalizer.type(type)).isInstanceOf(SqlException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"1|true", "0|FALSE", "CURRENT_TIMESTAMP|current_timestamp", "(1)|1", "((strftime('%s','now')))|STRFTIME( '%s', 'now' )"})
    void takesTwoDefaultsForOne(String one, String other) {
        var type = normalizer.type("BOOLEAN");
        assertThat(normalizer.defaultValue(one, type)).isEqualTo(normalizer.defaultValue(other, type));
    }

    @Test
    void dropsCommentsBecauseSqliteHasNoPlaceForThem() {
        Table commented = new Table(T, Parts.of(List.of(column("INT").withComment(Optional.of("c")))), Options.NONE, Optional.of("t"));
        var problems = new ArrayList<Problem>();
        Schema schema = normalizer.schema(Schema.of(List.of(commented)), problems);
        assertThat(problems).isEmpty();
        assertThat(schema).isEqualTo(LiveSqlite.read("CREATE TABLE t (a INT)"));
        assertThat(normalizer.schema(schema, problems)).isEqualTo(schema);
    }

    @Test
    void saysWhatSqliteHasNotAndTheWayOut() {
        assertThat(problems(new EnumType(T, List.of("x"), Optional.empty()), new Sequence(T, Options.NONE, Optional.empty(), Optional.empty()), new Extension(T, ""),
                new View(T, true, List.of(), SqlText.plain("SELECT 1"), Parts.NONE, Options.NONE, Optional.empty()),
                new DefinedObject("function", T, "", SqlText.plain("CREATE FUNCTION t")), Table.of(new ObjectName("app", "x"), List.of(column("INT")))))
                .extracting(Problem::pointer).containsExactly("/enums/t", "/sequences/t", "/extensions/t", "/views/t", "/objects/t", "/tables/app.x");
    }

    @Test
    void refusesIdentityColumnsWithTheWayOut() {
        Column numbered = column("INTEGER").withIdentity(Optional.of(Identity.of(Identity.Mode.ALWAYS)));
        assertThat(problems(Table.of(T, List.of(numbered, new PrimaryKey("", List.of("a"), Options.NONE))))).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("autoincrement"))
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/tables/t/columns/a"));
    }

    @ParameterizedTest
    @CsvSource({"INTEGER,0", "BIGINT,1"})
    void letsOnlyAnIntegerPrimaryKeyCount(String type, int problems) {
        Column numbered = column(type).withOptions(Options.of("autoincrement", "true"));
        assertThat(problems(Table.of(T, List.of(numbered, new PrimaryKey("", List.of("a"), Options.NONE))))).hasSize(problems);
    }

    @Test
    void forgetsAStatementThatTheEditedIndexNoLongerIs() {
        Index written = new Index("i", false, "", List.of(Index.Key.column("a")), List.of(), Optional.empty(), Options.NONE, new Written("CREATE INDEX i ON T ( A )"));
        Index edited = new Index("i", true, "", written.keys(), List.of(), Optional.empty(), Options.NONE, written.written());
        assertThat(statement(written)).isEqualTo("CREATE INDEX i ON T ( A )");
        assertThat(statement(edited)).isEqualTo("CREATE UNIQUE INDEX i ON t (a)");
    }

    private String statement(Index index) {
        Schema schema = normalizer.schema(Schema.of(List.of(Table.of(T, List.of(column("INT"), index)))), new ArrayList<>());
        return Migrations.between(LiveSqlite.read("CREATE TABLE t (a INT)"), schema, List.of(), new Sqlite()).upgrade().getLast().statement().sql();
    }
}
