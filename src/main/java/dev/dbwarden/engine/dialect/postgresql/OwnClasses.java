package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The operator classes and families of a script, and who has what: a comparison of values of one type belongs to the class for that type, whoever names it
 * (source, {@code btadjustmembers}), and what no class needs belongs to the family.
 */
record OwnClasses(PostgresqlScript script) {
    /** Of the classes for one type in a family the one that compares values of it, or that is taken for it. */
    private static final Comparator<OperatorClass> PREFERRED = Comparator.comparing((OperatorClass each) -> !each.compares()).thenComparing(each -> !each.usual()).thenComparing(OperatorClass::name);

    /** The name of a class or family that is made: in the default namespace none that the server's own hide, as those are looked for first. */
    static ObjectName made(TokenStream in, PostgresqlScript script) {
        int at = in.peek().start();
        ObjectName name = script.made(PostgresqlScript.clauses(in).objectName());
        if (name.namespace().isEmpty() && ServerClasses.has(name.name())) {
            throw new SqlException("an operator class or family of PostgreSQL is called " + name + " too, and is found first; give this one another name or schema", at);
        }
        return name;
    }

    /** A family's name as the server resolves it; without a namespace, in that of the search path if it is there. */
    static ObjectName familyOf(ObjectName written, String method, PostgresqlScript script) {
        return written.namespace().isEmpty() && OperatorFamily.find(script.made(written), method, script).isPresent() ? script.made(written) : written;
    }

    /** A class as it has been read, with what belongs to it alone; its family, made where it is to be, has the rest. */
    OperatorClass settled(OperatorClass read, boolean makesFamily) {
        Optional<OperatorFamily> known = OperatorFamily.find(read.familyName(), read.method(), script);
        OperatorFamily family = known.orElseGet(() -> new OperatorFamily(read.familyName(), read.method(), new TreeMap<>()));
        Predicate<FamilyMember> ofAnother = member -> member.isTiedToType(read.method()) && !member.left().equals(read.type());
        List<FamilyMember> own = read.members().stream().filter(member -> member.isTied(read.method()) && !ofAnother.test(member)).collect(Collectors.toCollection(ArrayList::new));
        List<FamilyMember> loose = read.members().stream().filter(member -> !own.contains(member)).toList();
        if (known.isEmpty() && !makesFamily && !loose.isEmpty()) {
            throw new IllegalArgumentException("%s of the operator class %s belongs to the operator family %s, which is not in the model".formatted(loose.getFirst().place(), read.name(), read.family()));
        }
        List<OperatorClass> alike = classes(read.familyName(), read.method()).stream().filter(other -> other.type().equals(read.type())).toList();
        List<FamilyMember> awaited = new ArrayList<>();
        if (alike.stream().anyMatch(OperatorClass::compares)) {
            taken(read.familyName(), read.method(), own);
            own.clear();
        } else if (alike.isEmpty() || read.compares()) {
            awaited.addAll(family.members().values().stream().filter(member -> member.isTiedToType(read.method()) && member.left().equals(read.type())).toList());
            own.addAll(awaited);
            alike.forEach(other -> own.addAll(takenFrom(other)));
        }
        if (known.isPresent() || makesFamily) {
            family.without(awaited).with(taken(read.familyName(), read.method(), loose)).putInto(script);
        }
        return read.withMembers(own);
    }

    /** What a class has that another one for its type has the comparison of. */
    private List<FamilyMember> takenFrom(OperatorClass other) {
        List<FamilyMember> taken = other.members().stream().filter(member -> member.isTiedToType(other.method())).toList();
        if (!taken.isEmpty()) {
            replace(other, other.members().stream().filter(member -> !taken.contains(member)).toList());
        }
        return taken;
    }

    /** What a family is given and no class of it takes. */
    List<FamilyMember> taken(ObjectName family, String method, Collection<FamilyMember> members) {
        var left = new ArrayList<FamilyMember>();
        for (FamilyMember member : members) {
            Optional<OperatorClass> taker = member.isTiedToType(method) ? classes(family, method).stream().filter(each -> each.type().equals(member.left())).min(PREFERRED) : Optional.empty();
            taker.ifPresentOrElse(each -> give(each, member), () -> left.add(member));
        }
        return left;
    }

    private void give(OperatorClass to, FamilyMember member) {
        if (to.members().contains(member)) {
            throw new IllegalArgumentException("the operator class " + to.name() + " has " + member.place() + " already");
        }
        var members = new ArrayList<>(to.members());
        members.add(member);
        replace(to, members);
    }

    private void replace(OperatorClass before, Collection<FamilyMember> members) {
        script.editor.replace(script.editor.find(before.object().ref()).orElseThrow(), before.withMembers(members).object());
    }

    /** The classes of a family. */
    List<OperatorClass> classes(ObjectName family, String method) {
        return script.editor.objects().stream().flatMap(object -> OperatorClass.of(object).stream()).filter(each -> each.isOf(family, method)).toList();
    }

    /** The classes go with their family. */
    void without(SchemaObject family) {
        List.copyOf(script.editor.objects()).stream().filter(object -> OperatorClass.of(object).filter(each -> each.isOf(family.name(), family.ref().part())).isPresent())
                .forEach(script.editor::remove);
    }
}
