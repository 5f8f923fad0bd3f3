package dev.dbwarden.service.rest;

import static dev.dbwarden.service.rest.Requesting.PROBLEM;
import static dev.dbwarden.service.rest.Requesting.file;
import static dev.dbwarden.service.rest.Requesting.form;
import static dev.dbwarden.service.rest.Requesting.snapshotOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dbwarden.service.answer.AnswerFormat;
import dev.dbwarden.service.answer.AnswerFormats;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Every form of an answer: negotiated, the same bytes for the same request, and valid for what reads it. */
@QuarkusTest
class AnswerFormatsTest {
    private static final String BEFORE = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);";
    /** A column is dropped, one is added, a table is made; names and texts are what must not break a format. */
    private static final String AFTER = """
            CREATE TABLE users (id INTEGER PRIMARY KEY, "a|b`<c>@d::e,f%g" TEXT DEFAULT '</details>```
            ::error::x');
            CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id));
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    static List<AnswerFormat> formats() {
        return AnswerFormats.ALL;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void answersWhereNothingChanged(AnswerFormat format) {
        String snapshot = snapshotOf("postgresql", BEFORE);
        form("schema.sql", BEFORE).multiPart(file("snapshot", "s.json", snapshot)).accept(format.mediaType()).post("/v1/migrations").then()
                .statusCode(200).contentType(startsWith(format.mediaType())).header("Warden-Changes", "0");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void givesTheSameBytesByAcceptAndByWord(AnswerFormat format) {
        byte[] accepted = changed(format.mediaType());
        String snapshot = snapshotOf("postgresql", BEFORE);
        byte[] named = form("schema.sql", AFTER).multiPart(file("snapshot", "s.json", snapshot)).multiPart("on_ambiguity", "drop_and_add").accept("image/png")
                .queryParam("format", format.word()).post("/v1/migrations").then().statusCode(200).contentType(startsWith(format.mediaType())).extract().asByteArray();
        assertThat(named).isEqualTo(accepted).isNotEmpty();
    }

    @Test
    void takesTheBestThatIsAcceptedAndJsonForAnything() {
        form("schema.sql", BEFORE).multiPart("dialect", "postgresql").accept("text/html, text/markdown;q=0.9, application/sql;q=0.5").post("/v1/migrations").then()
                .statusCode(200).contentType(startsWith("text/markdown"));
        form("schema.sql", BEFORE).multiPart("dialect", "postgresql").accept("text/html,*/*;q=0.8").post("/v1/migrations").then()
                .statusCode(200).contentType(startsWith("application/json"));
        form("schema.sql", BEFORE).multiPart("dialect", "postgresql").accept("image/png").post("/v1/migrations").then().statusCode(406).contentType(PROBLEM)
                .body("supported", hasItem("application/sarif+json"));
    }

    @Test
    void answersProblemsAsProblemsInEveryForm() {
        form("schema.sql", "CREATE TABLE (").multiPart("dialect", "postgresql").accept("text/markdown").post("/v1/migrations").then().statusCode(422).contentType(PROBLEM);
    }

    @Test
    void givesSarifThatItsSchemaTakes() throws IOException {
        JsonNode log = mapper.readTree(changed("application/sarif+json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(resource("sarif-2.1.0.json")).validate(log)).isEmpty();
        JsonNode result = result(log, "DW102");
        assertThat(result.path("level").asText()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText()).startsWith("migrations/primary__0001_");
        assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText()).isEqualTo("users.name");
    }

    @Test
    void locatesFindingsAtTheStatementsOfTheirChange() throws IOException {
        List<String> lines = new String(changed("application/sql"), StandardCharsets.UTF_8).lines().toList();
        int line = result(mapper.readTree(changed("application/sarif+json")), "DW102").at("/locations/0/physicalLocation/region/startLine").asInt();
        assertThat(lines.get(line - 1)).isEqualTo("ALTER TABLE users DROP COLUMN name;");
    }

    @Test
    void pointsAtTheModelsLineWhereItIsKnown() throws IOException {
        String snapshot = snapshotOf("postgresql", "CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(20));");
        var models = Map.of("a.sql", "-- the users\nCREATE TABLE users (\n  id INTEGER PRIMARY KEY,\n  name VARCHAR(10)\n);",
                "a.yaml", "tables:\n  users:\n    columns:\n      id: {type: INTEGER, primary_key: true}\n      name: {type: VARCHAR(10)}\n");
        for (var model : models.entrySet()) {
            byte[] sarif = form(model.getKey(), model.getValue()).multiPart(file("snapshot", "s.json", snapshot)).accept("application/sarif+json").post("/v1/migrations")
                    .then().statusCode(200).extract().asByteArray();
            JsonNode physical = result(mapper.readTree(sarif), "DW105").at("/relatedLocations/0/physicalLocation");
            assertThat(physical.at("/artifactLocation/uri").asText()).isEqualTo(model.getKey());
            assertThat(physical.at("/region/startLine").asInt()).isEqualTo(model.getKey().equals("a.sql") ? 4 : 5);
        }
    }

    @Test
    void givesCodeQualityThatItsSchemaTakes() throws IOException {
        JsonNode report = mapper.readTree(changed("application/vnd.gitlab.code-quality+json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource("code-quality.json")).validate(report)).isEmpty();
        assertThat(report).isNotEmpty();
        assertThat(report.findValuesAsText("fingerprint")).doesNotHaveDuplicates();
    }

    @Test
    void givesJunitThatItsSchemaTakes() throws IOException, SAXException {
        byte[] xml = changed("application/xml");
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new StreamSource(new ByteArrayInputStream(resource("junit.xsd").getBytes(StandardCharsets.UTF_8))));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        assertThat(new String(xml, StandardCharsets.UTF_8)).contains("failures=\"1\"", "<failure type=\"DW102\"");
    }

    @Test
    void givesAnnotationsOfOneLineEach() {
        String annotations = new String(changed("text/x-github-annotations"), StandardCharsets.UTF_8);
        assertThat(annotations.lines()).isNotEmpty().allMatch(line -> line.matches("::(error|warning|notice) file=[^,:]+,line=\\d+,title=DW\\d{3}::.+"));
    }

    @Test
    void givesMarkdownThatNoNameBreaks() {
        String markdown = new String(changed("text/markdown"), StandardCharsets.UTF_8);
        assertThat(markdown).contains("| ````", "**Look at it before you approve**", "\n````sql\n", "| structure only |");
        assertThat(markdown.lines().filter(line -> line.startsWith("| ") && line.contains("DEFAULT"))).allMatch(line -> line.contains("a\\|b"));
        assertThat(markdown.split("</details>", -1)).as("one that is ours, and that of a default inside a fence").hasSize(4);
    }

    @Test
    void leavesOutOfACommentWhatItCannotHold() {
        String wide = "CREATE TABLE wide (" + "x".repeat(50) + " TEXT DEFAULT '" + "y".repeat(70_000) + "');";
        form("schema.sql", wide).multiPart("dialect", "postgresql").accept("text/markdown").post("/v1/migrations").then().statusCode(200)
                .body(containsString("too long for a comment"));
    }

    @Test
    void marksWhatChangesInTheDiagram() {
        String mermaid = new String(changed("text/vnd.mermaid"), StandardCharsets.UTF_8);
        assertThat(mermaid).startsWith("erDiagram\n").contains("[\"users (changed)\"]:::changed {", "[\"posts (new)\"]:::new {", "TEXT name \"dropped\"", "||--o{");
        assertThat(mermaid.lines().filter(line -> line.startsWith("        "))).allMatch(line -> line.matches(" {8}[A-Za-z_][\\w()\\[\\]-]* [A-Za-z_][\\w()\\[\\]-]*( (PK|FK|UK)(, (PK|FK|UK))*)?( \"[^\"]*\")?"));
    }

    /** The picture in the README is of the page's example, and of this service. */
    @Test
    void theReadmeShowsWhatTheServiceDraws() throws IOException {
        Path example = Path.of("src/main/web/page/example");
        byte[] svg = form("schema.sql", Files.readString(example.resolve("schema.sql"))).multiPart(file("snapshot", "s.json", Files.readString(example.resolve("model_state.json"))))
                .multiPart("rename", "customers.name:full_name").accept("image/svg+xml").post("/v1/migrations").then().statusCode(200).extract().asByteArray();
        assertThat(Path.of("docs/diagram.svg")).hasBinaryContent(svg);
    }

    /** Tried on Mermaid 11: it takes pk for a key in any case, a backslash or a percent sign ends a name, and tags and directives take effect. */
    @Test
    void drawsNamesThatMermaidTakesForSomethingElse() {
        String model = "CREATE TABLE \"%%{init: 1}%% <b>\\ __x__\" (pk integer PRIMARY KEY, \"Uk-1\" integer, \"größe\" text, order_items numeric(12, 2));";
        String mermaid = form("schema.sql", model).multiPart("dialect", "postgresql").accept("text/vnd.mermaid").post("/v1/migrations").then().statusCode(200).extract().asString();
        assertThat(mermaid).doesNotContain("%", "<", "\\", "__x").contains("#37;#37;#123;init: 1#125;", "INTEGER _pk PK \"pk not null new\"", "INTEGER _Uk-1 \"Uk-1 new\"", "TEXT gr_e \"größe new\"", "NUMERIC(12_2) order_items \"new\"");
    }

    @Test
    void laysTheFilesOutForTheRepository() throws IOException {
        Map<String, String> files = unzipped(changed("application/zip"));
        assertThat(files.keySet()).containsExactly(".dbwarden/model_state.json", ".dbwarden/plans/primary__0001_drop_column_users_name_and_more.plan.json",
                "migrations/primary__0001_drop_column_users_name_and_more.sql");
        JsonNode plan = mapper.readTree(files.get(".dbwarden/plans/primary__0001_drop_column_users_name_and_more.plan.json"));
        assertThat(plan.at("/migration/checksum").asText()).startsWith("sha256:");
        assertThat(plan.path("changes")).hasSize(4);
        assertThat(plan.has("snapshot")).isFalse();
        form("schema.sql", AFTER).multiPart(file("snapshot", "s.json", files.get(".dbwarden/model_state.json"))).post("/v1/migrations").then().statusCode(200).body("changed", equalTo(false));
    }

    /** The first finding of a rule. */
    private static JsonNode result(JsonNode log, String rule) {
        for (JsonNode result : log.at("/runs/0/results")) {
            if (result.path("ruleId").asText().equals(rule)) {
                return result;
            }
        }
        throw new AssertionError("no " + rule + " in " + log);
    }

    static Map<String, String> unzipped(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static byte[] changed(String mediaType) {
        return form("schema.sql", AFTER).multiPart(file("snapshot", "s.json", snapshotOf("postgresql", BEFORE))).multiPart("on_ambiguity", "drop_and_add")
                .accept(mediaType).post("/v1/migrations").then().statusCode(200).contentType(startsWith(mediaType)).extract().asByteArray();
    }

    private static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(AnswerFormatsTest.class.getResourceAsStream("/schemas/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
