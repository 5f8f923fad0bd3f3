package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An operator class, taken apart (manual, CREATE OPERATOR CLASS). No ALTER changes it.
 *
 * @param usual   whether it is the one that is taken for its type
 * @param family  as it is written
 * @param members what goes with the class; the rest is the family's
 * @param storage the type that an index holds; empty where it is the class's own
 */
record OperatorClass(ObjectName name, boolean usual, String type, String method, String family, SortedSet<FamilyMember> members, String storage) implements Dissected {
    static final String KIND = "operator class";

    /** After {@code CREATE OPERATOR CLASS}; empty, with nothing read, where it is one of a method that nobody knows the rules of. */
    static Optional<Dissected> read(TokenStream in, PostgresqlScript script) {
        int start = in.mark();
        Clauses clauses = PostgresqlScript.clauses(in);
        ObjectName name = OwnClasses.made(in, script);
        boolean usual = in.accept("DEFAULT");
        in.expect("FOR", "TYPE");
        String type = FamilyMemberReader.type(in);
        Optional<String> method = FamilyMemberReader.method(in);
        if (method.isEmpty()) {
            in.reset(start);
            return Optional.empty();
        }
        Optional<ObjectName> family = in.accept("FAMILY") ? Optional.of(clauses.objectName()) : Optional.empty();
        in.expect("AS");
        var reader = new FamilyMemberReader(in, script, method.get(), type);
        var members = new ArrayList<FamilyMember>();
        String storage = type;
        do {
            if (in.accept("STORAGE")) {
                storage = FamilyMemberReader.type(in);
            } else {
                members.add(reader.member());
            }
        } while (in.accept(","));
        String spelled = PostgresqlRenderer.name(family.map(each -> OwnClasses.familyOf(each, method.get(), script)).orElse(name));
        var read = new OperatorClass(name, usual, type, method.get(), spelled, distinct(name, members), storage.equals(type) ? "" : storage);
        return Optional.of(new OwnClasses(script).settled(read, family.isEmpty()));
    }

    /** An operator class that an object is. */
    static Optional<OperatorClass> of(SchemaObject object) {
        return object instanceof DefinedObject defined && defined.kind().equals(KIND) ? Dissected.of(defined).map(OperatorClass.class::cast) : Optional.empty();
    }

    ObjectName familyName() {
        return PostgresqlNormalizer.resolved(PostgresqlScript.clauses(TokenStream.of(family, Postgresql.LEXICON)).objectName());
    }

    boolean isOf(ObjectName otherFamily, String otherMethod) {
        return method.equals(otherMethod) && familyName().equals(otherFamily);
    }

    /** Whether it has the function that compares or hashes values of its type. */
    boolean compares() {
        return members.stream().anyMatch(member -> member.function() && member.isTiedToType(method));
    }

    OperatorClass withMembers(Collection<FamilyMember> some) {
        return new OperatorClass(name, usual, type, method, family, distinct(name, some), storage);
    }

    private static SortedSet<FamilyMember> distinct(ObjectName name, Collection<FamilyMember> members) {
        var distinct = new TreeSet<FamilyMember>();
        for (FamilyMember member : members) {
            if (!distinct.add(member)) {
                throw new IllegalArgumentException(member.place() + " stands twice in the operator class " + name);
            }
        }
        return distinct;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String part() {
        return method;
    }

    /** A class has to say something: of one without members that is the type it has anyway. */
    @Override
    public String sql() {
        var items = new ArrayList<>(members.stream().map(FamilyMember::sql).toList());
        if (!storage.isEmpty() || items.isEmpty()) {
            items.add("STORAGE " + (storage.isEmpty() ? type : storage));
        }
        return Postgresql.sql("CREATE OPERATOR CLASS").words(PostgresqlRenderer.name(name)).words(usual ? "DEFAULT FOR TYPE" : "FOR TYPE").words(type).words("USING").words(method)
                .words("FAMILY").words(family).words("AS").words(String.join(", ", items)).toString();
    }

    @Override
    public OperatorClass altered(TokenStream in, PostgresqlScript script) {
        throw in.unexpected("RENAME TO, OWNER TO or SET SCHEMA");
    }

    @Override
    public List<Statement> statements(Dissected after) {
        return List.of();
    }
}
