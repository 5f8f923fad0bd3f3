package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A family of operator classes, taken apart (manual, CREATE and ALTER OPERATOR FAMILY). What it has besides its classes changes in place.
 *
 * @param members those that belong to none of its classes, by place
 */
record OperatorFamily(ObjectName name, String method, SortedMap<String, FamilyMember> members) implements Dissected {
    static final String KIND = "operator family";

    /** After {@code CREATE OPERATOR FAMILY}; empty, with nothing read, where it is one of a method that nobody knows the rules of. */
    static Optional<Dissected> read(TokenStream in, PostgresqlScript script) {
        int start = in.mark();
        ObjectName name = OwnClasses.made(in, script);
        Optional<String> method = FamilyMemberReader.method(in);
        if (method.isEmpty()) {
            in.reset(start);
        }
        return method.map(each -> new OperatorFamily(name, each, new TreeMap<>()));
    }

    /** A family of the script. */
    static Optional<OperatorFamily> find(ObjectName name, String method, PostgresqlScript script) {
        return script.editor.find(new Ref(KIND, name, method)).flatMap(Dissected::of).map(OperatorFamily.class::cast);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String part() {
        return method;
    }

    @Override
    public String sql() {
        String create = Postgresql.sql("CREATE OPERATOR FAMILY").words(PostgresqlRenderer.name(name)).words("USING").words(method).toString();
        return members.isEmpty() ? create : create + ";\n" + add(members.values());
    }

    private String add(Collection<FamilyMember> some) {
        return alter("ADD " + some.stream().sorted().map(FamilyMember::sql).collect(Collectors.joining(", ")));
    }

    private String alter(String action) {
        return Postgresql.sql("ALTER OPERATOR FAMILY").words(PostgresqlRenderer.name(name)).words("USING").words(method).words(action).toString();
    }

    OperatorFamily with(Collection<FamilyMember> more) {
        var all = new TreeMap<>(members);
        for (FamilyMember member : more) {
            if (all.putIfAbsent(member.place(), member) != null) {
                throw new IllegalArgumentException("the operator family " + name + " has " + member.place() + " already");
            }
        }
        return new OperatorFamily(name, method, all);
    }

    OperatorFamily without(Collection<FamilyMember> some) {
        var left = new TreeMap<>(members);
        some.forEach(member -> left.remove(member.place()));
        return new OperatorFamily(name, method, left);
    }

    @Override
    public OperatorFamily altered(TokenStream in, PostgresqlScript script) {
        if (in.at("USING")) {
            FamilyMemberReader.method(in);
        }
        boolean adds = in.accept("ADD");
        if (!adds) {
            in.expect("DROP");
        }
        var reader = new FamilyMemberReader(in, script, method, "");
        var added = new ArrayList<FamilyMember>();
        var left = new TreeMap<>(members);
        do {
            if (adds) {
                added.add(reader.member());
            } else {
                String place = reader.place();
                if (left.remove(place) == null) {
                    throw new IllegalArgumentException("the operator family " + name + " has no " + place + " of its own; what belongs to a class goes with the class");
                }
            }
        } while (in.accept(","));
        return adds ? with(new OwnClasses(script).taken(name, method, added)) : new OperatorFamily(name, method, left);
    }

    @Override
    public List<Statement> statements(Dissected other) {
        if (!(other instanceof OperatorFamily after)) {
            return List.of();
        }
        List<FamilyMember> gone = members.values().stream().filter(member -> !after.has(member)).sorted().toList();
        List<FamilyMember> added = after.members.values().stream().filter(member -> !has(member)).toList();
        if (gone.stream().anyMatch(member -> member.isRequired(method))) {
            return List.of();
        }
        var statements = new ArrayList<Statement>();
        if (!gone.isEmpty()) {
            statements.add(Statement.of(alter("DROP " + gone.stream().map(FamilyMember::place).collect(Collectors.joining(", ")))));
        }
        if (!added.isEmpty()) {
            statements.add(Statement.of(add(added)));
        }
        return statements;
    }

    private boolean has(FamilyMember member) {
        return members.containsKey(member.place()) && members.get(member.place()).isLike(member);
    }

    void putInto(PostgresqlScript script) {
        DefinedObject object = object();
        script.editor.find(object.ref()).ifPresentOrElse(before -> script.editor.replace(before, object), () -> script.editor.add(object));
    }
}
