package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.UnsupportedChangeException.Unsupported;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Operators that name a commutator or negator which is not there. The server makes a shell of that name (manual, CREATE OPERATOR), which stays
 * when the operator goes, and forgets the tie when the other one goes: no way back leads where it came from.
 */
final class OperatorShells {
    private static final String KIND = "operator";
    /** Names that the server has operators of for its own types. */
    private static final Set<String> BUILT_IN = Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "~", "!~", "~*", "!~*", "~~", "!~~", "~~*", "!~~*", "+", "*", "&", "|", "#", "&&", "@>", "<@", "||",
            "<<", ">>", "&<", "&>", "~=", "-|-", "=*", "^@", "@@", "?|", "?&", "~<~", "~<=~", "~>~", "~>=~");

    private record Partner(String clause, String name, String arguments) {
        boolean is(Ref operator) {
            return bare(operator.owner().name()).equals(name) && operator.part().equals(arguments);
        }
    }

    private OperatorShells() {}

    /** What cannot be done of a draft for their sake. */
    static List<Unsupported> of(Draft draft) {
        Set<Ref> changed = new HashSet<>();
        for (Step step : draft.steps()) {
            boolean whole = step.change() instanceof CreateObject || step.change() instanceof DropObject || step.change() instanceof AlterObject;
            if (whole && step.change().subject().kind().equals(KIND)) {
                changed.add(step.change().subject());
            }
        }
        return changed.isEmpty() ? List.of() : Stream.of(draft.before(), draft.after()).flatMap(schema -> in(schema, changed)).distinct().toList();
    }

    private static Stream<Unsupported> in(Schema schema, Set<Ref> changed) {
        List<SchemaObject> operators = schema.objects().filter(object -> object.ref().kind().equals(KIND)).toList();
        return operators.stream().flatMap(operator -> partners((DefinedObject) operator).filter(partner -> operators.stream().noneMatch(other -> partner.is(other.ref())))
                .filter(partner -> changed.contains(operator.ref()) || changed.stream().anyMatch(partner::is))
                .map(partner -> new Unsupported(operator.ref(), "operator %s (%s) has the %s %s (%s), which is not defined: PostgreSQL makes a shell of it that no rollback takes away; "
                        .formatted(operator.name(), operator.ref().part(), partner.clause(), partner.name(), partner.arguments()) + "define both in one migration, or leave the clause out")));
    }

    private static Stream<Partner> partners(DefinedObject operator) {
        TokenStream in = TokenStream.of(operator.definition().sql(), Postgresql.LEXICON);
        in.skipUntil("(");
        return TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list().stream().flatMap(clause -> partner(clause, operator.part())).filter(partner -> !isBuiltIn(partner));
    }

    private static Stream<Partner> partner(String clause, String arguments) {
        int equals = clause.indexOf('=');
        String word = equals < 0 ? "" : clause.substring(0, equals).strip().toUpperCase(Locale.ROOT);
        String name = bare(clause.substring(equals + 1));
        return switch (word) {
            case "NEGATOR" -> Stream.of(new Partner(word, name, arguments));
            case "COMMUTATOR" -> Stream.of(new Partner(word, name, swapped(arguments)));
            default -> Stream.empty();
        };
    }

    private static String swapped(String arguments) {
        String[] both = arguments.split(", ", 2);
        return both.length == 2 ? both[1] + ", " + both[0] : arguments;
    }

    /** The operator's sign alone: without its schema, and without {@code OPERATOR( )} around it. */
    private static String bare(String name) {
        String inner = name.strip().replaceFirst("(?i)^operator\\s*\\(\\s*(.*?)\\s*\\)$", "$1");
        return inner.substring(inner.lastIndexOf('.') + 1).strip();
    }

    private static boolean isBuiltIn(Partner partner) {
        return BUILT_IN.contains(partner.name()) && Stream.of(partner.arguments().split(", ")).noneMatch(type -> !type.equals("NONE") && PostgresqlTypes.parse(type).user());
    }
}
