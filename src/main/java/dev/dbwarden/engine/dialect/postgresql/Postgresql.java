package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Introspector;
import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Reading;
import dev.dbwarden.engine.dialect.Refusal;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.dialect.Twinning;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Lexicon;
import dev.dbwarden.engine.sql.Quoting;
import dev.dbwarden.engine.sql.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL 13 to 18. */
public final class Postgresql implements Dialect {
    static final Lexicon LEXICON = new Lexicon("\"", false, true, true, false, true);
    static final Quoting QUOTING = new Quoting('"', PostgresqlKeywords.RESERVED, Identifiers::isSimple, false);

    private final PostgresqlNormalizer normalizer = new PostgresqlNormalizer();
    private final PostgresqlRenderer renderer = new PostgresqlRenderer();

    static Sql sql(String words) {
        return new Sql(QUOTING).words(words);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public List<String> aliases() {
        return List.of("postgres", "pg");
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
        return new PostgresqlReader(script, before, normalizer).read();
    }

    @Override
    public List<Change> real(Draft draft) {
        var handovers = new Handovers(draft);
        var columns = new OwnColumns(draft);
        return new Adoptions(draft).real().stream().filter(change -> !handovers.isOne(change)).flatMap(change -> columns.real(change).stream()).toList();
    }

    @Override
    public List<Change> renaming(Change rename, SchemaEditor before) {
        return List.of(switch (rename) {
            case RenameLabel label -> LabelRename.whole(label, before.schema());
            case RenameObject(Ref from, ObjectName to, _) -> new RenameObject(from, to, following(from, to, before.objects()));
            case RenamePart(ObjectName table, Kind kind, String from, String to, _) when kind == Kind.COLUMN -> new RenamePart(table, kind, from, to, Grant.following(table, from, to, before.objects()));
            default -> rename;
        });
    }

    /** What an object's new name makes of what calls it by its name here, and by its number in the server. */
    static List<Change> following(Ref from, ObjectName to, Collection<SchemaObject> objects) {
        List<Change> own = from.kind().equals(Kind.TABLE.word()) ? Stream.concat(Publication.following(from.owner(), to, objects).stream(), ForeignTable.following(from.owner(), to, objects).stream()).toList()
                : from.kind().equals(Kind.SEQUENCE.word()) ? SerialReader.following(from.owner(), to, objects) : List.of();
        return Stream.concat(own.stream(), Stream.concat(Mention.following(from, to, objects).stream(), Grant.following(from, to, objects).stream())).toList();
    }

    @Override
    public List<Step> adapt(Draft draft) {
        return new PostgresqlAdapter(draft).steps();
    }

    @Override
    public List<Statement> render(Change change) {
        return renderer.render(change);
    }

    @Override
    public List<Refusal> refusals(List<Step> steps) {
        return CompositeChanges.refusals(steps);
    }

    @Override
    public Optional<Spelling> spelling(Strategy strategy) {
        return Optional.of(switch (strategy) {
            case DIRECT -> draft -> UncheckedBodies.script(draft, new GivenByDefault(draft, renderer::render));
            case ONLINE -> new PostgresqlOnline(renderer);
        });
    }

    @Override
    public Optional<Twinning> twinning() {
        return Optional.of(new PostgresqlTwinning());
    }

    @Override
    public Introspector introspector() {
        return new PostgresqlIntrospector(this);
    }
}
