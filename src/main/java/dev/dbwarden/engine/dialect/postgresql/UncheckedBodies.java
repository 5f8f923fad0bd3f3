package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.Lexer;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * SQL functions that the server could not read when they are made, as what they use is made after them, or is found on a search path only
 * that no migration sets: for so long it is told not to look into bodies, which it does when they are called ({@code check_function_bodies};
 * manual, 19.11; pg_dump does so for all).
 */
final class UncheckedBodies {
    private static final Set<String> BEFORE_RELATION = Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "ONLY");

    private final Set<ObjectName> wanted;
    private final Set<String> wantedAnywhere;
    /** What is there at a point of the script. */
    private final Set<ObjectName> there;

    private UncheckedBodies(Draft draft) {
        wanted = names(draft.after());
        wantedAnywhere = wanted.stream().map(ObjectName::name).collect(Collectors.toSet());
        there = names(draft.before());
    }

    private static Set<ObjectName> names(Schema schema) {
        return schema.objects().filter(UncheckedBodies::isUsable).map(SchemaObject::name).collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isUsable(SchemaObject object) {
        return object instanceof Relation || object instanceof DefinedObject defined && Functions.isRoutine(defined);
    }

    /** The script of ordered steps, each spelled so, in which such functions are made unchecked. */
    static List<Scripted> script(Draft ordered, Function<Change, List<Statement>> spelled) {
        var script = new ArrayList<Scripted>();
        Set<Step> unchecked = ordered.steps().stream().anyMatch(step -> body(step.change()).isPresent()) ? new UncheckedBodies(ordered).among(ordered.steps()) : Set.of();
        boolean checking = true;
        int last = 0;
        for (Step step : ordered.steps()) {
            boolean check = !unchecked.contains(step);
            if (check != checking) {
                script.add(new Scripted(Statement.of(check ? "RESET check_function_bodies" : "SET check_function_bodies = off"), check ? last : step.cause()));
            }
            checking = check;
            last = step.cause();
            spelled.apply(step.change()).forEach(statement -> script.add(new Scripted(statement, step.cause())));
        }
        if (!checking) {
            script.add(new Scripted(Statement.of("RESET check_function_bodies"), last));
        }
        return script;
    }

    private Set<Step> among(List<Step> steps) {
        var unchecked = new HashSet<Step>();
        for (Step step : steps) {
            switch (step.change()) {
                case CreateObject(SchemaObject made) when isUsable(made) -> there.add(made.name());
                case DropObject(SchemaObject dropped) when isUsable(dropped) -> there.remove(dropped.name());
                case RenameObject(var from, ObjectName to, _) when there.remove(from.owner()) -> there.add(to);
                default -> { }
            }
            if (body(step.change()).filter(this::isAhead).isPresent()) {
                unchecked.add(step);
            }
        }
        return unchecked;
    }

    /** The body that the server reads when it makes a function of it: one in SQL, which is kept as text and sets no path of its own. */
    private static Optional<List<Token>> body(Change change) {
        return switch (change) {
            case CreateObject(DefinedObject made) when Functions.isRoutine(made) -> body(made);
            case AlterObject(SchemaObject _, DefinedObject after) when Functions.isRoutine(after) -> body(after);
            default -> Optional.empty();
        };
    }

    private static Optional<List<Token>> body(DefinedObject function) {
        List<Token> tokens = Lexer.tokens(function.definition().sql(), Postgresql.LEXICON);
        boolean sql = false;
        Optional<Token> body = Optional.empty();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token next = tokens.get(i + 1);
            if (tokens.get(i).is("SET") && next.is("SEARCH_PATH")) {
                return Optional.empty();
            }
            sql |= tokens.get(i).is("LANGUAGE") && next.value().equalsIgnoreCase("sql");
            if (tokens.get(i).is("AS") && next.type() == Token.Type.STRING) {
                body = Optional.of(next);
            }
        }
        return sql ? body.map(text -> Calls.tokens(text.value())) : Optional.empty();
    }

    /** Whether a body uses what is not there yet, or not without a path. */
    private boolean isAhead(List<Token> body) {
        for (int i = 0; i < body.size(); i++) {
            Token token = body.get(i);
            boolean qualified = i >= 2 && body.get(i - 1).is(".") && body.get(i - 2).isName();
            int start = qualified ? i - 2 : i;
            boolean called = i + 1 < body.size() && body.get(i + 1).is("(");
            boolean read = start > 0 && BEFORE_RELATION.stream().anyMatch(body.get(start - 1)::is) && !(i + 1 < body.size() && body.get(i + 1).is("."));
            if (token.isName() && (called || read) && isAhead(qualified ? Optional.of(folded(body.get(i - 2))) : Optional.empty(), folded(token))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAhead(Optional<String> namespace, String name) {
        ObjectName full = PostgresqlNormalizer.resolved(namespace.map(said -> new ObjectName(said, name)).orElse(ObjectName.of(name)));
        return !there.contains(full) && (namespace.isPresent() ? wanted.contains(full) : wantedAnywhere.contains(name));
    }

    private static String folded(Token token) {
        return token.type() == Token.Type.WORD ? token.value().toLowerCase(Locale.ROOT) : token.value();
    }
}
