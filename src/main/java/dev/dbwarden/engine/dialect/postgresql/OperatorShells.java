package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.UnsupportedChangeException.Unsupported;
import dev.dbwarden.engine.plan.Step;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
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
 * when the operator goes, and has to be dropped too. It becomes the operator when that is made, and the tie is forgotten when it goes: of that no way
 * back leads where it came from.
 */
final class OperatorShells {
    private static final String KIND = "operator";
    /** Names that the server has operators of for its own types. */
    private static final Set<String> BUILT_IN = Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "~", "!~", "~*", "!~*", "~~", "!~~", "~~*", "!~~*", "+", "*", "&", "|", "#", "&&", "@>", "<@", "||",
            "<<", ">>", "&<", "&>", "~=", "-|-", "=*", "^@", "@@", "?|", "?&", "~<~", "~<=~", "~>~", "~>=~");

    private record Partner(String clause, String written, String name, String arguments) {
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
        return operators.stream().flatMap(operator -> partners((DefinedObject) operator).filter(partner -> !isBuiltIn(partner)).filter(partner -> operators.stream().noneMatch(other -> partner.is(other.ref())))
                .filter(partner -> changed.stream().anyMatch(partner::is))
                .map(partner -> new Unsupported(operator.ref(), "operator %s (%s) has the %s %s (%s), which is defined on one side alone: PostgreSQL has a shell of it until then, and no rollback leads back to that; "
                        .formatted(operator.name(), operator.ref().part(), partner.clause(), partner.name(), partner.arguments()) + "define both in one migration, or leave the clause out")));
    }

    /** The shells that an operator may leave behind when it goes, and that no other needs. With their namespace, in which the server's own operators are not. */
    static List<DefinedObject> left(DefinedObject operator, Draft draft) {
        if (!operator.kind().equals(KIND) || draft.after().find(operator.ref()).isPresent()) {
            return List.of();
        }
        List<DefinedObject> others = draft.after().all(DefinedObject.class).filter(object -> object.kind().equals(KIND)).toList();
        return partners(operator).filter(partner -> draft.before().objects().noneMatch(other -> other.ref().kind().equals(KIND) && partner.is(other.ref()))
                        && others.stream().noneMatch(other -> partner.is(other.ref()) || partners(other).anyMatch(partner::equals)))
                        .map(partner -> new DefinedObject(KIND, ObjectName.of((partner.written().indexOf('.') < 0 ? "public." : "") + partner.written()), partner.arguments(), PostgresqlTexts.definition(""))).toList();
    }

    private static Stream<Partner> partners(DefinedObject operator) {
        TokenStream in = TokenStream.of(operator.definition().sql(), Postgresql.LEXICON);
        in.skipUntil("(");
        return TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list().stream().flatMap(clause -> partner(clause, operator.part()));
    }

    private static Stream<Partner> partner(String clause, String arguments) {
        int equals = clause.indexOf('=');
        String word = equals < 0 ? "" : clause.substring(0, equals).strip().toUpperCase(Locale.ROOT);
        String written = inner(clause.substring(equals + 1)).replaceFirst("^public\\.", "");
        return switch (word) {
            case "NEGATOR" -> Stream.of(new Partner(word, written, bare(written), arguments));
            case "COMMUTATOR" -> Stream.of(new Partner(word, written, bare(written), swapped(arguments)));
            default -> Stream.empty();
        };
    }

    private static String swapped(String arguments) {
        String[] both = arguments.split(", ", 2);
        return both.length == 2 ? both[1] + ", " + both[0] : arguments;
    }

    /** An operator's name without {@code OPERATOR( )} around it. */
    private static String inner(String name) {
        return name.strip().replaceFirst("(?i)^operator\\s*\\(\\s*(.*?)\\s*\\)$", "$1");
    }

    /** The operator's sign alone, without its schema. */
    private static String bare(String name) {
        return name.substring(name.lastIndexOf('.') + 1).strip();
    }

    private static boolean isBuiltIn(Partner partner) {
        return BUILT_IN.contains(partner.name()) && Stream.of(partner.arguments().split(", ")).noneMatch(type -> !type.equals("NONE") && PostgresqlTypes.parse(type).user());
    }
}
