package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Map;
import java.util.Optional;

/** Reads {@code DROP}. */
final class DropStatementReader {
    private static final Map<String, Kind> KINDS = Map.of("SEQUENCE", Kind.SEQUENCE, "DOMAIN", Kind.DOMAIN, "EXTENSION", Kind.EXTENSION, "SCHEMA", Kind.SCHEMA);

    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    DropStatementReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** After {@code DROP}. */
    void drop() {
        String word = in.peek().text().toUpperCase(java.util.Locale.ROOT);
        if (in.accept("TABLE") || in.accept("VIEW") || in.accept("MATERIALIZED", "VIEW")) {
            relations();
        } else if (in.accept("INDEX")) {
            in.accept("CONCURRENTLY");
            boolean ifThere = clauses.ifExists();
            do {
                new DropReader(script).dropIndex(clauses.objectName(), ifThere);
            } while (in.accept(","));
            behaviour();
        } else if (KINDS.containsKey(word)) {
            in.next();
            objects(KINDS.get(word));
        } else if (in.atAny("DATABASE", "ROLE", "USER", "OWNED", "TABLESPACE", "GROUP") && !in.at("USER", "MAPPING")) {
            in.rest();
            script.skip();
        } else if (in.at("TYPE")) {
            type();
        } else {
            new DefinedReader(in, script).drop(DefinedReader.kind(in).orElseThrow(() -> in.unexpected("TABLE, INDEX, VIEW, TYPE, FUNCTION or another kind of object")));
        }
    }

    private boolean behaviour() {
        boolean cascade = in.accept("CASCADE");
        in.accept("RESTRICT");
        return cascade;
    }

    private void relations() {
        boolean ifThere = clauses.ifExists();
        var names = new java.util.ArrayList<ObjectName>();
        do {
            names.add(clauses.objectName());
        } while (in.accept(","));
        boolean cascade = behaviour();
        for (ObjectName name : names) {
            Optional<Relation> relation = script.editor.relation(script.knownTable(name)).or(() -> script.editor.relation(script.made(name)));
            if (relation.isPresent()) {
                new DropReader(script).dropRelation(relation.get(), cascade);
            } else if (!ifThere) {
                throw new IllegalArgumentException("no " + name + " is there to drop");
            }
        }
    }

    private void objects(Kind kind) {
        boolean ifThere = clauses.ifExists();
        do {
            ObjectName written = clauses.objectName();
            ObjectName name = kind == Kind.SCHEMA || kind == Kind.EXTENSION ? written : script.known(kind, written);
            Optional<SchemaObject> object = script.editor.find(Ref.object(kind, name));
            if (object.isPresent()) {
                script.editor.remove(object.get());
                script.grants.dropOn(object.get().ref());
            } else if (!ifThere && !written.name().equals("public")) {
                throw new IllegalArgumentException("no " + kind.phrase() + " " + written + " is there to drop");
            }
        } while (in.accept(","));
        if (behaviour() && kind == Kind.SCHEMA) {
            throw in.unexpected("RESTRICT: a schema that is dropped with all that it holds has to be dropped object by object");
        }
    }

    private void type() {
        int mark = in.mark();
        in.next();
        clauses.ifExists();
        ObjectName name = script.known(Kind.ENUM, clauses.objectName());
        Optional<SchemaObject> type = script.editor.find(Ref.object(Kind.ENUM, name));
        if (type.isPresent()) {
            script.editor.remove(type.get());
            script.grants.dropOn(type.get().ref());
            behaviour();
            return;
        }
        in.reset(mark);
        new DefinedReader(in, script).drop(DefinedReader.kind(in).orElseThrow());
    }
}
