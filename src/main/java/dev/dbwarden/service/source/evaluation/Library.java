package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.SourceFile;
import dev.dbwarden.service.source.python.Statement;
import java.util.List;
import java.util.Optional;

/** What is known of the libraries that a program uses. */
public interface Library {
    /** A name of a library in the one spelling that it is known by here: {@code sqlalchemy.Column}, wherever it was imported from. */
    Value.Symbol symbol(String name);

    /** A module that is known as Python, which says what its classes are. */
    record Module(SourceFile file, List<Statement> statements) {}

    /** The module that tells what a name of a library stands for. */
    Optional<Module> module(Value.Symbol name);

    /** Whether absolute imports of that module, or of what is in it, mean a library's, whatever files of the program have such names. */
    boolean hasModule(String name);

    /** What an attribute of something made by a library stands for: {@code db.Column}, where {@code db} is an extension's object. */
    Optional<Value> member(Value.Construct owner, String name);

    /** What a library's function gives, where that is known. */
    Optional<Value> result(Value.Symbol function, List<Value> arguments);

    /** Whether a function under this decorator is an attribute that is computed from the class. */
    boolean isClassProperty(Value decorator);

    /** What a base of a class stands for: itself, and what it inherits from in its turn. */
    List<Value> bases(Value base);
}
