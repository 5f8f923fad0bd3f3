package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When an event runs once, begins and ends. A server computes {@code AT CURRENT_TIMESTAMP + INTERVAL 1 DAY} when it makes the event, and keeps what came
 * of that, and where nothing is said it begins at that moment: what came of what nobody can tell, so that a moment that is still to be computed is
 * whatever the other side has written out.
 *
 * @param moments by the word in front of them
 * @param event   the event without them, in its canonical spelling
 */
record EventMoments(Map<String, List<Token>> moments, String event) {
    private static final String BEGIN = "STARTS";
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?)?");
    private static final Set<String> WORDS = Set.of("AT", BEGIN, "ENDS");
    private static final Set<String> BEHIND = Set.of("AT", BEGIN, "ENDS", "ON", "ENABLE", "DISABLE", "COMMENT", "DO");

    static EventMoments of(DefinedObject event) {
        List<Token> tokens = Lexer.tokens(event.definition().sql(), Mysql.LEXICON);
        var moments = new LinkedHashMap<String, List<Token>>();
        var rest = new ArrayList<Token>();
        for (int at = 0; at < tokens.size(); ) {
            String word = tokens.get(at).text().toUpperCase(Locale.ROOT);
            if (word.equals("DO")) {
                rest.addAll(tokens.subList(at, tokens.size()));
                break;
            }
            int end = at + 1;
            if (WORDS.contains(word) && rest.stream().anyMatch(token -> token.is("SCHEDULE"))) {
                while (end < tokens.size() && !BEHIND.contains(tokens.get(end).text().toUpperCase(Locale.ROOT))) {
                    end++;
                }
                moments.put(word, List.copyOf(tokens.subList(at + 1, end)));
            } else {
                rest.add(tokens.get(at));
            }
            at = end;
        }
        return new EventMoments(moments, MysqlDefinitions.canonical(rest));
    }

    /** The schema with the moments that the other has written out where they are still to be computed. */
    static Schema settled(Schema schema, Schema other) {
        return settled(schema, other, false);
    }

    /** The model with the moments that the snapshot has written out, also of events that have begun whenever they were made. */
    static Schema continued(Schema model, Schema snapshot) {
        return settled(model, snapshot, true);
    }

    private static Schema settled(Schema schema, Schema other, boolean begun) {
        List<SchemaObject> settled = schema.objects().map(object -> object instanceof DefinedObject event && event.kind().equals("event")
                ? other.find(event.ref()).map(known -> settled(event, (DefinedObject) known, begun)).orElse(event) : object).toList();
        return settled.stream().allMatch(schema::isSame) ? schema : Schema.of(settled);
    }

    /** The event as the other side has it, where that may be what comes of it. */
    private static DefinedObject settled(DefinedObject event, DefinedObject other, boolean begun) {
        if (event.equals(other)) {
            return event;
        }
        EventMoments own = of(event);
        EventMoments known = of(other);
        boolean same = own.event.equals(known.event) && WORDS.stream().allMatch(word -> own.mayBecome(known, word, begun));
        return same ? other : event;
    }

    private boolean mayBecome(EventMoments other, String word, boolean begun) {
        String own = spelled(moments.getOrDefault(word, List.of()));
        String known = spelled(other.moments.getOrDefault(word, List.of()));
        boolean isComputed = own.isEmpty() ? begun && word.equals(BEGIN) : !isWrittenOut(own);
        return isComputed && isWrittenOut(known) || own.equals(known);
    }

    private static boolean isWrittenOut(String moment) {
        return moment.startsWith("'") && moment.endsWith("'");
    }

    /** A moment as the servers write it out, where it need not be computed: with all digits, and a day as its midnight. */
    static String spelled(List<Token> moment) {
        boolean isOne = moment.size() == 1 || moment.size() == 2 && moment.getFirst().is("TIMESTAMP");
        Matcher written = WRITTEN.matcher(isOne ? moment.getLast().value() : "");
        if (!written.matches()) {
            return moment.stream().map(MysqlDefinitions::header).collect(Collectors.joining(" "));
        }
        Object[] numbers = IntStream.rangeClosed(1, written.groupCount()).mapToObj(written::group).map(digits -> digits == null ? 0 : Integer.valueOf(digits)).toArray();
        return Mysql.QUOTING.literal(String.format(Locale.ROOT, "%04d-%02d-%02d %02d:%02d:%02d", numbers));
    }
}
