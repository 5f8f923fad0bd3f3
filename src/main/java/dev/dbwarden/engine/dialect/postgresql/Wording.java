package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The one spelling of statements and queries that the model carries whole: what their author wrote and what the server prints of them
 * ({@code pg_get_functiondef}, {@code pg_get_viewdef}) are one. It is for comparing and is sent to no server.
 */
final class Wording {
    /** Before a bracket with a condition in it. */
    private static final Set<String> CONDITIONS = Set.of("WHERE", "USING", "CHECK", "WHEN");

    /** Brackets in brackets, deeper than anybody writes them. */
    private static final int MAX_DEPTH = 40;

    /** What an aggregate over no column is over in the older form. */
    private static final Pattern ANY = Pattern.compile("(?i)^(\"any\"|'any')$");

    private static final List<String> ALL_STATISTICS = List.of("dependencies", "mcv", "ndistinct");

    private Wording() {}

    static String of(String sql) {
        return of(sql, KnownColumns.NONE);
    }

    static String of(String sql, KnownColumns known) {
        TokenStream in = TokenStream.of(sql, Postgresql.LEXICON);
        if (isDeep(in)) {
            return rest(in);
        }
        try {
            return Dissected.of(in).map(Dissected::wording).orElseGet(() -> first(in, known) + rest(in));
        } catch (SqlException | IllegalArgumentException unknown) {
            return rest(TokenStream.of(sql, Postgresql.LEXICON));
        }
    }

    /** What the columns of a query are called; none where they are not all known. */
    static List<String> columns(String query, KnownColumns known) {
        TokenStream in = TokenStream.of(query, Postgresql.LEXICON);
        try {
            return isDeep(in) ? List.of() : QueryWording.columns(in, known);
        } catch (SqlException unknown) {
            return List.of();
        }
    }

    /** Whether a query answers with all columns of something; a star of a multiplication has an operand behind it. */
    static boolean hasStar(String query) {
        List<Token> tokens = TokenStream.of(query, Postgresql.LEXICON).tokens();
        return tokens.getFirst().is("TABLE") || IntStream.range(1, tokens.size()).filter(at -> tokens.get(at).is("*"))
                .anyMatch(at -> tokens.get(at - 1).is(".") || at + 1 < tokens.size() && (tokens.get(at + 1).is("FROM") || tokens.get(at + 1).is(",")));
    }

    /** Each level of a query is read by itself, so that the time would grow with the square of the depth. */
    private static boolean isDeep(TokenStream in) {
        int depth = 0;
        for (Token token : in.tokens()) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth > MAX_DEPTH) {
                return true;
            }
        }
        return false;
    }

    /** What is known to the letter; empty where the statement is of another kind. */
    private static String first(TokenStream in, KnownColumns known) {
        if (in.atAny("SELECT", "WITH", "VALUES", "TABLE") || in.at("(") && in.peek(1).is("SELECT")) {
            return new QueryWording(in, known).query();
        }
        if (in.at("USING") || in.at("(") && !in.peek(1).is("SELECT") && !in.peek(1).is("WITH") && !in.peek(1).is("VALUES") && !in.peek(1).is("(")) {
            return new ExclusionWording(in).text();
        }
        if (in.atAny("GRANT", "REVOKE") || in.at("ALTER", "DEFAULT", "PRIVILEGES")) {
            return allGranted(in);
        }
        int mark = in.mark();
        if (in.accept("CREATE")) {
            in.accept("OR", "REPLACE");
            boolean constraint = in.accept("CONSTRAINT");
            if (in.atAny("FUNCTION", "PROCEDURE")) {
                return new RoutineWording(in, known).text();
            }
            if (in.accept("TRIGGER")) {
                return new TriggerWording(in, known).text(constraint);
            }
            if (in.accept("EVENT", "TRIGGER")) {
                return eventTrigger(in);
            }
            if (in.accept("POLICY")) {
                return new PolicyWording(in, known).text();
            }
            if (in.accept("STATISTICS")) {
                return statistics(in);
            }
            if (in.accept("COLLATION")) {
                return CollationWording.of(in);
            }
            if (in.accept("RULE")) {
                return new RuleWording(in, known).text();
            }
            Optional<String> type = in.accept("TYPE") ? RangeWording.of(in).or(() -> Composite.wording(in)) : Optional.empty();
            if (type.isPresent()) {
                return type.get();
            }
            if (in.atAny("OPERATOR", "AGGREGATE") && !in.peek(1).is("CLASS") && !in.peek(1).is("FAMILY") || in.at("TEXT", "SEARCH")) {
                return parameters(in);
            }
        }
        in.reset(mark);
        return "";
    }

    /** A grant of all that can be granted, up to what it is on: before version 17 the server lists seven privileges for a table, and none is missing. */
    private static String allGranted(TokenStream in) {
        int mark = in.mark();
        Optional<Grant> all = GrantReader.single(in).filter(grant -> Grant.isAll(grant.privileges(), grant.on()));
        in.reset(mark);
        if (all.isEmpty()) {
            return "";
        }
        var text = new StringBuilder();
        while (!in.atAny("GRANT", "REVOKE")) {
            text.append(word(in.next())).append(' ');
        }
        text.append(word(in.next())).append(" all ").append(all.get().on().column().isEmpty() ? "" : "( " + Postgresql.QUOTING.name(all.get().on().column()) + " ) ");
        in.skipUntil("ON");
        return text.toString();
    }

    /** An event trigger, whose function may be called a procedure (manual, CREATE EVENT TRIGGER). */
    private static String eventTrigger(TokenStream in) {
        var text = new StringJoiner(" ").add("create event trigger").add(word(in.next()));
        in.expect("ON");
        text.add("on").add(word(in.next()));
        boolean filtered = in.accept("WHEN");
        while (filtered) {
            text.add("when").add(word(in.next()));
            in.expect("IN");
            text.add(in.parenthesized().replaceAll("\\s*,\\s*", ", ").strip());
            filtered = in.accept("AND");
        }
        in.expect("EXECUTE");
        in.next();
        text.add("execute").add(name(in)).add(in.parenthesized());
        return text.toString();
    }

    /** Statistics, whose kinds and columns stand in any order; all kinds are the default. */
    private static String statistics(TokenStream in) {
        in.accept("IF", "NOT", "EXISTS");
        var text = new StringJoiner(" ").add("create statistics");
        if (in.peek().isName() && !in.at("ON")) {
            text.add(name(in));
        }
        List<String> kinds = in.at("(") ? QueryText.names(in.parenthesized()).stream().sorted().toList() : ALL_STATISTICS;
        in.expect("ON");
        int mark = in.mark();
        in.skipUntil("FROM", ";");
        String columns = TokenStream.of(in.textSince(mark), Postgresql.LEXICON).list().stream().map(Wording::expression).sorted().collect(Collectors.joining(", "));
        return text.add(kinds.equals(ALL_STATISTICS) ? "" : "(" + String.join(", ", kinds) + ")").add("on").add(columns).add(rest(in)).toString();
    }

    /** An operator, an aggregate, a parser or template of text search, whose parameters stand in any order. */
    private static String parameters(TokenStream in) {
        var head = new StringJoiner(" ").add("create");
        boolean aggregate = in.at("AGGREGATE");
        String last = "";
        while (!in.isAtEnd() && !in.at(";")) {
            head.add(last);
            boolean isList = in.at("(");
            last = isList ? in.parenthesized() : word(in.next());
            last = isList && aggregate && in.at("(") ? "(" + overTypes(last) + ")" : last;
        }
        List<String> settings = TokenStream.of(last, Postgresql.LEXICON).list();
        Optional<String> base = settings.stream().filter(each -> aggregate && isSetting(each, "basetype")).findFirst();
        base.ifPresent(each -> head.add("(" + (ANY.matcher(value(each)).matches() ? "*" : overTypes(value(each))) + ")"));
        return rest(TokenStream.of(head.toString(), Postgresql.LEXICON)) + " (" + String.join(", ", settings.stream().filter(each -> !base.equals(Optional.of(each)))
                .map(each -> aggregate ? ofAggregate(each) : each)
                .map(each -> rest(TokenStream.of(each, Postgresql.LEXICON)).replaceFirst("^procedure ", "function ").replaceFirst("= operator \\( (\\S+) \\)$", "= $1")).sorted().toList()) + ")";
    }

    private static boolean isSetting(String text, String... names) {
        return Stream.of(names).anyMatch(name -> text.matches("(?is)\\s*" + name + "\\s*=.*"));
    }

    private static String value(String setting) {
        return setting.substring(setting.indexOf('=') + 1).strip();
    }

    /** A setting of an aggregate: types have many names, and a number begins a count as well as a text. */
    private static String ofAggregate(String setting) {
        String name = setting.substring(0, Math.max(setting.indexOf('='), 0));
        return isSetting(setting, "stype", "mstype") ? name + "= " + overTypes(value(setting))
                : isSetting(setting, "initcond", "minitcond") && value(setting).matches("-?[\\w.]+") ? name + "= " + Postgresql.QUOTING.literal(value(setting)) : setting;
    }

    /** The types that an aggregate is over, by their one name; as they are where more is said. */
    private static String overTypes(String arguments) {
        return TokenStream.of(arguments, Postgresql.LEXICON).list().stream().map(argument -> {
            TokenStream one = TokenStream.of(argument, Postgresql.LEXICON);
            Optional<String> type = DefinedReader.type(one);
            return one.isAtEnd() ? type.orElse(argument) : argument;
        }).collect(Collectors.joining(", "));
    }

    /** A name as the server keeps it: without quotes, and in lower case where it has none. */
    static String folded(Token token) {
        return token.type() == Token.Type.WORD ? token.value().toLowerCase(Locale.ROOT) : token.value();
    }

    /** Token by token. */
    static String rest(TokenStream in) {
        var words = new StringJoiner(" ");
        while (!in.isAtEnd()) {
            if (in.peek().type() != Token.Type.SYMBOL && in.peek(1).is(".") && isDefault(in.peek())) {
                in.next();
                in.next();
                continue;
            }
            boolean condition = in.peek().type() == Token.Type.WORD && CONDITIONS.contains(in.peek().text().toUpperCase(Locale.ROOT)) && in.peek(1).is("(");
            words.add(word(in.next()));
            if (condition) {
                words.add("( " + expression(in.parenthesized()) + " )");
            }
        }
        return words.toString();
    }

    private static boolean isDefault(Token token) {
        return token.isName() && (token.value().equalsIgnoreCase("public") || token.value().equalsIgnoreCase("pg_catalog"));
    }

    static String word(Token token) {
        return switch (token.type()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case NAME -> Postgresql.QUOTING.name(token.value());
            case STRING -> token.text().startsWith("$") || token.text().startsWith("'") ? Postgresql.QUOTING.literal(token.value()) : token.text();
            case NUMBER, SYMBOL, END -> token.text();
        };
    }

    /** A name as it is spelled everywhere: one without quotes needs some where it is a word of the language too. */
    static String named(Token token) {
        return token.type() == Token.Type.WORD ? Postgresql.QUOTING.name(token.text().toLowerCase(Locale.ROOT)) : word(token);
    }

    static String expression(String sql) {
        return Expressions.canonical(sql, PostgresqlExpressions.RULES);
    }

    /** A name as the server resolves it. */
    static String name(TokenStream in) {
        ObjectName name = PostgresqlNormalizer.resolved(PostgresqlScript.clauses(in).objectName());
        return (name.namespace().isEmpty() ? "" : Postgresql.QUOTING.name(name.namespace()) + ".") + Postgresql.QUOTING.name(name.name());
    }
}
