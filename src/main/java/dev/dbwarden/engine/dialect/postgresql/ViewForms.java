package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Views in the one form that the server keeps: the names of its columns are aliases in its query, and a recursive view is a query
 * {@code WITH RECURSIVE} (manual, CREATE VIEW: "this is equivalent to").
 */
final class ViewForms {
    /** With a column's name behind it, the option that holds a default of the view's own. */
    static final String DEFAULT = "default.";

    private ViewForms() {}

    /** The options of a view that is written anew over one that has these: defaults stay. */
    static Options replaced(Options before, Options after) {
        Options all = after;
        for (var option : before.values().entrySet()) {
            all = option.getKey().startsWith(DEFAULT) ? all.with(option.getKey(), option.getValue()) : all;
        }
        return all;
    }

    /** The statements that give a view's columns their defaults, behind the one that makes it. */
    static Stream<Statement> defaults(View view) {
        return view.options().values().entrySet().stream().filter(option -> option.getKey().startsWith(DEFAULT)).map(option -> Statement.of(Postgresql.sql("ALTER VIEW")
                .words(PostgresqlRenderer.name(view.name())).words("ALTER COLUMN").name(option.getKey().substring(DEFAULT.length())).words("SET DEFAULT").words(option.getValue()).toString()));
    }

    /**
     * A model's views, and routines with queries in them, as the snapshot has them where one side says with a star what the other writes out, in whatever order: a
     * database writes all out, in the order that its tables have.
     */
    static Schema continued(Schema model, Schema snapshot) {
        List<KnownColumns> wanted = onEach(new KnownColumns(model).unordered());
        List<KnownColumns> held = onEach(new KnownColumns(snapshot).unordered());
        List<SchemaObject> objects = model.objects().map(object -> query(object).flatMap(mine -> snapshot.find(object.ref()).filter(other -> !other.equals(object) && query(other)
                .filter(theirs -> with(object, theirs).equals(other) && isSame(mine, wanted, theirs, held)).isPresent())).orElse(object)).toList();
        return objects.stream().allMatch(model::isSame) ? model : Schema.of(objects);
    }

    /** What is printed in the server's words: a view's query, or a routine with queries in it. */
    private static Optional<SqlText> query(SchemaObject object) {
        return switch (object) {
            case View view -> Optional.of(view.query());
            case DefinedObject routine when RoutineWording.hasStatements(routine) -> Optional.of(routine.definition());
            default -> Optional.empty();
        };
    }

    private static SchemaObject with(SchemaObject object, SqlText query) {
        return switch (object) {
            case View view -> view.withQuery(query);
            case DefinedObject routine -> new DefinedObject(routine.kind(), routine.name(), routine.part(), query);
            default -> object;
        };
    }

    private static boolean isSame(SqlText mine, List<KnownColumns> wanted, SqlText theirs, List<KnownColumns> held) {
        return (Wording.hasStar(mine.sql()) || Wording.hasStar(theirs.sql())) && IntStream.range(0, wanted.size()).anyMatch(at ->
                PostgresqlTexts.query(mine, wanted.get(at)).canonical().equals(PostgresqlTexts.query(theirs, held.get(at)).canonical()));
    }

    /** A database does not say which version the star of a catalog was written out on. */
    private static List<KnownColumns> onEach(KnownColumns known) {
        return ServerColumns.versions().mapToObj(known::on).toList();
    }

    static View normal(View view, KnownColumns known) {
        View plain = normal(view);
        SqlText query = PostgresqlTexts.query(plain.query(), known);
        return query == plain.query() ? plain : plain.withQuery(query);
    }

    private static View normal(View view) {
        if (view.columns().isEmpty()) {
            return view;
        }
        if (view.options().has("recursive")) {
            String name = Postgresql.QUOTING.name(view.name().name());
            List<String> columns = view.columns().stream().map(Postgresql.QUOTING::name).toList();
            return with(view, "WITH RECURSIVE " + name + "(" + String.join(", ", columns) + ") AS (" + view.query().sql() + ") SELECT "
                    + String.join(", ", columns.stream().map(column -> name + "." + column).toList()) + " FROM " + name, view.options().without("recursive"));
        }
        return aliased(view.query().sql(), view.columns()).map(query -> with(view, query, view.options())).orElse(view);
    }

    private static View with(View view, String query, Options options) {
        return new View(view.name(), view.materialized(), List.of(), PostgresqlTexts.definition(query), view.parts(), options, view.comment());
    }

    /** The query with these names for its first columns; empty where it does not write its columns out. */
    private static Optional<String> aliased(String query, List<String> names) {
        TokenStream in = TokenStream.of(query, Postgresql.LEXICON);
        in.skipUntil("SELECT");
        if (!in.accept("SELECT")) {
            return Optional.empty();
        }
        in.accept("ALL");
        if (in.accept("DISTINCT") && in.accept("ON")) {
            in.parenthesized();
        }
        int start = in.peek().start();
        String list = QueryText.segment(in);
        var columns = new ArrayList<String>();
        for (String column : TokenStream.of(list, Postgresql.LEXICON).list()) {
            if (column.strip().endsWith("*")) {
                return Optional.empty();
            }
            columns.add(columns.size() < names.size() ? OutputColumn.of(column).expression().strip() + " AS " + Postgresql.QUOTING.name(names.get(columns.size())) : column);
        }
        return columns.size() < names.size() ? Optional.empty()
                : Optional.of(query.substring(0, start) + String.join(", ", columns) + query.substring(start + list.length()));
    }
}
