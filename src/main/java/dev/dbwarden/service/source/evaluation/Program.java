package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.PythonSyntaxException;
import dev.dbwarden.service.source.python.SourceFile;
import dev.dbwarden.service.source.python.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The modules of a program, each read once, in the order in which they import each other.
 *
 * <p>What the modules do while they load is told as {@link Event}s; nothing of it is done.
 */
public final class Program {
    private final Library library;
    private final Modules modules;
    private final Budget budget;
    private final Evaluation evaluation;
    private final Execution execution;
    private final List<Event> events = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final Map<SourceFile, Scope> loaded = new LinkedHashMap<>();
    private Optional<String> doubt = Optional.empty();
    private Optional<Location> place = Optional.empty();
    private int calls;

    /** A program whose files have been parsed. */
    public Program(Map<SourceFile, List<Statement>> files, Library library) {
        this.library = library;
        this.modules = new Modules(files);
        this.budget = new Budget(files.keySet().stream().mapToLong(file -> file.text().length()).sum());
        this.evaluation = new Evaluation(this);
        this.execution = new Execution(this, evaluation);
    }

    /** Reads all modules; what they do is in the events. */
    public void load() {
        modules.files().forEach(this::scope);
        afterwards.forEach(Runnable::run);
    }

    /** Does something when all modules are read. */
    void afterwards(Runnable what) {
        afterwards.add(what);
    }

    /** A module's names, after it has been read; while it is being read, those so far. */
    Scope scope(SourceFile file) {
        return scope(file, modules.statements(file));
    }

    private Scope scope(SourceFile file, List<Statement> statements) {
        Scope known = loaded.get(file);
        if (known != null) {
            return known;
        }
        Scope scope = Scope.module(file);
        loaded.put(file, scope);
        Optional<Location> before = place;
        Optional<String> doubtBefore = doubt;
        doubt = Optional.empty();
        int callsBefore = calls;
        calls = 0;
        execution.run(statements, scope);
        calls = callsBefore;
        doubt = doubtBefore;
        place = before;
        return scope;
    }

    /** What a name of a library stands for: what it is in the library where that is known as Python, else a symbol. */
    Value foreign(String name) {
        Value.Symbol symbol = library.symbol(name);
        return library.module(symbol).flatMap(module -> Optional.ofNullable(scope(module.file(), module.statements()).names().get(symbol.last())))
                .filter(value -> !(value instanceof Value.Symbol)).orElse(symbol);
    }

    /** What an annotation of a class's attribute means; a quoted one is read. */
    public Value annotation(ClassValue type, Expression annotation) {
        return evaluation.annotation(annotation, type.scope());
    }

    /** What a name in a quoted annotation or in a class's text means. */
    public Value evaluate(ClassValue type, String text, Location at) {
        try {
            return evaluation.quoted(text, type.scope(), at);
        } catch (PythonSyntaxException e) {
            return new Value.Unknown("'" + text + "' is no expression", at);
        }
    }

    /** What a call gives. */
    public Value call(Value function, List<Value> arguments, Map<String, Value> keywords, Location at) {
        at(at);
        return evaluation.calls().call(function, arguments, keywords, at);
    }

    /** An attribute of a value. */
    public Value member(Value owner, String name, Location at) {
        at(at);
        return evaluation.members().get(owner, name, at);
    }

    /** The items of a value that is known to have some. */
    public Optional<List<Value>> items(Value value) {
        return Collections.items(value);
    }

    /** Everything that has happened so far. */
    public List<Event> events() {
        return events;
    }

    Library library() {
        return library;
    }

    Modules modules() {
        return modules;
    }

    Budget budget() {
        return budget;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    Execution execution() {
        return execution;
    }

    Optional<String> doubt() {
        return doubt;
    }

    /** Does something of which is not known whether or how often the program does it. */
    void doubting(String why, Runnable what) {
        Optional<String> before = doubt;
        doubt = doubt.or(() -> Optional.of(why));
        what.run();
        doubt = before;
    }

    /** Does something inside of a call: events keep the place of the module's own code. */
    <T> T calling(java.util.function.Supplier<T> what) {
        calls++;
        T result = what.get();
        calls--;
        return result;
    }

    /** Remembers where the module's own code is. */
    void at(Location location) {
        if (calls == 0) {
            place = Optional.of(location);
        }
    }

    void called(Value.Construct construct) {
        events.add(new Event.Called(construct, place.orElse(construct.at()), doubt));
    }

    void defined(ClassValue type) {
        events.add(new Event.Defined(type, place.orElse(type.at()), doubt));
    }

    void assigned(Value owner, String name, Value value, Location at) {
        events.add(new Event.Assigned(owner, name, value, place.orElse(at), doubt));
    }
}
