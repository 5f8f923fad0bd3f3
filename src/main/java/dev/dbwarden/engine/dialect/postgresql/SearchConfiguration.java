package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A configuration of text search, taken apart (manual, CREATE and ALTER TEXT SEARCH CONFIGURATION). Indexes and generated columns hang on it, so its
 * mappings change in place.
 *
 * @param mappings by kind of token, the dictionaries that are asked for it, in order, as SQL
 */
record SearchConfiguration(ObjectName name, ObjectName parser, SortedMap<String, List<String>> mappings) implements Dissected {
    static final String KIND = "text search configuration";

    static SearchConfiguration read(TokenStream in, PostgresqlScript script) {
        ObjectName name = script.made(PostgresqlScript.clauses(in).objectName());
        int start = in.peek().start();
        Map<String, String> written = Parameters.read(in);
        if (written.containsKey("parser")) {
            return new SearchConfiguration(name, named(written.get("parser")), new TreeMap<>());
        }
        if (!written.containsKey("copy")) {
            throw new SqlException("a text search configuration needs (PARSER = name) or (COPY = name)", start);
        }
        ObjectName source = named(written.get("copy"));
        return script.editor.find(new Ref(KIND, source, "")).or(() -> script.editor.find(new Ref(KIND, script.made(source), ""))).flatMap(Dissected::of)
                .map(SearchConfiguration.class::cast).or(() -> ServerSearch.configuration(source)).map(copied -> new SearchConfiguration(name, copied.parser, copied.mappings))
                .orElseThrow(() -> new SqlException("no text search configuration " + source + " is there to copy", start));
    }

    /** A name that stands as a parameter's value. */
    static ObjectName named(String written) {
        return PostgresqlNormalizer.resolved(PostgresqlScript.clauses(TokenStream.of(written, Postgresql.LEXICON)).objectName());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String sql() {
        String create = Postgresql.sql("CREATE TEXT SEARCH CONFIGURATION").words(PostgresqlRenderer.name(name)).words("(PARSER = " + PostgresqlRenderer.name(parser) + ")").toString();
        return create + adding("ADD", mappings).stream().map(statement -> ";\n" + statement).collect(Collectors.joining());
    }

    /** Statements that map kinds of tokens; those that are mapped alike together. */
    private List<String> adding(String action, SortedMap<String, List<String>> some) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        some.forEach((token, dictionaries) -> alike.computeIfAbsent(String.join(", ", dictionaries), _ -> new ArrayList<>()).add(Postgresql.QUOTING.name(token)));
        return alike.entrySet().stream().map(each -> alter(action + " MAPPING FOR " + String.join(", ", each.getValue()) + " WITH " + each.getKey())).toList();
    }

    private String alter(String action) {
        return Postgresql.sql("ALTER TEXT SEARCH CONFIGURATION").words(PostgresqlRenderer.name(name)).words(action).toString();
    }

    @Override
    public SearchConfiguration altered(TokenStream in, PostgresqlScript script) {
        var changed = new TreeMap<>(mappings);
        if (in.accept("DROP", "MAPPING")) {
            PostgresqlScript.clauses(in).ifExists();
            in.expect("FOR");
            names(in).forEach(changed::remove);
            return new SearchConfiguration(name, parser, changed);
        }
        if (!in.accept("ADD")) {
            in.expect("ALTER");
        }
        in.expect("MAPPING");
        List<String> tokens = in.accept("FOR") ? names(in) : List.copyOf(changed.keySet());
        if (in.accept("REPLACE")) {
            String old = dictionary(in);
            in.expect("WITH");
            String other = dictionary(in);
            UnaryOperator<String> replaced = each -> each.equals(old) ? other : each;
            tokens.forEach(token -> changed.computeIfPresent(token, (_, dictionaries) -> dictionaries.stream().map(replaced).toList()));
        } else {
            in.expect("WITH");
            List<String> dictionaries = dictionaries(in);
            tokens.forEach(token -> changed.put(token, dictionaries));
        }
        return new SearchConfiguration(name, parser, changed);
    }

    private static List<String> names(TokenStream in) {
        var names = new ArrayList<String>();
        do {
            names.add(PostgresqlScript.clauses(in).name());
        } while (in.accept(","));
        return names;
    }

    private static List<String> dictionaries(TokenStream in) {
        var dictionaries = new ArrayList<String>();
        do {
            dictionaries.add(dictionary(in));
        } while (in.accept(","));
        return dictionaries;
    }

    private static String dictionary(TokenStream in) {
        return PostgresqlRenderer.name(PostgresqlNormalizer.resolved(PostgresqlScript.clauses(in).objectName()));
    }

    @Override
    public List<Statement> statements(Dissected other) {
        if (!(other instanceof SearchConfiguration after) || !parser.equals(after.parser)) {
            return List.of();
        }
        var added = new TreeMap<>(after.mappings);
        added.keySet().removeAll(mappings.keySet());
        var changed = new TreeMap<>(after.mappings);
        changed.entrySet().removeIf(each -> !mappings.containsKey(each.getKey()) || each.getValue().equals(mappings.get(each.getKey())));
        var statements = new ArrayList<String>();
        List<String> gone = mappings.keySet().stream().filter(token -> !after.mappings.containsKey(token)).map(Postgresql.QUOTING::name).toList();
        if (!gone.isEmpty()) {
            statements.add(alter("DROP MAPPING FOR " + String.join(", ", gone)));
        }
        statements.addAll(adding("ALTER", changed));
        statements.addAll(adding("ADD", added));
        return statements.stream().map(Statement::of).toList();
    }
}
