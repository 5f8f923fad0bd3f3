package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.SourceFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where names are looked up: those of a module, a class body or a call. */
public final class Scope {
    private final Optional<Scope> outer;
    private final SourceFile file;
    private final Optional<ClassValue> type;
    private final Map<String, Value> names = new LinkedHashMap<>();
    private final EverythingImported everything = new EverythingImported();
    /** Names that are assigned here and belong to a scope around this one. */
    private final Map<String, Scope> elsewhere = new HashMap<>();

    private Scope(Optional<Scope> outer, SourceFile file, Optional<ClassValue> type) {
        this.outer = outer;
        this.file = file;
        this.type = type;
    }

    static Scope module(SourceFile file) {
        return new Scope(Optional.empty(), file, Optional.empty());
    }

    Scope inner() {
        return new Scope(Optional.of(this), file, Optional.empty());
    }

    /** The scope of a class's body. */
    Scope body(ClassValue ofType) {
        return new Scope(Optional.of(this), file, Optional.of(ofType));
    }

    /** The class whose body this is. */
    Optional<ClassValue> type() {
        return type;
    }

    /** What functions that are written here see: the names of a class's body are not among them. */
    Scope seenByFunctions() {
        return type.isPresent() ? outer.orElse(this) : this;
    }

    SourceFile file() {
        return file;
    }

    Map<String, Value> names() {
        return names;
    }

    EverythingImported everything() {
        return everything;
    }

    /** The scope that a name belongs to which is assigned here. */
    Scope owner(String name) {
        return elsewhere.getOrDefault(name, this);
    }

    /** {@code global name} and {@code nonlocal name}. */
    void giveAway(String name, boolean toModule) {
        Scope owner = outer.orElse(this);
        while (owner.outer.isPresent() && (toModule || !owner.names.containsKey(name))) {
            owner = owner.outer.get();
        }
        elsewhere.put(name, owner);
    }

    Optional<Value> find(String name) {
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            Value value = scope.get().names.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The module that the name may come from, because all its names were imported. */
    Optional<String> foreignModule(String name) {
        Scope module = this;
        while (module.outer.isPresent()) {
            module = module.outer.get();
        }
        return module.everything.moduleOf(name);
    }
}
