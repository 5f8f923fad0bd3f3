package dev.dbwarden.engine.sql;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a dialect reads expressions, and which spellings it takes for one.
 *
 * @param powers         how tightly an operator binds; the key {@code OTHER} is for those that are not listed, {@link #PREFIX} stands in front of
 *                       a word that has its operand behind it
 * @param synonyms       operators that are another one
 * @param namespaces     the qualifiers that say nothing
 * @param types          type names that are another one
 * @param quotedName     what a quoted name means: itself, or what is left of it where case does not count
 * @param simplification the dialect's equalities, on a tree
 */
public record ExpressionRules(Lexicon lexicon, Map<String, Integer> powers, Map<String, String> synonyms, Set<String> namespaces,
        Map<String, String> types, UnaryOperator<String> quotedName, Simplification simplification) {

    public static final String PREFIX = "PREFIX ";

    /** The equalities of a dialect: answers the one form of all trees that mean the same. */
    @FunctionalInterface
    public interface Simplification {
        Expression simplify(Expression expression);

        /** A default in the light of its column's type. */
        default Expression simplifyDefault(Expression expression, TypeName type) {
            return simplify(expression);
        }
    }

    /** These rules where other qualifiers than these say nothing. */
    public ExpressionRules withNamespaces(Set<String> newNamespaces) {
        return new ExpressionRules(lexicon, powers, synonyms, Set.copyOf(newNamespaces), types, quotedName, simplification);
    }

    /** These rules with other equalities. */
    public ExpressionRules withSimplification(Simplification newSimplification) {
        return new ExpressionRules(lexicon, powers, synonyms, namespaces, types, quotedName, newSimplification);
    }

    int power(String operator) {
        Integer power = powers.get(operator);
        return power != null ? power : powers.getOrDefault("OTHER", 0);
    }
}
