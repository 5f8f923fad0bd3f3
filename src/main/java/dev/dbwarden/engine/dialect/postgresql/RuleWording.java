package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** The one spelling of a rule: the server prints columns behind NEW or OLD, and the statements of its action with all that they leave unsaid. */
final class RuleWording {
    private final TokenStream in;
    private final KnownColumns known;
    private List<QueryBlock.Source> rows = List.of();

    RuleWording(TokenStream in, KnownColumns known) {
        this.in = in;
        this.known = known;
    }

    /** After {@code RULE}, up to the statement's end. */
    String text() {
        var text = new StringJoiner(" ").add("create rule").add(Wording.word(in.next()));
        in.expect("AS", "ON");
        String event = Wording.word(in.next());
        in.expect("TO");
        String table = Wording.name(in);
        rows = Stream.of("new", "old").filter(row -> !event.equals(row.equals("new") ? "delete" : "insert")).map(row -> new QueryBlock.Source(row, known.ofRelation(table))).toList();
        text.add("on").add(event).add("to").add(table);
        if (in.accept("WHERE")) {
            int condition = in.mark();
            in.skipUntil("DO", ";");
            text.add("where").add(expression(in.textSince(condition), List.of()));
        }
        in.expect("DO");
        in.accept("ALSO");
        text.add(in.accept("INSTEAD") ? "do instead" : "do");
        return text.add(in.at("(") ? actions(TokenStream.of(in.parenthesized(), Postgresql.LEXICON)) : action(in)).toString();
    }

    private String actions(TokenStream all) {
        var texts = new StringJoiner("; ");
        while (!all.isAtEnd()) {
            if (!all.accept(";")) {
                texts.add(action(all));
            }
        }
        return texts.toString();
    }

    private String action(TokenStream action) {
        if (action.atAny("SELECT", "WITH", "VALUES")) {
            return query(action).query();
        }
        if (action.accept("INSERT", "INTO")) {
            return insert(action);
        }
        if (action.accept("UPDATE")) {
            return "update " + changed(action);
        }
        return action.accept("DELETE", "FROM") ? "delete from " + changed(action) : rest(action);
    }

    private QueryWording query(TokenStream action) {
        return new QueryWording(action, known, List.of(block(List.of())));
    }

    /** The server names the columns (ruleutils.c, get_insert_query_def). */
    private String insert(TokenStream action) {
        String table = Wording.name(action);
        String alias = action.accept("AS") ? " " + Wording.word(action.next()) : "";
        List<String> columns = action.at("(") && !action.peek(1).is("SELECT") ? QueryText.names(action.parenthesized()) : List.of();
        List<String> all = columns.isEmpty() ? List.copyOf(known.ofRelation(table).keySet()) : columns;
        var values = new ArrayList<String>();
        int count = 0;
        if (action.accept("VALUES")) {
            do {
                List<String> row = TokenStream.of(action.parenthesized(), Postgresql.LEXICON).list();
                count = row.size();
                values.add("(" + String.join(", ", row.stream().map(value -> expression(value, List.of())).toList()) + ")");
            } while (action.accept(","));
        } else if (action.atAny("SELECT", "WITH") || action.at("(")) {
            QueryWording query = query(action);
            values.add(query.query());
            count = query.width();
        }
        List<String> meant = all.subList(0, count == 0 ? all.size() : Math.min(count, all.size()));
        return ("insert into " + table + alias + " (" + String.join(", ", meant) + ") " + String.join(", ", values) + " " + rest(action)).strip();
    }

    /** UPDATE and DELETE, of one table. */
    private String changed(TokenStream action) {
        String only = action.accept("ONLY") ? "only " : "";
        String table = Wording.name(action);
        boolean named = action.accept("AS") || action.peek().isName() && !action.atAny("SET", "WHERE", "USING", "RETURNING");
        String alias = named ? Wording.word(action.next()) : FromWording.own(table);
        var target = List.of(new QueryBlock.Source(alias, known.ofRelation(table)));
        var text = new StringJoiner(" ").add(only + table + (alias.equals(FromWording.own(table)) ? "" : " " + alias));
        if (action.accept("SET")) {
            text.add("set " + String.join(", ", settings(action, target)));
        }
        if (action.accept("WHERE")) {
            text.add("where").add(expression(until(action, "RETURNING", ";"), target));
        }
        return (text + " " + rest(action)).strip();
    }

    private List<String> settings(TokenStream action, List<QueryBlock.Source> target) {
        return TokenStream.of(until(action, "FROM", "WHERE", "RETURNING", ";"), Postgresql.LEXICON).list().stream().map(setting -> {
            TokenStream one = TokenStream.of(setting, Postgresql.LEXICON);
            String column = one.at("(") ? "(" + String.join(", ", QueryText.names(one.parenthesized())) + ")" : Wording.named(one.next());
            return one.accept("=") ? column + " = " + expression(one.rest(), target) : column + " " + rest(one);
        }).toList();
    }

    private static String until(TokenStream action, String... ends) {
        int mark = action.mark();
        action.skipUntil(ends);
        return action.textSince(mark);
    }

    private static String rest(TokenStream action) {
        return Wording.rest(TokenStream.of(until(action, ";"), Postgresql.LEXICON));
    }

    private String expression(String sql, List<QueryBlock.Source> target) {
        return new QueryWording(in, known).expression(sql, block(target));
    }

    /** A table beside the rows of the rule; what nobody knows stands for what else there is. */
    private QueryBlock block(List<QueryBlock.Source> target) {
        return new QueryBlock("", Stream.of(target.stream(), rows.stream(), Stream.of(new QueryBlock.Source("", Collections.emptySortedMap()))).flatMap(each -> each).toList());
    }
}
