package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import dev.dbwarden.engine.sql.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The one spelling of FROM: joins without the brackets that their conditions make superfluous, no noise words. */
final class FromWording {
    private static final String[] JOINS = {"JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL"};
    private static final String[] AFTER = {"WHERE", "GROUP", "HAVING", "WINDOW", "UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR", "ON", "USING",
        "TABLESAMPLE", "JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", ",", ")", ";"};

    private static final Pattern NUMBERED = Pattern.compile("(\\w+)_\\d{1,4}");

    private final TokenStream in;
    private final KnownColumns known;
    private final List<QueryBlock> outer;
    private final List<Token> query;
    private final QueryWording expressions;
    private final List<QueryBlock.Source> sources = new ArrayList<>();
    /** What a star stands for. */
    private final List<OutputColumn> star = new ArrayList<>();
    /** Whether that may be something else. */
    private boolean unknown;

    /** @param query its query where that is in another one; empty where it is in none */
    FromWording(TokenStream in, KnownColumns known, List<QueryBlock> outer, List<Token> query) {
        this.query = query;
        this.in = in;
        this.known = known;
        this.outer = outer;
        this.expressions = new QueryWording(in, known, outer);
    }

    /** After {@code FROM}. */
    QueryBlock block() {
        var text = new StringJoiner(", ");
        do {
            text.add(reference());
        } while (in.accept(","));
        return new QueryBlock(text.toString(), List.copyOf(sources), unknown ? List.of() : List.copyOf(star));
    }

    private String reference() {
        int first = sources.size();
        var text = new StringJoiner(" ").add(primary());
        List<OutputColumn> columns = sources.subList(first, sources.size()).stream().flatMap(QueryBlock.Source::outputs).toList();
        while (in.atAny(JOINS)) {
            var words = new ArrayList<String>();
            while (!in.accept("JOIN")) {
                words.add(Wording.word(in.next()));
            }
            words.removeAll(List.of("inner", "outer"));
            int second = sources.size();
            String joined = primary();
            List<String> common = words.contains("natural") ? common(sources.subList(first, second), sources.subList(second, sources.size())) : List.of();
            if (!common.isEmpty()) {
                words.remove("natural");
            }
            words.forEach(text::add);
            text.add("join").add(joined);
            if (in.accept("ON")) {
                text.add("on").add(several(condition()));
            } else if (in.accept("USING")) {
                common = TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list().stream().map(column -> Wording.named(TokenStream.of(column, Postgresql.LEXICON).next())).toList();
            }
            if (!common.isEmpty()) {
                text.add("using").add(String.join(" , ", common));
                unknown |= words.contains("right") || words.contains("full");
            }
            columns = joined(columns, common, sources.subList(second, sources.size()).stream().flatMap(QueryBlock.Source::outputs).toList());
        }
        star.addAll(columns);
        return text.toString();
    }

    /** The columns of a join: those that are compared come first, once (manual, 7.2.1.1). */
    private static List<OutputColumn> joined(List<OutputColumn> left, List<String> common, List<OutputColumn> right) {
        if (common.isEmpty()) {
            return Stream.concat(left.stream(), right.stream()).toList();
        }
        return Stream.of(common.stream().flatMap(name -> left.stream().filter(column -> column.name().equals(name)).limit(1)), Stream.concat(left.stream(), right.stream())
                .filter(column -> !common.contains(column.name()))).flatMap(all -> all).toList();
    }

    /** The columns that a natural join compares, which the server writes out; none where they are not known. */
    private static List<String> common(List<QueryBlock.Source> left, List<QueryBlock.Source> right) {
        boolean known = Stream.concat(left.stream(), right.stream()).allMatch(QueryBlock.Source::isKnown);
        return !known ? List.of() : left.stream().flatMap(source -> source.columns().keySet().stream()).distinct()
                .filter(column -> right.stream().anyMatch(source -> source.columns().containsKey(column))).toList();
    }

    /** An expression of a join or a call, beside which there are other tables than those before it. */
    private String several(String expression) {
        var all = new ArrayList<>(sources);
        all.add(new QueryBlock.Source("", Collections.emptySortedMap()));
        return expressions.expression(expression, new QueryBlock("", all));
    }

    private String condition() {
        int mark = in.mark();
        boolean distinct = false;
        while (!in.isAtEnd() && (distinct || !in.atAny(AFTER) || isCall())) {
            distinct = in.at("DISTINCT");
            if (in.at("(")) {
                in.parenthesized();
            } else {
                in.next();
            }
        }
        return in.textSince(mark);
    }

    /** {@code left(x, 1)} is a function. */
    private boolean isCall() {
        return in.atAny("LEFT", "RIGHT") && in.peek(1).is("(");
    }

    private String primary() {
        return primary(outer);
    }

    private String primary(List<QueryBlock> around) {
        if (in.at("(")) {
            TokenStream inside = TokenStream.of(new QueryBlock("", sources).named(in.parenthesized()), Postgresql.LEXICON);
            if (isQuery(inside)) {
                var other = QueryWording.nested(inside, known, around);
                String text = other.query();
                return "(" + text + ") " + alias("", other.typed(), false);
            }
            var nested = new FromWording(inside, known, outer, query);
            String text = nested.reference();
            sources.addAll(nested.sources);
            unknown |= text.contains(" using ") || text.contains(" natural ");
            return text;
        }
        if (in.accept("LATERAL")) {
            return in.at("(") ? "lateral " + primary(Stream.concat(Stream.of(new QueryBlock("", List.copyOf(sources))), outer.stream()).toList()) : primary();
        }
        String only = in.accept("ONLY") ? "only " : "";
        if (in.at("(")) {
            return only + primary();
        }
        String name = Wording.name(in);
        in.accept("*");
        if (in.at("(")) {
            return function(name);
        }
        String alias = alias(own(name), known.ofRelation(name), known.isVaried(name));
        return only + name + (alias.isEmpty() ? "" : " " + alias);
    }

    /** A call, which is LATERAL without a word where it names what stands before it; the server prints the columns of all (ruleutils.c, get_from_clause_item). */
    private String function(String name) {
        String call = several(name + "(" + in.parenthesized() + ")");
        boolean numbered = in.accept("WITH", "ORDINALITY");
        String own = own(name);
        String alias = in.accept("AS") || in.peek().isName() && !in.atAny(AFTER) ? in.at("(") ? own : Wording.word(in.next()) : own;
        String called = called(alias);
        List<String> usual = new ArrayList<>(known.ofFunction(name, alias));
        if (numbered) {
            usual.add("ordinality");
        }
        List<String> columns = in.at("(") ? TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list().stream().map(FromWording::defined).toList() : usual;
        List<String> names = columns.stream().map(column -> column.replaceFirst(" .*", "")).toList();
        boolean ordinary = columns.equals(usual) || !numbered && known.isOfFunction(name, columns);
        sources.add(new QueryBlock.Source(called, KnownColumns.untyped(names), names.size() == 1, alias, columns.equals(usual) && known.isVaried(name + "()")));
        return call + (numbered ? " with ordinality" : "") + (called.equals(own) ? "" : " " + called) + (ordinary ? "" : "(" + String.join(", ", columns) + ")");
    }

    /** A name without its namespace. */
    static String own(String name) {
        return Postgresql.QUOTING.name(ObjectName.parse(name).name());
    }

    /** Whether brackets hold a query in brackets, with or without others behind it, and not a join that begins with one. */
    private static boolean isQuery(TokenStream inside) {
        if (!inside.at("(")) {
            return inside.atAny("SELECT", "WITH", "VALUES");
        }
        int mark = inside.mark();
        boolean first = isQuery(TokenStream.of(inside.parenthesized(), Postgresql.LEXICON));
        boolean query = first && (inside.isAtEnd() || inside.atAny("UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH"));
        inside.reset(mark);
        return query;
    }

    /** The name of a function's column, and its type where that is written. */
    private static String defined(String column) {
        TokenStream in = TokenStream.of(column, Postgresql.LEXICON);
        String name = Wording.word(in.next());
        return in.isAtEnd() ? name : name + " " + PostgresqlTypes.parse(in).text();
    }

    /** The alias where it is another name, and the names of its columns. */
    private String alias(String own, SequencedMap<String, List<TypeName>> usual, boolean varied) {
        boolean said = in.accept("AS");
        if (!said && (!in.peek().isName() || in.atAny(AFTER) || QueryText.isCheckOption(in))) {
            sources.add(new QueryBlock.Source(own, usual, false, own, varied));
            return "";
        }
        String written = Wording.word(in.next());
        String alias = called(written);
        List<String> columns = in.at("(") ? QueryText.names(in.parenthesized()) : List.of();
        sources.add(new QueryBlock.Source(alias, columns.isEmpty() ? usual : KnownColumns.untyped(columns), false, written, varied && columns.isEmpty()));
        return (alias.equals(own) ? "" : alias) + (columns.isEmpty() ? "" : "(" + String.join(", ", columns) + ")");
    }

    /** The name without the number that the server prints in it where a query around this one has the name too (ruleutils.c, set_rtable_names). */
    private String called(String alias) {
        Matcher numbered = NUMBERED.matcher(alias);
        return !query.isEmpty() && numbered.matches() && !isUsed(numbered.group(1)) ? numbered.group(1) : alias;
    }

    /** Whether a name stands before a column in this query. */
    private boolean isUsed(String name) {
        return IntStream.range(0, query.size() - 1).anyMatch(i -> query.get(i + 1).is(".") && query.get(i).isName() && (i == 0 || !query.get(i - 1).is(".")) && Wording.word(query.get(i)).equals(name));
    }
}
