package dev.dbwarden.engine.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenameHintTest {
    @Test
    void readsNamesBetweenDots() {
        assertEquals(new RenameHint("app.users.name:full name", Optional.empty(), List.of("app", "users", "name"), Optional.of("full name")), RenameHint.parse("app.users.name:full name"));
        assertEquals(Optional.empty(), RenameHint.parse("posts:").to());
    }

    @Test
    void readsDotsAndColonsBetweenQuotes() {
        assertEquals(List.of("mood", "a.b:c"), RenameHint.parse("mood.\"a.b:c\":\"d:e.f\"").from());
        assertEquals(Optional.of("d:e.f"), RenameHint.parse("mood.\"a.b:c\":\"d:e.f\"").to());
    }

    @Test
    void readsTheKindBeforeAName() {
        assertEquals(new RenameHint("table users.name:nick", Optional.of(Kind.TABLE), List.of("users", "name"), Optional.of("nick")), RenameHint.parse("table users.name:nick"));
        assertEquals(List.of("table users"), RenameHint.parse("\"table users\":people").from());
    }

    @Test
    void readsWhatItOffers() {
        for (String label : List.of("a.b", "a:b", " a ", "a \"b\"", "x")) {
            RenameHint hint = RenameHint.parse(RenameHint.part(new ObjectName("app", "mood"), label, label + "2"));
            assertEquals(List.of("app", "mood", label), hint.from());
            assertEquals(Optional.of(label + "2"), hint.to());
            assertEquals(List.of("app", "mood", label), RenameHint.parse(RenameHint.dropped(new ObjectName("app", "mood"), label)).from());
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertThrows(IllegalArgumentException.class, () -> RenameHint.parse("users"));
        assertThrows(IllegalArgumentException.class, () -> RenameHint.parse("a.b.c.d:e"));
        assertThrows(IllegalArgumentException.class, () -> RenameHint.parse("\"a:b"));
    }
}
