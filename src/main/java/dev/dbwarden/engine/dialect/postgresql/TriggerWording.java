package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The one spelling of a trigger: its events in the server's order, without what is the default (manual, CREATE TRIGGER). */
final class TriggerWording {
    private static final List<String> EVENTS = List.of("insert", "delete", "update", "truncate");

    private final TokenStream in;
    private final KnownColumns known;
    private final StringJoiner text = new StringJoiner(" ");

    TriggerWording(TokenStream in, KnownColumns known) {
        this.in = in;
        this.known = known;
    }

    /** After {@code TRIGGER}, up to the statement's end. */
    String text(boolean constraint) {
        text.add(constraint ? "create constraint trigger" : "create trigger").add(Wording.word(in.next())).add(Wording.word(in.next()));
        if (in.accept("OF")) {
            text.add("of");
        }
        events();
        in.expect("ON");
        String table = Wording.name(in);
        text.add("on").add(table);
        if (in.accept("FROM")) {
            text.add("from").add(Wording.name(in));
        }
        deferral();
        if (in.accept("REFERENCING")) {
            var tables = new TreeMap<String, String>();
            while (in.atAny("OLD", "NEW")) {
                String which = Wording.word(in.next());
                in.expect("TABLE");
                in.accept("AS");
                tables.put(which, Wording.word(in.next()));
            }
            tables.forEach((which, name) -> text.add("referencing").add(which).add(name));
        }
        if (in.accept("FOR")) {
            in.accept("EACH");
            text.add(in.next().is("ROW") ? "for each row" : "");
        }
        if (in.accept("WHEN")) {
            var block = new QueryBlock(table, Stream.of("old", "new").map(row -> new QueryBlock.Source(row, known.ofRelation(table))).toList());
            text.add("when").add(Expressions.canonical(in.parenthesized(), PostgresqlExpressions.rules(block.types())));
        }
        in.expect("EXECUTE");
        in.next();
        text.add("execute").add(Wording.name(in)).add(arguments(in.parenthesized()));
        return text.toString();
    }

    private void events() {
        var events = new TreeMap<Integer, String>();
        do {
            String event = Wording.word(in.next());
            int place = EVENTS.indexOf(event);
            if (place < 0) {
                throw in.unexpected("INSERT, UPDATE, DELETE or TRUNCATE");
            }
            var columns = new ArrayList<String>();
            if (in.accept("OF")) {
                do {
                    columns.add(Wording.word(in.next()));
                } while (in.accept(","));
            }
            events.put(place, columns.isEmpty() ? event : event + " of " + String.join(", ", columns));
        } while (in.accept("OR"));
        text.add(String.join(" or ", events.values()));
    }

    private void deferral() {
        if (!in.accept("NOT", "DEFERRABLE") && in.accept("DEFERRABLE")) {
            text.add("deferrable");
        }
        if (in.accept("INITIALLY") && in.next().is("DEFERRED")) {
            text.add("initially deferred");
        }
    }

    /** What is not quoted is a literal too: "simple names and numeric constants may be written here, but they will all be converted to strings". */
    private static String arguments(String list) {
        var arguments = new ArrayList<String>();
        TokenStream each = TokenStream.of(list, Postgresql.LEXICON);
        while (!each.isAtEnd()) {
            Token token = each.next();
            if (!token.is(",")) {
                arguments.add(Postgresql.QUOTING.literal(token.type() == Token.Type.WORD ? Wording.word(token) : token.value()));
            }
        }
        return "(" + String.join(", ", arguments) + ")";
    }
}
