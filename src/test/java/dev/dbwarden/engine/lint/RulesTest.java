package dev.dbwarden.engine.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Script;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.plan.Planner;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rule finds, and what it lets pass. */
class RulesTest {
    private static final ObjectName USERS = ObjectName.of("users");
    private static final Column ID = column("id", "INTEGER").withNullable(false);
    private static final Column EMAIL = column("email", "TEXT");
    private static final Table TABLE = Table.of(USERS, List.of(ID, EMAIL, new PrimaryKey("users_pkey", List.of("id"), Options.NONE)));
    private static final Options NOT_VALID = Options.of("not_valid", "true");

    private static Column column(String name, String type) {
        int open = type.indexOf('(');
        return Column.of(name, DataType.builtin(type, open < 0 ? type.replace("[]", "") : type.substring(0, open)));
    }

    private static Column defaulted(Column column, String value) {
        return column.withDefault(Optional.of(SqlText.plain(value)));
    }

    private static Column generated(Column column, boolean stored) {
        return column.withGenerated(Optional.of(new Generated(SqlText.plain("id + 1"), stored)));
    }

    private static Index index(boolean unique, String column) {
        return new Index("users_" + column + "_idx", unique, "", List.of(Index.Key.column(column)), List.of(), Optional.empty(), Options.NONE, Written.NOT);
    }

    private static ForeignKey key(Options options) {
        return new ForeignKey("users_fk", List.of("id"), ObjectName.of("people"), List.of("id"), ForeignKey.NO_ACTION, ForeignKey.NO_ACTION, options);
    }

    private static Check check(Options options) {
        return new Check("users_check", SqlText.plain("id > 0"), options);
    }

    private static EnumType mood(String... labels) {
        return new EnumType(ObjectName.of("mood"), List.of(labels), Optional.empty());
    }

    private static AddPart add(TablePart part) {
        return new AddPart(USERS, part);
    }

    private static AlterPart alter(Column before, Column after) {
        return new AlterPart(USERS, before, after);
    }

    private static List<String> codes(String dialect, Change... changes) {
        Schema schema = Schema.of(List.of(TABLE));
        return found(schema, schema, dialect, changes).stream().map(finding -> finding.code() + " " + finding.severity()).toList();
    }

    /** What is found on the way there. */
    private static List<Finding> found(Schema before, Schema after, String dialect, Change... changes) {
        var draft = new Draft(before, after, Planner.steps(List.of(changes)));
        Dialect speaker = Dialects.find(dialect).orElseThrow();
        List<Scripted> script = dialect.equals("sqlite") ? List.of() : speaker.adapt(draft).stream()
                .flatMap(step -> speaker.render(step.change()).stream().map(statement -> new Scripted(statement, step.cause()))).toList();
        return Linter.check(Way.upgrade(draft, new Script(dialect, Strategy.ONLINE, script), List.of()), Way.rollback(draft, new Script(dialect, Strategy.ONLINE, List.of())), Linting.DANGERS)
                .stream().filter(finding -> finding.direction() == Direction.UPGRADE).toList();
    }

    private static void assertFinds(List<String> expected, Change... changes) {
        assertEquals(expected, codes("postgresql", changes));
    }

    @Test
    void everyRuleHasACodeOfItsOwnInOrder() {
        List<String> codes = Rules.all().stream().map(Rule::code).toList();
        assertEquals(codes.stream().sorted().distinct().toList(), codes);
        assertEquals(codes.size(), new HashSet<>(Rules.all().stream().map(rule -> rule.about().title()).toList()).size());
    }

    @Test
    void everyRuleHasAPageWithTheSqlToUseInstead() {
        for (Rule rule : Rules.all()) {
            assertFalse(rule.page().what().isBlank() || rule.page().why().isBlank(), rule.code());
            assertTrue(rule.page().whatToDo().contains("```s"), rule.code() + " says no SQL");
        }
    }

    @Test
    void nothingIsFoundAboutNewTablesAndHarmlessChanges() {
        assertFinds(List.of(), new CreateObject(TABLE), add(index(true, "email")), add(key(Options.NONE)), add(check(Options.NONE)),
                add(column("name", "TEXT").withNullable(false)), alter(EMAIL, EMAIL.withNullable(false)));
        assertFinds(List.of(), add(column("name", "TEXT")), alter(EMAIL, EMAIL.withComment(Optional.of("where to write"))),
                new DropPart(USERS, check(Options.NONE)), alter(EMAIL, defaulted(EMAIL, "''")), alter(ID, ID.withNullable(true)));
    }

    @Test
    void whatHoldsDataAndGoesIsCritical() {
        assertFinds(List.of("DW101 CRITICAL", "DW305 WARN"), new DropObject(TABLE));
        assertFinds(List.of("DW102 CRITICAL", "DW305 WARN"), new DropPart(USERS, EMAIL));
        assertFinds(List.of("DW305 WARN"), new DropPart(USERS, generated(column("next", "INTEGER"), true)));
        assertFinds(List.of("DW103 CRITICAL"), new DropObject(new Namespace(ObjectName.of("app"), Options.NONE, Optional.empty())));
    }

    @Test
    void aLabelThatGoesIsCriticalAndOneThatComesIsNoted() {
        assertFinds(List.of("DW104 CRITICAL"), new AlterObject(mood("happy", "sad"), mood("happy")));
        assertFinds(List.of("DW408 INFO"), new AlterObject(mood("happy"), mood("happy", "sad")));
        assertFinds(List.of(), new AlterObject(mood("happy", "sad"), mood("sad", "happy")));
    }

    @ParameterizedTest
    @CsvSource({"VARCHAR(100),VARCHAR(50)", "TEXT,VARCHAR(50)", "BIGINT,INTEGER", "INTEGER,SMALLINT", "'NUMERIC(10,2)','NUMERIC(8,2)'", "'NUMERIC(10,2)','NUMERIC(10,1)'",
            "NUMERIC,'NUMERIC(10,2)'", "'NUMERIC(10,2)',INTEGER", "DOUBLE PRECISION,REAL", "DOUBLE PRECISION,INTEGER", "BIGINT,REAL", "TIMESTAMP(6),TIMESTAMP(3)",
            "TIMESTAMP,TIMESTAMP(0)", "TIMESTAMPTZ,DATE", "TIMESTAMP,TIME", "CHAR(3),CHAR(2)"})
    void aTypeThatHoldsLessIsCritical(String from, String to) {
        List<String> codes = codes("postgresql", alter(column("x", from), column("x", to)));
        assertTrue(codes.contains("DW105 CRITICAL"), codes.toString());
        assertFalse(codes.contains("DW208 WARN"), codes.toString());
        assertEquals(Reversibility.STRUCTURE_ONLY, Reversibility.of(alter(column("x", from), column("x", to)), "postgresql"));
        assertFalse(codes("sqlite", alter(column("x", from), column("x", to))).contains("DW105 CRITICAL"));
    }

    @ParameterizedTest
    @CsvSource({"VARCHAR(50),VARCHAR(100)", "VARCHAR(50),VARCHAR", "VARCHAR(50),TEXT", "TEXT,VARCHAR", "'NUMERIC(8,2)','NUMERIC(10,2)'", "'NUMERIC(8,2)',NUMERIC",
            "TIMESTAMP(3),TIMESTAMP(6)", "CIDR,INET"})
    void aTypeThatHoldsMoreOfTheSameIsFreeOfFindings(String from, String to) {
        assertFinds(List.of(), alter(column("x", from), column("x", to)));
        assertEquals(Reversibility.EXACT, Reversibility.of(alter(column("x", from), column("x", to)), "postgresql"));
    }

    @ParameterizedTest
    @CsvSource({"INTEGER,BIGINT", "SMALLINT,NUMERIC", "INTEGER,TEXT", "INTEGER,DOUBLE PRECISION", "DATE,TIMESTAMP", "JSON,JSONB", "'NUMERIC(8,2)','NUMERIC(10,3)'",
            "INTEGER[],BIGINT[]", "TIMESTAMP,TIMESTAMPTZ"})
    void aTypeThatIsStoredInAnotherWayRewrites(String from, String to) {
        assertFinds(List.of("DW405 WARN"), alter(column("x", from), column("x", to)));
    }

    @ParameterizedTest
    @CsvSource({"TEXT,INTEGER", "VARCHAR(20),DATE", "TEXT,UUID", "TEXT,JSONB", "DATE,INTEGER", "TEXT,TEXT[]", "INTEGER[],INTEGER", "INET,CIDR"})
    void aTypeToWhichNotEveryValueConvertsMayFail(String from, String to) {
        assertFinds(List.of("DW208 WARN", "DW405 WARN"), alter(column("x", from), column("x", to)));
        assertEquals(List.of("DW601 INFO"), codes("sqlite", alter(column("x", from), column("x", to))));
    }

    @Test
    void oneEnumForAnotherMayFail() {
        var moods = Column.of("x", new DataType("mood", "mood", true));
        var states = Column.of("x", new DataType("state", "state", true));
        assertFinds(List.of("DW208 WARN", "DW405 WARN"), alter(moods, states));
        assertFinds(List.of("DW405 WARN"), alter(moods, column("x", "TEXT")));
    }

    @Test
    void requiredColumnsNeedAValue() {
        Column required = column("phone", "TEXT").withNullable(false);
        assertFinds(List.of("DW201 WARN", "DW306 WARN"), add(required));
        assertFinds(List.of(), add(defaulted(required, "''")));
        assertFinds(List.of("DW202 WARN", "DW306 WARN", "DW404 WARN"), alter(EMAIL, EMAIL.withNullable(false)));
    }

    @Test
    void aValidCheckProvesThatAColumnIsNeverNull() {
        Table proved = TABLE.withParts(TABLE.parts().with(new Check("c", SqlText.plain("email IS NOT NULL"), Options.NONE)));
        List<Finding> findings = found(Schema.of(List.of(proved)), Schema.EMPTY, "postgresql", alter(EMAIL, EMAIL.withNullable(false)));
        assertEquals(List.of("DW202", "DW306"), findings.stream().map(Finding::code).toList());
    }

    @Test
    void keysThatRowsMayBreakAreReported() {
        assertFinds(List.of("DW203 WARN", "DW403 WARN"), add(new Unique("u", List.of("email"), Options.NONE)));
        assertFinds(List.of("DW203 WARN", "DW401 WARN"), add(index(true, "email")));
        assertFinds(List.of("DW401 WARN"), add(index(false, "email")));
        assertFinds(List.of("DW403 WARN"), add(new Unique("u", List.of("id", "email"), Options.NONE)));
        assertFinds(List.of("DW204 WARN", "DW403 WARN"), add(new PrimaryKey("p", List.of("email"), Options.NONE)));
        assertFinds(List.of("DW403 WARN"), add(new PrimaryKey("p", List.of("id"), Options.NONE)));
        assertFinds(List.of("DW205 WARN", "DW403 WARN"), add(new Exclusion("e", SqlText.plain("USING gist (r WITH &&)"))));
        assertEquals(List.of("DW203 WARN"), codes("sqlite", add(index(true, "email"))));
    }

    @Test
    void constraintsThatRowsMayBreakAreReportedUnlessNotValid() {
        assertFinds(List.of("DW206 WARN", "DW402 WARN"), add(check(Options.NONE)));
        assertFinds(List.of("DW415 INFO"), add(check(NOT_VALID)));
        assertFinds(List.of("DW207 WARN", "DW402 WARN"), add(key(Options.NONE)));
        assertFinds(List.of("DW415 INFO"), add(key(NOT_VALID)));
    }

    @Test
    void otherNamesBreakWhoUsesTheOldOnes() {
        assertFinds(List.of("DW301 WARN"), new RenamePart(USERS, Kind.COLUMN, "email", "mail"));
        assertFinds(List.of(), new RenamePart(USERS, Kind.INDEX, "a", "b"));
        assertFinds(List.of("DW302 WARN"), new RenameObject(TABLE.ref(), ObjectName.of("people")));
    }

    @Test
    void droppedObjectsBreakWhoUsesThem() {
        var sequence = new Sequence(ObjectName.of("numbers"), Options.NONE, Optional.empty(), Optional.empty());
        assertFinds(List.of("DW303 WARN"), new DropObject(sequence));
        assertEquals(List.of(), found(Schema.EMPTY, Schema.of(List.<SchemaObject>of(sequence)), "postgresql", new DropObject(sequence), new CreateObject(sequence)));
    }

    @Test
    void aForeignKeyThatGoesIsNotedUnlessItComesBack() {
        assertFinds(List.of("DW304 INFO"), new DropPart(USERS, key(Options.NONE)));
        Schema kept = Schema.of(List.of(TABLE.withParts(TABLE.parts().with(key(Options.NONE)))));
        assertEquals(List.of(), found(kept, kept, "postgresql", new DropPart(USERS, key(Options.NONE))));
        assertEquals(List.of(), found(kept, Schema.EMPTY, "postgresql", new DropPart(USERS, key(Options.NONE))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gen_random_uuid()", "random()", "nextval('s')", "my_function(1)", "clock_timestamp()"})
    void aDefaultThatDiffersByRowRewrites(String value) {
        assertFinds(List.of("DW406 WARN"), add(defaulted(column("x", "TEXT"), value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CURRENT_TIMESTAMP", "now()", "0", "timezone('utc', CURRENT_TIMESTAMP)", "\"f(x)\""})
    void aDefaultThatIsOneForAllRowsDoesNot(String value) {
        assertFinds(List.of(), add(defaulted(column("x", "TEXT"), value.replace('"', '\''))));
    }

    @Test
    void computedAndNumberedColumnsRewrite() {
        assertFinds(List.of("DW407 WARN"), add(generated(column("x", "INTEGER"), true)));
        assertFinds(List.of(), add(generated(column("x", "INTEGER"), false)));
        assertFinds(List.of("DW406 WARN"), add(column("x", "INTEGER").withIdentity(Optional.of(Identity.of(Identity.Mode.ALWAYS)))));
    }

    @Test
    void sqliteMakesTablesAnewForWhatItCannotAlter() {
        assertEquals(List.of("DW601 INFO"), codes("sqlite", alter(ID, ID.withNullable(true))));
        assertEquals(List.of("DW206 WARN", "DW601 INFO"), codes("sqlite", add(check(Options.NONE))));
        assertEquals(List.of("DW601 INFO"), codes("sqlite", new DropPart(USERS, check(Options.NONE))));
        assertEquals(List.of("DW601 INFO"), codes("sqlite", add(defaulted(column("x", "TEXT"), "CURRENT_TIMESTAMP"))));
        assertEquals(List.of(), codes("sqlite", add(column("x", "TEXT")), add(defaulted(column("y", "TEXT"), "'a'")), add(index(false, "email"))));
        assertEquals(List.of(), codes("sqlite", new CreateObject(TABLE), add(check(Options.NONE))));
    }

    @Test
    void aChangeWeighsWhatItsHeaviestFindingWeighs() {
        List<Change> changes = new ArrayList<>(List.of(add(column("x", "TEXT")), alter(EMAIL, EMAIL.withNullable(false)), new DropPart(USERS, EMAIL)));
        Schema schema = Schema.of(List.of(TABLE));
        List<Finding> findings = found(schema, schema, "postgresql", changes.toArray(Change[]::new));
        assertEquals(List.of(new Judgement(Severity.SAFE, Reversibility.EXACT), new Judgement(Severity.WARN, Reversibility.EXACT),
                new Judgement(Severity.CRITICAL, Reversibility.STRUCTURE_ONLY)), Judgement.of(changes, findings, "postgresql"));
        assertEquals("structure_only", Reversibility.STRUCTURE_ONLY.word());
    }

    @Test
    void whatHeldDataComesBackEmpty() {
        assertEquals(Reversibility.STRUCTURE_ONLY, Reversibility.of(new DropObject(TABLE), "postgresql"));
        assertEquals(Reversibility.STRUCTURE_ONLY, Reversibility.of(new AlterObject(mood("happy", "sad"), mood("sad")), "postgresql"));
        assertEquals(Reversibility.EXACT, Reversibility.of(new CreateObject(TABLE), "postgresql"));
        assertEquals(Reversibility.EXACT, Reversibility.of(new RenamePart(USERS, Kind.COLUMN, "a", "b"), "postgresql"));
    }
}
