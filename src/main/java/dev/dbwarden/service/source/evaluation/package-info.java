/**
 * What a program's names stand for, as far as that follows from its text: constants, classes, functions of constants. Nothing outside of the text is
 * touched; what a library makes stays a term.
 *
 * <p>Start at {@link dev.dbwarden.service.source.evaluation.Program}. Knows nothing of SQLAlchemy.
 */
@org.jspecify.annotations.NullMarked
package dev.dbwarden.service.source.evaluation;
