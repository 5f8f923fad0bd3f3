package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A dictionary of text search, taken apart (manual, CREATE TEXT SEARCH DICTIONARY). Its options change in place, as configurations hang on it. */
record SearchDictionary(ObjectName name, ObjectName template, SortedMap<String, String> options) implements Dissected {
    private static final String TEMPLATE = "template";

    static SearchDictionary read(TokenStream in, PostgresqlScript script) {
        ObjectName name = script.made(PostgresqlScript.clauses(in).objectName());
        int start = in.mark();
        Map<String, String> written = Parameters.read(in);
        if (!written.containsKey(TEMPLATE)) {
            in.reset(start);
            throw in.unexpected("(TEMPLATE = name, ..)");
        }
        var options = new TreeMap<String, String>();
        written.forEach((option, value) -> {
            if (value.isEmpty()) {
                throw in.unexpected("a value of " + option);
            }
            options.put(option, Parameters.text(value));
        });
        options.remove(TEMPLATE);
        return new SearchDictionary(name, SearchConfiguration.named(written.get(TEMPLATE)), options);
    }

    @Override
    public String kind() {
        return "text search dictionary";
    }

    @Override
    public String sql() {
        var parameters = new ArrayList<>(List.of("TEMPLATE = " + PostgresqlRenderer.name(template)));
        options.forEach((option, value) -> parameters.add(option(option, value)));
        return Postgresql.sql("CREATE TEXT SEARCH DICTIONARY").words(PostgresqlRenderer.name(name)).words("(" + String.join(", ", parameters) + ")").toString();
    }

    private static String option(String option, String value) {
        return Postgresql.QUOTING.name(option) + " = " + Postgresql.QUOTING.literal(value);
    }

    /** An option without a value is taken away (manual, ALTER TEXT SEARCH DICTIONARY). */
    @Override
    public SearchDictionary altered(TokenStream in, PostgresqlScript script) {
        var changed = new TreeMap<>(options);
        Parameters.read(in).forEach((option, value) -> {
            if (value.isEmpty()) {
                changed.remove(option);
            } else {
                changed.put(option, Parameters.text(value));
            }
        });
        return new SearchDictionary(name, template, changed);
    }

    @Override
    public List<Statement> statements(Dissected other) {
        if (!(other instanceof SearchDictionary after) || !template.equals(after.template)) {
            return List.of();
        }
        var changes = new ArrayList<String>();
        after.options.forEach((option, value) -> {
            if (!value.equals(options.get(option))) {
                changes.add(option(option, value));
            }
        });
        Parameters.gone(options, after.options).forEach(option -> changes.add(Postgresql.QUOTING.name(option)));
        return List.of(Statement.of(Postgresql.sql("ALTER TEXT SEARCH DICTIONARY").words(PostgresqlRenderer.name(name)).words("(" + String.join(", ", changes) + ")").toString()));
    }
}
