package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;
import dev.dbwarden.service.source.python.SourceFile;
import dev.dbwarden.service.source.python.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Imports: from the program's own modules their values, from others symbols. */
final class Imports {
    private final Program program;

    Imports(Program program) {
        this.program = program;
    }

    void run(Statement.Import statement, Scope scope) {
        for (Statement.Alias alias : statement.modules()) {
            List<String> path = List.of(alias.name().split("\\."));
            if (alias.as().isPresent()) {
                scope.names().put(alias.as().get(), module(path, alias.name()));
            } else {
                find(path).ifPresent(program::scope);
                scope.names().put(path.getFirst(), module(path.subList(0, 1), path.getFirst()));
            }
        }
    }

    /** A module of the program, or the symbol of another one. */
    private Value module(List<String> path, String name) {
        Optional<SourceFile> file = find(path);
        return file.isPresent() ? new Value.Namespace(program.scope(file.get())) : program.foreign(name);
    }

    /** The program's own module of an absolute path. A file {@code utils/enum.py} does not take the place of {@code enum}. */
    private Optional<SourceFile> find(List<String> path) {
        return program.library().hasModule(path.getFirst()) ? Optional.empty() : program.modules().find(path);
    }

    void run(Statement.ImportFrom statement, Scope scope) {
        List<String> path = new ArrayList<>(statement.level() == 0 ? List.of() : program.modules().origin(scope.file(), statement.level()));
        if (!statement.module().isEmpty()) {
            path.addAll(List.of(statement.module().split("\\.")));
        }
        // A module imports nothing from itself: a longer path that ends in its name is that of another one, which was not sent.
        Optional<SourceFile> file = statement.level() == 0 ? find(path).filter(found -> found != scope.file()) : program.modules().find(path);
        for (Statement.Alias alias : statement.names()) {
            if (alias.name().equals("*")) {
                everything(statement, file, scope);
            } else {
                Value value = file.map(each -> fromModule(each, path, alias, scope)).orElseGet(() -> fromElsewhere(statement, path, alias, scope));
                scope.names().put(alias.as().orElse(alias.name()), value);
            }
        }
    }

    private Value fromModule(SourceFile file, List<String> path, Statement.Alias alias, Scope scope) {
        Scope module = program.scope(file);
        Value value = module.names().get(alias.name());
        if (value != null && module != scope) {
            return value;
        }
        return submodule(path, alias.name()).orElseGet(() -> module.foreignModule(alias.name()).map(name -> program.foreign(name + "." + alias.name()))
                .orElseGet(() -> new Value.Unknown("'" + alias.name() + "' is not defined in " + file.name() + " when it is imported", new Location(scope.file(), alias.at()))));
    }

    private Optional<Value> submodule(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return program.modules().find(longer).map(file -> new Value.Namespace(program.scope(file)));
    }

    private Value fromElsewhere(Statement.ImportFrom statement, List<String> path, Statement.Alias alias, Scope scope) {
        boolean foreign = statement.level() == 0 && program.library().hasModule(path.getFirst());
        Optional<Value> submodule = foreign ? Optional.empty() : submodule(path, alias.name()).filter(found -> !found.equals(new Value.Namespace(scope)));
        if (submodule.isPresent()) {
            return submodule.get();
        }
        if (statement.level() > 0) {
            String module = ".".repeat(statement.level()) + statement.module();
            return new Value.Unknown("'" + alias.name() + "' comes from " + module + ", which was not sent; send that file too", new Location(scope.file(), alias.at()));
        }
        return program.foreign(statement.module() + "." + alias.name());
    }

    private void everything(Statement.ImportFrom statement, Optional<SourceFile> file, Scope scope) {
        if (file.isEmpty()) {
            scope.everything().add(".".repeat(statement.level()) + statement.module());
            return;
        }
        Scope module = program.scope(file.get());
        Optional<List<Value>> listed = Optional.ofNullable(module.names().get("__all__")).flatMap(Collections::items);
        if (listed.isPresent()) {
            listed.get().stream().filter(Value.Text.class::isInstance).map(name -> ((Value.Text) name).text())
                    .filter(module.names()::containsKey).forEach(name -> scope.names().put(name, module.names().get(name)));
        } else {
            module.names().entrySet().stream().filter(entry -> !entry.getKey().startsWith("_")).toList()
                    .forEach(entry -> scope.names().put(entry.getKey(), entry.getValue()));
        }
        scope.everything().addAll(module.everything());
    }
}
