package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A publication, taken apart (manual, CREATE PUBLICATION). What it publishes is changed in place, so that those who subscribe to it miss nothing; only
 * between all tables and some there is no such way. Of one that somebody else has made, a script only says what it adds to it.
 *
 * @param elsewhere  whether somebody else has made it
 * @param parameters those that are not the default
 */
record Publication(ObjectName name, boolean elsewhere, boolean everything, Published published, SortedMap<String, String> parameters) implements Dissected {
    static final String KIND = "publication";
    private static final List<String> ACTIONS = List.of("insert", "update", "delete", "truncate");
    private static final Map<String, String> DEFAULTS = Map.of("publish", String.join(", ", ACTIONS), "publish_via_partition_root", "false", "publish_generated_columns", "none");

    static Publication read(TokenStream in, PostgresqlScript script) {
        ObjectName name = ObjectName.of(PostgresqlScript.clauses(in).name());
        boolean everything = in.accept("FOR", "ALL", "TABLES");
        Published published = !everything && in.accept("FOR") ? Published.read(in, script) : Published.NOTHING;
        return new Publication(name, false, everything, published, in.accept("WITH") ? parameters(in, Map.of()) : new TreeMap<>());
    }

    /** One that somebody else has made, before anything is added to it. */
    static Publication elsewhere(ObjectName name) {
        return new Publication(name, true, false, Published.NOTHING, new TreeMap<>());
    }

    /** A model's additions to publications that the snapshot, as a database's, has whole: what these publish is what the model adds. */
    static Schema continued(Schema model, Schema snapshot) {
        List<SchemaObject> objects = model.objects().map(object -> object.ref().kind().equals(KIND) && Dissected.of(object).orElse(null) instanceof Publication added && added.elsewhere
                && snapshot.find(object.ref()).flatMap(Dissected::of).orElse(null) instanceof Publication whole && !whole.elsewhere && !whole.everything
                        ? whole.with(added.published).object() : object).toList();
        return objects.stream().allMatch(model::isSame) ? model : Schema.of(objects);
    }

    private static SortedMap<String, String> parameters(TokenStream in, Map<String, String> before) {
        var parameters = new TreeMap<>(before);
        int start = in.peek().start();
        Parameters.read(in).forEach((name, written) -> {
            if (!DEFAULTS.containsKey(name)) {
                throw new SqlException("publications have no parameter " + name + "; they have " + DEFAULTS.keySet().stream().sorted().collect(Collectors.joining(", ")), start);
            }
            parameters.put(name, normal(name, Parameters.text(written).toLowerCase(Locale.ROOT)));
            parameters.remove(name, DEFAULTS.get(name));
        });
        return parameters;
    }

    private static String normal(String name, String value) {
        return switch (name) {
            case "publish" -> {
                List<String> actions = Arrays.stream(value.split(",")).map(String::strip).toList();
                yield ACTIONS.stream().filter(actions::contains).collect(Collectors.joining(", "));
            }
            case "publish_via_partition_root" -> String.valueOf(List.of("", "true", "on", "1").contains(value));
            default -> value.isEmpty() ? "stored" : value;
        };
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String sql() {
        if (elsewhere) {
            return alteration("ADD " + published.sql());
        }
        String objects = everything ? "FOR ALL TABLES" : published.isEmpty() ? "" : "FOR " + published.sql();
        return Postgresql.sql("CREATE PUBLICATION").words(PostgresqlRenderer.name(name)).words(objects).words(parameters.isEmpty() ? "" : "WITH " + list(parameters)).toString();
    }

    private static String list(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(each -> each.getKey() + " = " + Postgresql.QUOTING.literal(each.getValue())).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public Publication altered(TokenStream in, PostgresqlScript script) {
        if (elsewhere && !in.atAny("ADD", "DROP")) {
            throw in.unexpected("ADD or DROP: the model does not make the publication " + name + ", so that it cannot say all of it");
        }
        if (in.at("SET", "(")) {
            in.next();
            return new Publication(name, elsewhere, everything, published, parameters(in, parameters));
        }
        if (in.accept("ADD")) {
            return with(published.plus(Published.read(in, script)));
        }
        if (in.accept("DROP")) {
            return with(published.minus(Published.read(in, script)));
        }
        in.expect("SET");
        return with(Published.read(in, script));
    }

    private Publication with(Published other) {
        return new Publication(name, elsewhere, everything, other, parameters);
    }

    Publication without(ObjectName table) {
        return with(published.minus(Published.of(table)));
    }

    /** What a table's new name makes of the publications that hold it: the server keeps the table itself in them. */
    static List<Change> following(ObjectName from, ObjectName to, Collection<SchemaObject> objects) {
        return objects.stream().<Change>mapMulti((object, put) -> {
            if (object.ref().kind().equals(KIND) && Dissected.of(object).orElse(null) instanceof Publication publication && publication.published.tables().containsKey(from)) {
                put.accept(new AlterObject(object, publication.with(publication.published.renamed(from, to)).object()));
            }
        }).toList();
    }

    /** What leaves it is told by what stays: a table that leaves may have another name by now. */
    @Override
    public List<Statement> statements(Dissected other) {
        if (!(other instanceof Publication after) || everything != after.everything || elsewhere != after.elsewhere) {
            return List.of();
        }
        var statements = new ArrayList<Statement>();
        if (elsewhere) {
            Published gone = published.otherThan(after.published);
            Published added = after.published.otherThan(published);
            statements.addAll(gone.isEmpty() ? List.of() : List.of(alter("DROP " + gone.bare().sql(), gone)));
            statements.addAll(added.isEmpty() ? List.of() : List.of(alter("ADD " + added.sql(), added)));
            return statements;
        }
        Published added = after.published.minus(published);
        if (after.published.equals(published.plus(added)) && !equals(after)) {
            statements.addAll(added.isEmpty() ? List.of() : List.of(alter("ADD " + added.sql(), added)));
        } else if (after.published.isEmpty()) {
            statements.add(alter("DROP " + published.bare().sql(), published));
        } else {
            statements.add(alter("SET " + after.published.sql(), after.published.plus(published)));
        }
        if (!parameters.equals(after.parameters)) {
            statements.add(alter("SET " + list(after.parametersBeside(this)), Published.NOTHING));
        }
        return statements;
    }

    private Statement alter(String action, Published about) {
        return Statement.of(alteration(action)).locking(about.lock());
    }

    private String alteration(String action) {
        return Postgresql.sql("ALTER PUBLICATION").words(PostgresqlRenderer.name(name)).words(action).toString();
    }

    /** What takes back what was added to one that somebody else has made. */
    Statement takenBack() {
        return alter("DROP " + published.bare().sql(), published);
    }

    /** Whether nothing is left of what was added to one that somebody else has made. */
    boolean isNothing() {
        return elsewhere && published.isEmpty();
    }

    /** Its parameters, and with the default those that only the other has. */
    private SortedMap<String, String> parametersBeside(Publication other) {
        var all = new TreeMap<String, String>();
        other.parameters.keySet().forEach(parameter -> all.put(parameter, DEFAULTS.get(parameter)));
        all.putAll(parameters);
        return all;
    }

    @Override
    public String lock() {
        return published.lock();
    }

    /** The names of the tables that a publication holds. */
    static List<String> tables(DefinedObject publication) {
        return Dissected.of(publication).orElse(null) instanceof Publication read ? read.published.tables().keySet().stream().map(ObjectName::toString).toList() : List.of();
    }

    /** Whether it holds the table, and chooses columns or rows by a column. */
    boolean choosesBy(ObjectName table, String column) {
        return published.choosesBy(table, column);
    }
}
