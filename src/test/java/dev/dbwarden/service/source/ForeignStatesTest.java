package dev.dbwarden.service.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.document.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Prisma schemas and drizzle-kit snapshots are read as what the DDL beside them makes. It was written by Prisma's schema engine 8.1.0 and by drizzle-kit
 * 0.31.11 themselves; that of Prisma for MySQL, which the engine's WebAssembly leaves out, follows the engine's source (renderer.rs of its MySQL flavour).
 */
class ForeignStatesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TestFactory
    Stream<DynamicTest> prisma() {
        return Stream.of("prisma/everything", "prisma/as-projects-write", "prisma/names-and-keys", "prisma/schemas-and-extensions",
                "prisma/datasource-by-its-name", "prisma/mysql-defaults-and-keys").flatMap(folder -> tests(folder, ".prisma"));
    }

    @TestFactory
    Stream<DynamicTest> drizzle() {
        return Stream.of("drizzle/everything", "drizzle/keys-and-views", "drizzle/policies", "drizzle/indexes-and-empty-views").flatMap(folder -> tests(folder, ".json"));
    }

    private static Stream<DynamicTest> tests(String folder, String ending) {
        Path in = RESOURCES.resolve(folder);
        return Dialects.all().stream().filter(dialect -> Files.exists(in.resolve(dialect.name() + ending))).map(dialect ->
                DynamicTest.dynamicTest(dialect.name(), () -> isRead(in.resolve(dialect.name() + ending), text(in.resolve("expect." + dialect.name() + ".sql")), dialect)));
    }

    private static void isRead(Path file, String ddl, Dialect dialect) {
        Model model = Sources.read(List.of(source(file.getFileName().toString(), text(file))), dialect, Limits.DEFAULT);
        Reading expected = dialect.read(ddl, Schema.EMPTY);
        assertThat(expected.problems()).isEmpty();
        assertThat(model.schema().objects().toList()).containsExactlyInAnyOrderElementsOf(expected.schema().objects().toList());
    }

    @Test
    void aPrismaSchemaIsRefusedWithLineAndColumn() {
        Mistake mistake = refusal("schema.prisma", "model User {\n  id Int @id\n  pet Dog\n}\n");
        assertThat(mistake.line()).hasValue(3);
        assertThat(mistake.message()).contains("'Dog'");
    }

    @Test
    void anAttributeOrAnArgumentOfPrismaThatIsNotKnownIsRefused() {
        assertThat(refusal("schema.prisma", "model User {\n  id Int @id @uniqe\n}\n").message()).contains("@uniqe");
        assertThat(refusal("schema.prisma", "model User {\n  id Int @id\n  @@index([id], include: [id])\n}\n").message()).contains("'include'");
        assertThat(refusal("schema.prisma", "model User {\n  id Int @id\n  @@index([id], where: { id: null })\n}\n").line()).hasValue(3);
    }

    @Test
    void aPrismaSchemaForAnotherDatabaseIsRefused() {
        Mistake mistake = refusal("schema.prisma", "\ndatasource db {\n  provider = \"mongodb\"\n}\n\nmodel User {\n  id String @id @default(auto()) @map(\"_id\") @db.ObjectId\n}\n");
        assertThat(mistake.message()).contains("mongodb").contains("postgresql");
        assertThat(mistake.line()).hasValue(2);
    }

    @Test
    void aPrismaViewIsToldToBeNoPartOfTheModel() {
        String schema = "model User {\n  id Int @id\n}\n\nview Seen {\n  id Int @unique\n}\n";
        Model model = Sources.read(List.of(source("schema.prisma", schema)), Dialects.find("postgresql").orElseThrow(), Limits.DEFAULT);
        assertThat(model.schema().objects().toList()).hasSize(1);
        assertThat(model.outside()).singleElement().asString().contains("view Seen").contains("send the models as SQL");
    }

    @Test
    void hostilePrismaIsRefused() {
        assertThat(refusal("a.prisma", "model A {\n  id Int @id @default(" + "f(".repeat(5_000)).message()).contains("nests deeper");
        assertThat(refusal("a.prisma", "model A {\n  id String @id @default(dbgenerated(\"1); DROP TABLE x; --\"))\n}\n").line()).hasValue(2);
        assertThat(refusal("a.prisma", "model A {").message()).contains("never closed");
    }

    @Test
    void aDrizzleSnapshotIsRefusedWithItsPointer() {
        String snapshot = text(RESOURCES.resolve("drizzle/everything/postgresql.json"));
        Mistake mistake = refusal("0000_snapshot.json", snapshot.replaceFirst("\"type\": \"boolean\"", "\"type\": \"boolean); DROP TABLE x\""));
        assertThat(mistake.pointer()).hasValue("/tables/public.users/columns/active/type");
        assertThat(refusal("0000_snapshot.json", snapshot.replace("\"version\": \"7\"", "\"version\": \"6\"")).pointer()).hasValue("/version");
    }

    @Test
    void whatADrizzleSnapshotSaysOfATableOfItsOwnSchemasThatItDoesNotHoldIsToldToBeNoPartOfTheModel() {
        String id = "\"columns\": {\"id\": {\"name\": \"id\", \"type\": \"integer\", \"primaryKey\": true, \"notNull\": true}}";
        String key = "{\"name\": \"%1$s\", \"tableFrom\": \"docs\", \"tableTo\": \"%2$s\", \"schemaTo\": \"%3$s\", \"columnsFrom\": [\"id\"], \"columnsTo\": [\"id\"]}";
        String keys = "\"foreignKeys\": {\"a\": " + key.formatted("a", "users", "auth") + ", \"b\": " + key.formatted("b", "docs", "public") + ", \"c\": " + key.formatted("c", "left", "") + "}";
        String policy = "\"%1$s\": {\"name\": \"%1$s\", \"as\": \"PERMISSIVE\", \"for\": \"ALL\", \"to\": [\"public\"], \"on\": \"\\\"%2$s\\\".\\\"%3$s\\\"\"}";
        String policies = "\"policies\": {" + policy.formatted("seen", "auth", "users") + ", " + policy.formatted("unseen", "public", "left") + "}";
        String snapshot = "{\"version\": \"7\", \"dialect\": \"postgresql\", \"prevId\": \"\", \"tables\": {\"public.docs\": {\"name\": \"docs\", \"schema\": \"\", " + id + ", " + keys + "}}, " + policies + "}";
        Model model = Sources.read(List.of(source("0000_snapshot.json", snapshot)), Dialects.find("postgresql").orElseThrow(), Limits.DEFAULT);
        assertThat(model.schema().table(ObjectName.of("docs")).orElseThrow().foreignKeys()).extracting(ForeignKey::name).containsExactly("a", "b");
        assertThat(model.schema().find(new Ref("policy", new ObjectName("auth", "users"), "seen"))).isPresent();
        assertThat(model.outside()).hasSize(2).anyMatch(told -> told.contains("/tables/public.docs/foreignKeys/c: foreign key c refers to table left, which is not in the snapshot"))
                .anyMatch(told -> told.contains("/policies/unseen: policy unseen is on table \"public\".\"left\", which is not in the snapshot"));
    }

    private static Mistake refusal(String name, String text) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> Sources.read(List.of(source(name, text)), Dialects.find("postgresql").orElseThrow(), Limits.DEFAULT));
        return problem.mistakes().getFirst();
    }

    private static SourceText source(String name, String text) {
        return new SourceText(name, Optional.empty(), Optional.empty(), text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
