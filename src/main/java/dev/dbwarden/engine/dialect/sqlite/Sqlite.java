package dev.dbwarden.engine.dialect.sqlite;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Twinning;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexicon;
import dev.dbwarden.engine.sql.Quoting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dialect of SQLite. */
public final class Sqlite implements Dialect {
    static final Lexicon LEXICON = new Lexicon("\"`[", false, false, false, false, false);

    /**
     * The keywords that are no names without quotes; the other 80 of sqlite.org/lang_keywords.html are, wherever DDL has a name
     * (tried out with 3.40 and 3.54), but for those that open a join, which are left quoted for the sake of queries.
     */
    private static final Set<String> RESERVED = Set.of("""
            add all alter and as autoincrement between case cast check collate commit constraint create cross current_date current_time
            current_timestamp default deferrable delete distinct drop else escape except exists false foreign from full group having if in
            index indexed inner insert intersect into is isnull join left limit natural not nothing notnull null on or order outer primary
            raise references returning right select set table then to transaction true union unique update using values when where
            """.strip().split("\\s+"));

    static final Quoting QUOTING = new Quoting('"', RESERVED, Identifiers::isWord, false);

    private final Normalizer normalizer = new SqliteNormalizer();

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public List<String> aliases() {
        return List.of("sqlite3");
    }

    @Override
    public Lexicon lexicon() {
        return LEXICON;
    }

    @Override
    public Quoting quoting() {
        return QUOTING;
    }

    @Override
    public Normalizer normalizer() {
        return normalizer;
    }

    @Override
    public Reading read(String script, Schema before) {
        return new SqliteReader(script, before).read();
    }

    @Override
    public List<Step> adapt(Draft draft) {
        return SqliteAdapter.adapt(draft);
    }

    @Override
    public List<Statement> render(Change change) {
        return SqliteRenderer.render(change);
    }

    @Override
    public Optional<Twinning> twinning() {
        return Optional.of(new SqliteTwinning());
    }

    @Override
    public Introspector introspector() {
        return new SqliteIntrospector(this);
    }
}
