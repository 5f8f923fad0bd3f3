package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A composite type, taken apart. {@code ALTER TYPE} adds attributes behind the others and drops them while columns hold values of the type; it changes
 * an attribute's type only while none does, and never their order (manual, ALTER TYPE).
 */
record Composite(ObjectName name, List<Attribute> attributes) {
    /**
     * One attribute.
     *
     * @param written its type and collation as SQL says them
     */
    record Attribute(String name, String written, DataType type, String collation) {
        static Attribute read(TokenStream in) {
            return of(PostgresqlScript.clauses(in).name(), in);
        }

        private static Attribute of(String name, TokenStream in) {
            int mark = in.mark();
            DataType type = PostgresqlTypes.parse(in);
            String collation = in.accept("COLLATE") ? PostgresqlNormalizer.resolved(PostgresqlScript.clauses(in).objectName()).toString() : "";
            return new Attribute(name, in.textSince(mark), type, collation);
        }

        String sql() {
            return Postgresql.QUOTING.name(name) + " " + written;
        }

        boolean isLike(Attribute other) {
            return name.equals(other.name) && type.equals(other.type) && collation.equals(other.collation);
        }
    }

    /** The composite type that an object is; empty where it is another kind of type, or of object. */
    static Optional<Composite> of(SchemaObject object) {
        if (!(object instanceof DefinedObject defined) || !defined.kind().equals("type")) {
            return Optional.empty();
        }
        TokenStream in = TokenStream.of(defined.definition().sql(), Postgresql.LEXICON);
        in.expect("CREATE", "TYPE");
        return read(in).filter(_ -> in.isAtEnd()).map(composite -> new Composite(defined.name(), composite.attributes));
    }

    /** After {@code CREATE TYPE}; empty where the type is of another kind. */
    private static Optional<Composite> read(TokenStream in) {
        ObjectName name = PostgresqlNormalizer.resolved(PostgresqlScript.clauses(in).objectName());
        if (!in.accept("AS") || !in.at("(")) {
            return Optional.empty();
        }
        return Optional.of(new Composite(name, TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list().stream().filter(text -> !text.isBlank())
                .map(text -> Attribute.read(TokenStream.of(text, Postgresql.LEXICON))).toList()));
    }

    /** The one spelling of the statement, after {@code CREATE TYPE}; empty where the type is of another kind. */
    static Optional<String> wording(TokenStream in) {
        return read(in).map(composite -> "create type " + composite.name + composite.attributes.stream().map(each -> each.name + " " + each.type.canonical() + " " + each.collation).toList());
    }

    DefinedObject object() {
        String list = attributes.stream().map(Attribute::sql).collect(Collectors.joining(", "));
        return new DefinedObject("type", name, "", PostgresqlTexts.definition("CREATE TYPE " + PostgresqlRenderer.name(name) + " AS (" + list + ")"));
    }

    /** Reads the actions of {@code ALTER TYPE name}. */
    Composite altered(TokenStream in) {
        var read = new ArrayList<>(attributes);
        Clauses clauses = PostgresqlScript.clauses(in);
        do {
            if (in.accept("ADD", "ATTRIBUTE")) {
                read.add(Attribute.read(in));
            } else if (in.accept("DROP", "ATTRIBUTE")) {
                boolean ifThere = clauses.ifExists();
                String gone = clauses.name();
                if (!ifThere || read.stream().anyMatch(each -> each.name().equals(gone))) {
                    read.remove(place(read, gone));
                }
            } else if (in.accept("RENAME", "ATTRIBUTE")) {
                int place = place(read, clauses.name());
                in.expect("TO");
                Attribute old = read.get(place);
                read.set(place, new Attribute(clauses.name(), old.written(), old.type(), old.collation()));
            } else {
                in.expect("ALTER", "ATTRIBUTE");
                int place = place(read, clauses.name());
                in.accept("SET", "DATA");
                in.expect("TYPE");
                read.set(place, Attribute.of(read.get(place).name(), in));
            }
            if (!in.accept("CASCADE")) {
                in.accept("RESTRICT");
            }
        } while (in.accept(","));
        return new Composite(name, read);
    }

    private int place(List<Attribute> among, String attribute) {
        for (int i = 0; i < among.size(); i++) {
            if (among.get(i).name().equals(attribute)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the type " + name + " has no attribute " + attribute);
    }

    /** Attributes that the other type has not. */
    List<Attribute> beyond(Composite other) {
        return attributes.stream().filter(attribute -> other.attributes.stream().noneMatch(each -> each.name().equals(attribute.name()))).toList();
    }

    /** Whether dropping and adding attributes leads to the other type: what both have is alike and in one order, and what is new comes last. */
    boolean leadsTo(Composite after) {
        var reached = new ArrayList<>(attributes);
        reached.removeAll(beyond(after));
        reached.addAll(after.beyond(this));
        if (reached.size() != after.attributes.size()) {
            return false;
        }
        for (int i = 0; i < reached.size(); i++) {
            if (!reached.get(i).isLike(after.attributes.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The statements that lead to a type that this one {@link #leadsTo}. */
    List<Statement> statements(Composite after) {
        var statements = new ArrayList<Statement>();
        beyond(after).forEach(gone -> statements.add(Statement.of(Postgresql.sql("ALTER TYPE").words(PostgresqlRenderer.name(name)).words("DROP ATTRIBUTE").name(gone.name()).toString())
                .losing("attribute " + gone.name())));
        after.beyond(this).forEach(added -> statements.add(Statement.of(Postgresql.sql("ALTER TYPE").words(PostgresqlRenderer.name(name)).words("ADD ATTRIBUTE").words(added.sql()).toString())));
        return statements;
    }
}
