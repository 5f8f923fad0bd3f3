/**
 * Python's grammar: from text to a syntax tree. Nothing is resolved and nothing runs.
 *
 * <p>Start at {@link dev.dbwarden.service.source.python.PythonParser}. Knows nothing of SQLAlchemy.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.source.python;
