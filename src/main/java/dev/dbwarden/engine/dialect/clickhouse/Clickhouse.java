package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Refusal;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexicon;
import dev.dbwarden.engine.sql.Quoting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dialect of ClickHouse; its facts were tried out with the engine 26.5. */
public final class Clickhouse implements Dialect {
    static final Lexicon LEXICON = new Lexicon("\"`", true, false, true, true, false, true);

    /** Words that mean something else than a name in an expression, a query or behind a column. */
    private static final Set<String> RESERVED = Set.of("""
            add after alias all and any array as asc between by case cast check codec comment constraint cross cube date default delete desc distinct
            else end ephemeral except exists false final first format from full global group having if ilike in index inner intersect interval into is
            join left like limit materialized not null nulls offset on or order outer partition prewhere primary projection qualify regexp right rollup
            sample select semi anti asof settings statistics table then ties timestamp to totals true ttl union unique using values view when where window with
            div mod inf nan trim substring extract position columns apply replace paste
            """.strip().split("\\s+"));

    static final Quoting QUOTING = new Quoting('`', RESERVED, Identifiers::isWord, true, true);

    private final Normalizer normalizer = new ClickhouseNormalizer();
    private final StatementExtras extras;

    public Clickhouse() {
        this(StatementExtras.NONE);
    }

    private Clickhouse(StatementExtras extras) {
        this.extras = extras;
    }

    @Override
    public String name() {
        return "clickhouse";
    }

    @Override
    public List<String> aliases() {
        return List.of("ch");
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
        return new ClickhouseReader(script, before).read();
    }

    @Override
    public List<Step> adapt(Draft draft) {
        return ClickhouseAdapter.adapt(draft);
    }

    @Override
    public List<Statement> render(Change change) {
        return new ClickhouseRenderer(extras).render(change);
    }

    @Override
    public List<Refusal> refusals(List<Step> steps) {
        return ClickhouseLosses.refusals(steps);
    }

    /** Statements name the cluster, and the settings of their own, that the objects they are about ask for. */
    @Override
    public Dialect between(Schema before, Schema after) {
        return new Clickhouse(StatementExtras.of(before, after));
    }

    @Override
    public Optional<Spelling> spelling(Strategy strategy) {
        return strategy == Strategy.DIRECT ? Optional.of(new ClickhouseSpelling(new ClickhouseRenderer(extras))) : Optional.empty();
    }

    @Override
    public Introspector introspector() {
        return new ClickhouseIntrospector(this);
    }
}
