package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * When an event runs once, or ends. A server computes {@code AT CURRENT_TIMESTAMP + INTERVAL 1 DAY} when it makes the event, and keeps what came of
 * that: whether it came of this nobody can tell, so that a moment that is still to be computed is whatever the other side has written out.
 *
 * @param text  of the moment; empty for none
 * @param event the event without it, in its canonical spelling
 */
record EventMoment(List<Token> text, String event) {
    private static final Set<String> BEHIND = Set.of("ON", "ENABLE", "DISABLE", "COMMENT", "DO");

    static EventMoment of(DefinedObject event) {
        var rest = new ArrayList<>(Lexer.tokens(event.definition().sql(), Mysql.LEXICON));
        int from = first(rest, 0, Set.of("AT", "ENDS", "DO")) + 1;
        boolean isSaid = from < rest.size() && !rest.get(from - 1).is("DO");
        List<Token> moment = rest.subList(from, isSaid ? first(rest, from, BEHIND) : from);
        List<Token> text = List.copyOf(moment);
        moment.clear();
        return new EventMoment(text, MysqlDefinitions.canonical(rest));
    }

    private static int first(List<Token> tokens, int from, Set<String> words) {
        int at = from;
        while (at < tokens.size() - 1 && !words.contains(tokens.get(at).text().toUpperCase(Locale.ROOT))) {
            at++;
        }
        return at;
    }

    /** The schema with the moments that the other has written out. */
    static Schema settled(Schema schema, Schema other) {
        List<SchemaObject> settled = schema.objects().map(object -> object instanceof DefinedObject event && event.kind().equals("event")
                ? other.find(event.ref()).map(known -> settled(event, known)).orElse(event) : object).toList();
        return settled.stream().allMatch(schema::isSame) ? schema : Schema.of(settled);
    }

    /** The event as the other side has it, where that may be what comes of it. */
    private static DefinedObject settled(DefinedObject event, SchemaObject other) {
        if (event.equals(other)) {
            return event;
        }
        EventMoment own = of(event);
        EventMoment known = of((DefinedObject) other);
        return own.text.size() > 1 && known.text.size() == 1 && own.event.equals(known.event) ? (DefinedObject) other : event;
    }
}
