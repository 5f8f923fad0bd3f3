package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A statement below {@code SET search_path}, with the namespaces of what it names written out: what is carried whole has to mean the same where the path is
 * another. Bodies of functions that are texts stay as they are, for the server looks their names up when they run.
 */
final class WrittenNamespaces {
    private static final Set<String> BEFORE_RELATION = Set.of("FROM", "JOIN", "INTO", "UPDATE", "ONLY", "TABLE", "REFERENCES");
    private static final Set<String> ENDS_FROM = Set.of("WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "FETCH", "UNION", "EXCEPT", "INTERSECT", "RETURNING", "WINDOW", "SELECT", "SET");
    /** Calls whose arguments have a FROM in between (manual, 9.4 and 9.9). */
    private static final Set<String> WITH_FROM = Set.of("EXTRACT", "SUBSTRING", "TRIM", "OVERLAY", "POSITION");
    private static final Set<String> OF_SEQUENCES = Set.of("nextval", "currval", "setval");
    private static final Set<String> NAMED = Set.of("function", "procedure", "aggregate", "type", "collation", "conversion", "statistics", "text search configuration", "text search dictionary",
            "text search parser", "text search template", "operator class", "operator family");
    private static final Set<String> ON_RELATION = Set.of("trigger", "policy", "rule", "grant", "revoke", "index");

    private record Insertion(int offset, String text) {}

    /** A level of brackets: whether its next name behind a comma is a relation's, and whether it holds types. */
    private static final class Level {
        private final boolean types;
        private final boolean cast;
        private final boolean noFrom;
        /** The query of WITH that is defined here, in which its name is still that of a table. */
        private final String query;
        private boolean from;

        Level(boolean types, boolean cast, boolean noFrom, String query) {
            this.types = types;
            this.cast = cast;
            this.noFrom = noFrom;
            this.query = query;
        }
    }

    private final PostgresqlScript script;
    private final List<Token> tokens;
    private final List<Insertion> insertions = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>(List.of(new Level(false, false, false, "")));
    private final Set<String> queries = new HashSet<>();
    private final boolean recursive;
    private String kind = "";
    private int at;

    private WrittenNamespaces(PostgresqlScript script, List<Token> tokens) {
        this.script = script;
        this.tokens = tokens;
        this.recursive = tokens.stream().anyMatch(token -> token.is("RECURSIVE"));
    }

    /** Reads a statement as it is where nothing in it depends on the path, otherwise with the namespaces written out. */
    static void read(TokenStream statement, PostgresqlScript script, Consumer<TokenStream> reader) {
        if (!script.path.isSet() || !statement.atAny("CREATE", "ALTER", "COMMENT", "GRANT", "REVOKE", "DROP")) {
            reader.accept(statement);
            return;
        }
        List<Token> tokens = List.copyOf(statement.remaining());
        List<Insertion> insertions = new WrittenNamespaces(script, tokens).found();
        if (insertions.isEmpty()) {
            reader.accept(statement);
            return;
        }
        int start = statement.peek().start();
        var text = new StringBuilder(statement.rest());
        insertions.reversed().forEach(each -> text.insert(each.offset - start, each.text));
        String whole = text.toString();
        var written = new TokenStream(whole, Lexer.tokens(whole, Postgresql.LEXICON), whole.length());
        try {
            reader.accept(written);
            if (!written.isAtEnd()) {
                throw written.unexpected("the end of the statement");
            }
        } catch (SqlException unreadable) {
            throw new SqlException(unreadable.getMessage(), original(unreadable.offset() + start, insertions));
        }
    }

    private static int original(int offset, List<Insertion> insertions) {
        int original = offset;
        for (Insertion each : insertions) {
            original -= each.offset < original ? Math.min(each.text.length(), original - each.offset) : 0;
        }
        return original;
    }

    private List<Insertion> found() {
        head();
        queries();
        for (; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            level(token);
            if (token.type() == Token.Type.STRING) {
                literal(token);
            } else if (token.isName() && !token(at - 1).is(".") && !token(at + 1).is(".")) {
                name(token);
            }
        }
        return insertions;
    }

    /** The words that say what kind the statement makes, and the name that it gives. */
    private void head() {
        TokenStream in = new TokenStream("", tokens, 0);
        String verb = in.next().text().toLowerCase(Locale.ROOT);
        kind = verb;
        if (!verb.equals("create")) {
            return;
        }
        in.accept("OR", "REPLACE");
        in.accept("CONSTRAINT");
        in.accept("UNIQUE");
        if (in.atAny("INDEX")) {
            kind = "index";
            return;
        }
        kind = DefinedReader.kind(in).orElse("");
        in.accept("IF", "NOT", "EXISTS");
        if (NAMED.contains(kind) && in.peek().isName() && !in.peek(1).is(".")) {
            insert(in.peek(), script.path.first());
            at = in.mark() + 1;
            levels.getFirst().from = false;
        }
    }

    /** The names of the queries in WITH, which are nobody's else. */
    private void queries() {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean first = token(i - 1).is("WITH") || token(i - 1).is("RECURSIVE") || token(i - 1).is(",");
            if (first && tokens.get(i).isName() && (token(i + 1).is("AS") && (token(i + 2).is("(") || token(i + 2).is("MATERIALIZED") || token(i + 2).is("NOT")) || token(i + 1).is("(") && isNamedQuery(i + 1))) {
                queries.add(value(tokens.get(i)));
            }
        }
    }

    private boolean isNamedQuery(int open) {
        int close = open + 1;
        while (close < tokens.size() && (tokens.get(close).isName() || tokens.get(close).is(","))) {
            close++;
        }
        return token(close).is(")") && token(close + 1).is("AS") && token(close + 2).is("(");
    }

    private void level(Token token) {
        if (token.is("(")) {
            Token before = token(at - 1);
            boolean routine = Set.of("function", "procedure", "aggregate").contains(kind) || before(at - 1, "FUNCTION", "PROCEDURE", "AGGREGATE", "ROUTINE");
            boolean types = levels.size() == 1 && routine && (before.isName() || before.is("TABLE")) || levels.size() == 1 && kind.equals("type") && before.is("AS") || kind.equals("cast") && levels.size() == 1;
            levels.push(new Level(types, before.is("CAST"), before.isName() && WITH_FROM.contains(before.text().toUpperCase(Locale.ROOT)), before.is("AS") ? value(token(at - 2)) : ""));
        } else if (token.is(")") && levels.size() > 1) {
            levels.pop();
        } else if (token.is("FROM") && !levels.getFirst().noFrom) {
            levels.getFirst().from = true;
        } else if (token.type() == Token.Type.WORD && ENDS_FROM.contains(token.text().toUpperCase(Locale.ROOT))) {
            levels.getFirst().from = false;
        } else if (token.is("TO") && (kind.equals("grant") || kind.equals("revoke"))) {
            levels.getFirst().from = false;
        } else if (token.is("ON") && (kind.equals("grant") || kind.equals("revoke"))) {
            levels.getFirst().from = true;
        }
    }

    /** Whether the name before the one at a place is behind one of these words. */
    private boolean before(int name, String... words) {
        int first = token(name - 1).is(".") ? name - 2 : name;
        for (String word : words) {
            if (token(first - 1).is(word)) {
                return true;
            }
        }
        return false;
    }

    private void name(Token token) {
        String name = value(token);
        Token before = token(at - 1);
        Token after = token(at + 1);
        if (isRelation(before, name)) {
            script.path.find(space -> isRelation(new ObjectName(space, name))).ifPresent(space -> insert(token, space));
        } else if (after.is("(") && !before.is("AS") && !before.is("INTO")) {
            script.path.find(space -> script.isRoutine(new ObjectName(space, name))).ifPresent(space -> insert(token, space));
        } else if (before.is("::") || before.is("RETURNS") || before.is("SETOF") || levels.getFirst().cast && before.is("AS") || levels.getFirst().types && isType(before, after)) {
            script.path.find(space -> isType(new ObjectName(space, name))).ifPresent(space -> insert(token, space));
        } else if (before.is("=") && Set.of("aggregate", "operator", "type").contains(kind)) {
            script.path.find(space -> script.isRoutine(new ObjectName(space, name)) || isType(new ObjectName(space, name))).ifPresent(space -> insert(token, space));
        }
    }

    private boolean isRelation(Token before, String name) {
        boolean query = queries.contains(name) && (recursive || levels.stream().noneMatch(level -> level.query.equals(name)));
        if (query || levels.getFirst().noFrom || before.is("FROM") && token(at - 2).is("DISTINCT") && (token(at - 3).is("IS") || token(at - 3).is("NOT"))) {
            return false;
        }
        boolean said = before.type() == Token.Type.WORD && BEFORE_RELATION.contains(before.text().toUpperCase(Locale.ROOT));
        boolean held = before.is("ON") && levels.size() == 1 && ON_RELATION.contains(kind) || before.is("TO") && kind.equals("rule") || before.is("SEQUENCE") && levels.getFirst().from;
        return said || held || before.is(",") && levels.getFirst().from;
    }

    /** In a list of arguments or attributes: a type is last, but for a default. */
    private static boolean isType(Token before, Token after) {
        return (before.is("(") || before.is(",") || before.is("AS") || before.isName()) && (after.is(",") || after.is(")") || after.is("[") || after.is("DEFAULT") || after.is("=") || after.is(":=") || after.is("AS"));
    }

    private void literal(Token token) {
        boolean sequence = token(at - 1).is("(") && OF_SEQUENCES.contains(token(at - 2).text().toLowerCase(Locale.ROOT));
        boolean cast = token(at + 1).is("::") && token(at + 2).is("REGCLASS");
        String name = token.value().toLowerCase(Locale.ROOT);
        if ((sequence || cast) && token.text().startsWith("'") && name.matches("\\w+")) {
            script.path.find(space -> isRelation(new ObjectName(space, name)) || script.isCounter(new ObjectName(space, name)))
                    .ifPresent(space -> insertions.add(new Insertion(token.start() + 1, Postgresql.QUOTING.name(space) + ".")));
        }
    }

    private boolean isRelation(ObjectName name) {
        return script.editor.relation(name).isPresent() || script.isSequence(name);
    }

    private boolean isType(ObjectName name) {
        return script.isType(name) || script.editor.relation(name).isPresent();
    }

    private void insert(Token token, String space) {
        insertions.add(new Insertion(token.start(), Postgresql.QUOTING.name(space) + "."));
    }

    private static String value(Token token) {
        return Wording.folded(token);
    }

    private Token token(int place) {
        return place >= 0 && place < tokens.size() ? tokens.get(place) : new Token(Token.Type.END, "", "", 0);
    }
}
