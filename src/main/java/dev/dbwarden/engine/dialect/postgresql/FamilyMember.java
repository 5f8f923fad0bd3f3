package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.TokenStream;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * An operator or a support function for two types of an operator family.
 *
 * @param target what it is, with the types of its arguments, as SQL says it
 * @param sorted the family that an operator orders by; empty where it is one to search by
 */
record FamilyMember(boolean function, int number, String left, String right, String target, String sorted) implements Comparable<FamilyMember> {
    private static final Comparator<FamilyMember> ORDER = Comparator.comparing(FamilyMember::function).thenComparing(FamilyMember::number).thenComparing(FamilyMember::left)
            .thenComparing(FamilyMember::right);
    /**
     * The functions that a class needs and that go with it (source, {@code amadjustmembers} of each access method); where a method names them, its operators belong
     * to the family.
     */
    private static final Map<String, Set<Integer>> REQUIRED = Map.of("gist", Set.of(1, 2, 5, 6, 7), "gin", Set.of(2, 3), "spgist", Set.of(1, 2, 3, 4, 5));
    /** What compares values of two types says nothing of one class. */
    private static final Set<String> COMPARING = Set.of("btree", "hash");
    static final Set<String> METHODS = Set.of("btree", "hash", "gist", "gin", "spgist", "brin");

    /** Where it is in a family, which has one at each place. */
    String place() {
        return (function ? "FUNCTION " : "OPERATOR ") + number + " (" + left + ", " + right + ")";
    }

    String sql() {
        String what = function ? place() + " " + target : "OPERATOR " + number + " " + target + " (" + left + ", " + right + ")";
        return sorted.isEmpty() ? what : what + " FOR ORDER BY " + sorted;
    }

    boolean isLike(FamilyMember other) {
        return canonical().equals(other.canonical());
    }

    private String canonical() {
        return Wording.rest(TokenStream.of(sql(), Postgresql.LEXICON));
    }

    /** Whether the server ties it to the class that is made with it; to PostgreSQL 13 all are, and nothing else tells the two apart. */
    boolean isTied(String method) {
        if (COMPARING.contains(method)) {
            return isComparison();
        }
        return !REQUIRED.containsKey(method) || isRequired(method);
    }

    /** Whether a family with a class for its type does not let it go. */
    boolean isTiedToType(String method) {
        return COMPARING.contains(method) && isComparison();
    }

    private boolean isComparison() {
        return left.equals(right) && (!function || number == 1);
    }

    boolean isRequired(String method) {
        return function && REQUIRED.getOrDefault(method, Set.of()).contains(number);
    }

    @Override
    public int compareTo(FamilyMember other) {
        return ORDER.compare(this, other);
    }
}
