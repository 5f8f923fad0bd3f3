package dev.dbwarden.service.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.diff.Renames;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.answer.Diagram.Attribute;
import dev.dbwarden.service.answer.Diagram.Entity;
import dev.dbwarden.service.answer.Diagram.Mark;
import dev.dbwarden.service.answer.Diagram.Relationship;
import dev.dbwarden.service.answer.DiagramLayout.Box;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The diagram as a picture: every table in a place of its own, every change marked, always XML. */
class DrawingTest {
    private static final String BEFORE = "CREATE TABLE users (id integer PRIMARY KEY, name text); CREATE TABLE gone (id integer PRIMARY KEY, user_id integer REFERENCES users (id));";
    private static final String AFTER = "CREATE TABLE users (id integer PRIMARY KEY, mail text); CREATE TABLE posts (id integer PRIMARY KEY, user_id integer REFERENCES users (id));";

    private static final String RENAMED = "CREATE TABLE users (name integer PRIMARY KEY, full_name text); CREATE TABLE people (id integer PRIMARY KEY, user_id integer REFERENCES users (name));";

    @Test
    void marksTablesColumnsAndReferences() throws Exception {
        Document svg = parsed(new Drawing(Diagram.of(former(BEFORE), schema(AFTER))).text());
        assertThat(classes(svg, "rect")).contains("table new", "table changed", "table dropped", "row new", "row dropped");
        assertThat(classes(svg, "path")).contains("line new", "line dropped");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Entity-relationship diagram: 3 tables, 1 new, 1 changed, 1 dropped");
        assertThat(texts(svg)).contains("+ posts", "~ users", "− gone", "+ mail", "− name");
    }

    /** What a person said is a rename is neither dropped nor new in the picture. */
    @Test
    void showsWhatRenamedThingsWereCalled() throws Exception {
        Diagram diagram = Diagram.of(former(BEFORE, "gone:people", "users.name:full_name", "users.id:name"), schema(RENAMED));
        assertThat(diagram.entities()).extracting(Entity::mark).containsOnly(Mark.CHANGED);
        assertThat(diagram.entities().stream().flatMap(each -> each.attributes().stream())).extracting(Attribute::mark).containsOnly(Mark.CHANGED, Mark.SAME);
        assertThat(diagram.relationships()).extracting(Relationship::mark).containsExactly(Mark.SAME);
        assertThat(texts(parsed(new Drawing(diagram).text()))).contains("~ people (was gone)", "~ full_name (was name)", "~ name (was id) PK");
    }

    /** A unique index says as much as a constraint; Prisma's models have no others. */
    @Test
    void knowsUniqueIndexesForKeys() {
        Diagram diagram = Diagram.of(former(BEFORE), schema(BEFORE + "CREATE UNIQUE INDEX one ON gone (user_id); CREATE UNIQUE INDEX some ON users (name) WHERE id > 1;"));
        assertThat(diagram.entities()).extracting(each -> each.attributes().getLast().keys()).containsExactly(List.of(), List.of("FK", "UK"));
        assertThat(diagram.relationships()).extracting(Relationship::one).containsExactly(true);
    }

    @Test
    void isEmptyForAnEmptySchema() throws Exception {
        assertThat(classes(parsed(new Drawing(Diagram.of(Former.of(Schema.EMPTY, List.of()), Schema.EMPTY)).text()), "rect")).containsExactly("back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "a\"b' onload='x", "]]>&amp;", "\u0001\u000b", "größe", "--"})
    void isXmlWhateverTheNames(String name) throws Exception {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        Document svg = parsed(new Drawing(Diagram.of(Former.of(Schema.EMPTY, List.of()), schema("CREATE TABLE %s (%s integer PRIMARY KEY);".formatted(quoted, quoted)))).text());
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(svg)).contains("+ " + name.replaceAll("\\p{Cntrl}", "\uFFFD") + " PK");
    }

    @Test
    void drawsReferencesThatGoRoundAndToOneself() {
        var layout = DiagramLayout.of(new Diagram(entities(3), List.of(reference(0, 1), reference(1, 2), reference(2, 0), reference(1, 1))));
        assertThat(layout.boxes().values()).extracting(Box::x).doesNotContain(0);
        assertThat(apart(layout)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesEveryTableAPlaceOfItsOwn(int seed) {
        var random = new Random(seed);
        int count = 5 + random.nextInt(60);
        var references = new ArrayList<Relationship>();
        for (int i = random.nextInt(2 * count); i > 0; i--) {
            references.add(reference(random.nextInt(count), random.nextInt(count)));
        }
        assertThat(apart(DiagramLayout.of(new Diagram(entities(count), references)))).isTrue();
    }

    /** Ten thousand tables are the most that the service takes: a long chain is deep, and must neither overflow nor take more than linear time. */
    @Test
    void drawsTheLargestSchema() throws Exception {
        int count = 10_000;
        List<Relationship> chain = IntStream.range(1, count).mapToObj(i -> reference(i, i - 1)).toList();
        assertThat(parsed(new Drawing(new Diagram(entities(count), chain)).text()).getElementsByTagName("g").getLength()).isEqualTo(count);
    }

    private static boolean apart(DiagramLayout layout) {
        List<Box> boxes = List.copyOf(layout.boxes().values());
        return boxes.stream().allMatch(one -> boxes.stream().allMatch(other -> one == other || one.x() + one.width() <= other.x() || other.x() + other.width() <= one.x()
                || one.y() + one.height() <= other.y() || other.y() + other.height() <= one.y()));
    }

    private static List<Entity> entities(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Entity("t" + i, Optional.empty(), Mark.SAME, List.of())).toList();
    }

    private static Relationship reference(int from, int to) {
        return new Relationship("t" + from, "t" + to, "", true, false, Mark.SAME);
    }

    private static Former former(String sql, String... hints) {
        return Former.of(schema(sql), Renames.of(Stream.of(hints).map(RenameHint::parse).toList(), schema(sql), schema(RENAMED)).changes());
    }

    private static Schema schema(String sql) {
        Dialect dialect = Dialects.find("postgresql").orElseThrow();
        Reading reading = dialect.read(sql, Schema.EMPTY);
        assertThat(reading.problems()).isEmpty();
        return reading.schema();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> classes(Document svg, String tag) {
        var found = svg.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> ((Element) found.item(i)).getAttribute("class")).toList();
    }

    private static List<String> texts(Document svg) {
        var found = svg.getElementsByTagName("text");
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent()).toList();
    }
}
