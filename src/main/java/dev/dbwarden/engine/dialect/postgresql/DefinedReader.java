package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what is carried whole: functions, triggers, policies, and every other object that has a name and a definition. */
final class DefinedReader {
    /** Kinds of more than one word, longest first. */
    private static final String[][] LONG_KINDS = {
        {"TEXT", "SEARCH", "CONFIGURATION"}, {"TEXT", "SEARCH", "DICTIONARY"}, {"TEXT", "SEARCH", "PARSER"}, {"TEXT", "SEARCH", "TEMPLATE"},
        {"FOREIGN", "DATA", "WRAPPER"}, {"FOREIGN", "TABLE"}, {"EVENT", "TRIGGER"}, {"OPERATOR", "CLASS"}, {"OPERATOR", "FAMILY"}, {"USER", "MAPPING"},
        {"ACCESS", "METHOD"}, {"DEFAULT", "CONVERSION"}, {"TRUSTED", "LANGUAGE"}, {"PROCEDURAL", "LANGUAGE"}};
    private static final Set<String> KINDS = Set.of("FUNCTION", "PROCEDURE", "AGGREGATE", "TRIGGER", "POLICY", "RULE", "OPERATOR", "CAST", "COLLATION",
            "CONVERSION", "TYPE", "STATISTICS", "PUBLICATION", "SUBSCRIPTION", "SERVER", "LANGUAGE", "TRANSFORM");
    private static final Set<String> ON_TABLE = Set.of("trigger", "policy", "rule");
    /** Kinds whose names are in no namespace. */
    private static final Set<String> GLOBAL = Set.of("publication", "subscription", "server", "foreign data wrapper", "language", "access method", "event trigger");
    private static final Set<String> WITH_ARGUMENTS = Set.of("function", "procedure", "aggregate");

    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    DefinedReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** The kind that is next, taken; empty where it is none of these. */
    static Optional<String> kind(TokenStream in) {
        for (String[] words : LONG_KINDS) {
            if (in.accept(words)) {
                return Optional.of(String.join(" ", words).toLowerCase(Locale.ROOT).replaceFirst("^(trusted|procedural|default) ", ""));
            }
        }
        if (in.peek().type() == Token.Type.WORD && KINDS.contains(in.peek().text().toUpperCase(Locale.ROOT))) {
            return Optional.of(in.next().text().toLowerCase(Locale.ROOT));
        }
        return Optional.empty();
    }

    /** After {@code CREATE [OR REPLACE] kind}; {@code from} is the mark of CREATE. */
    void create(String kind, int from, boolean orReplace) {
        boolean unlessThere = clauses.ifExists();
        DefinedObject object = object(kind, from, orReplace);
        if (WITH_ARGUMENTS.contains(kind)) {
            script.madeRoutine(object.name());
        }
        if (kind.equals("language") && object.name().name().equals("plpgsql")) {
            script.skip();
            return;
        }
        Optional<SchemaObject> existing = script.editor.find(object.ref());
        if (existing.isEmpty()) {
            script.editor.add(object);
        } else if (orReplace) {
            script.editor.replace(existing.get(), object);
        } else if (!unlessThere) {
            throw new IllegalArgumentException(object.ref() + " exists already");
        } else {
            script.skip();
        }
    }

    private DefinedObject object(String kind, int from, boolean orReplace) {
        Optional<Dissected> dissected = Dissected.read(kind, in, script);
        if (dissected.isPresent() && !in.isAtEnd()) {
            throw in.unexpected("the end of the " + kind);
        }
        return dissected.map(Dissected::object).orElseGet(() -> whole(kind, from, orReplace));
    }

    private DefinedObject whole(String kind, int from, boolean orReplace) {
        Ref ref = reference(kind);
        in.rest();
        return new DefinedObject(kind, ref.owner(), ref.part(), PostgresqlTexts.definition(plain(in.textSince(from), orReplace)));
    }

    /** The statement as CREATE: what is carried must not depend on what was there. */
    static String plain(String sql, boolean orReplace) {
        return orReplace ? sql.replaceFirst("(?i)^create\\s+or\\s+replace\\s", "CREATE ") : sql;
    }

    /** The name of an object of this kind, where a statement has it. */
    Ref reference(String kind) {
        return reference(kind, false);
    }

    private Ref reference(String kind, boolean ifThere) {
        if (ON_TABLE.contains(kind)) {
            String name = clauses.name();
            // CREATE RULE name AS ON event TO table; DROP RULE name ON table
            in.skipUntil(kind.equals("rule") && in.at("AS") ? "TO" : "ON");
            in.next();
            ObjectName holder = clauses.objectName();
            return new Ref(kind, ifThere && !script.isHolder(holder) ? script.made(holder) : script.holder(holder), name);
        }
        if (kind.equals("cast") || kind.equals("user mapping") || kind.equals("transform")) {
            int mark = in.mark();
            if (in.at("(")) {
                in.parenthesized();
            } else {
                in.skipUntil("OPTIONS", "(");
            }
            return new Ref(kind, ObjectName.of(PostgresqlTexts.definition(in.textSince(mark)).canonical()), "");
        }
        if (kind.equals("operator")) {
            return operator();
        }
        if (GLOBAL.contains(kind)) {
            return new Ref(kind, ObjectName.of(clauses.name()), "");
        }
        ObjectName name = script.made(clauses.objectName());
        if (kind.equals("operator class") || kind.equals("operator family")) {
            int mark = in.mark();
            in.skipUntil("USING");
            in.accept("USING");
            return new Ref(kind, name, mark == in.mark() ? "" : clauses.name());
        }
        return new Ref(kind, name, WITH_ARGUMENTS.contains(kind) && in.at("(") ? arguments() : "");
    }

    private Ref operator() {
        int mark = in.mark();
        while (in.peek().isName() && in.peek(1).is(".")) {
            in.next();
            in.next();
        }
        in.next();
        String name = in.textSince(mark).replaceFirst("^public\\.", "");
        String body = in.at("(") ? in.parenthesized() : "";
        String left = parameter(body, "LEFTARG").orElse("NONE");
        String right = parameter(body, "RIGHTARG").orElse("NONE");
        return new Ref("operator", ObjectName.of(name), body.isEmpty() || body.indexOf('=') < 0 ? signature(body) : left + ", " + right);
    }

    private static Optional<String> parameter(String body, String name) {
        for (String part : TokenStream.of(body, Postgresql.LEXICON).list()) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return Optional.of(signature(part.substring(equals + 1).strip()));
            }
        }
        return Optional.empty();
    }

    /** The types of a function's input arguments, which tell it from others of its name; of an aggregate in the older form what it is over (manual, CREATE AGGREGATE). */
    String arguments() {
        String list = in.parenthesized();
        Optional<String> base = in.isAtEnd() ? parameter(list, "BASETYPE") : Optional.empty();
        if (base.isPresent()) {
            return "(" + (base.get().equalsIgnoreCase("\"ANY\"") || base.get().equalsIgnoreCase("ANY") ? "*" : base.get()) + ")";
        }
        var types = new ArrayList<String>();
        for (String argument : TokenStream.of(list, Postgresql.LEXICON).list()) {
            argumentType(argument).ifPresent(types::add);
        }
        return "(" + String.join(", ", types) + ")";
    }

    private static Optional<String> argumentType(String argument) {
        TokenStream one = TokenStream.of(argument, Postgresql.LEXICON);
        if (one.isAtEnd() || one.at("*")) {
            return one.isAtEnd() ? Optional.empty() : Optional.of("*");
        }
        boolean out = false;
        for (boolean mode = true; mode;) {
            mode = one.atAny("IN", "OUT", "INOUT", "VARIADIC") && !one.peek(1).is(",") && one.peek(1).isName();
            if (mode) {
                out = one.next().is("OUT");
            }
        }
        if (out) {
            return Optional.empty();
        }
        int mark = one.mark();
        Optional<String> whole = type(one);
        if (whole.isPresent() && (one.isAtEnd() || one.atAny("DEFAULT", "=", ":="))) {
            return whole;
        }
        one.reset(mark);
        one.next();
        return type(one);
    }

    static Optional<String> type(TokenStream in) {
        try {
            // a function's arguments have no lengths: "parenthesized type modifiers are discarded" (manual, CREATE FUNCTION)
            String type = PostgresqlTypes.parse(in).text().replaceFirst("^BPCHAR", "CHAR");
            int bracket = type.indexOf('(');
            if (in.accept("%", "TYPE")) {
                return Optional.of(type + "%TYPE");
            }
            return Optional.of(bracket < 0 ? type : type.substring(0, bracket) + type.substring(type.indexOf(')') + 1));
        } catch (dev.dbwarden.engine.sql.SqlException notAType) {
            return Optional.empty();
        }
    }

    private static String signature(String types) {
        var normal = new ArrayList<String>();
        for (String type : TokenStream.of(types, Postgresql.LEXICON).list()) {
            normal.add(type.strip().equalsIgnoreCase("none") ? "NONE" : type(TokenStream.of(type, Postgresql.LEXICON)).orElse(type.strip()));
        }
        return String.join(", ", normal);
    }

    /** After {@code DROP kind}. */
    void drop(String kind) {
        boolean ifThere = clauses.ifExists();
        do {
            Ref ref = reference(kind, ifThere);
            Optional<SchemaObject> object = found(ref);
            if (object.isPresent()) {
                if (kind.equals(ForeignTable.KIND)) {
                    new DropReader(script).dropSequences(object.get().name());
                }
                script.editor.remove(object.get());
                script.grants.dropOn(object.get().ref());
                script.editor.find(CommentReader.on(object.get().ref())).ifPresent(script.editor::remove);
                if (kind.equals(OperatorFamily.KIND)) {
                    new OwnClasses(script).without(object.get());
                }
            } else if (!ifThere) {
                throw new IllegalArgumentException("no " + ref + " is there to drop");
            }
        } while (in.accept(","));
        if (in.accept("CASCADE")) {
            cascade();
        }
        in.accept("RESTRICT");
    }

    /** What no longer has its function: triggers that call one that is gone. */
    private void cascade() {
        Set<String> functions = new java.util.HashSet<>();
        script.editor.objects().stream().filter(object -> object instanceof DefinedObject defined && WITH_ARGUMENTS.contains(defined.kind()))
                .forEach(object -> functions.add(object.name().name()));
        for (SchemaObject object : List.copyOf(script.editor.objects())) {
            if (object instanceof DefinedObject trigger && trigger.kind().equals("trigger") && trigger.definition().words().stream().noneMatch(functions::contains)) {
                script.editor.remove(trigger);
            }
        }
    }

    /** The object, which a function may be called by its name alone if it is the only one. */
    Optional<SchemaObject> found(Ref ref) {
        return script.editor.find(ref).or(() -> byName(ref));
    }

    private Optional<SchemaObject> byName(Ref ref) {
        if (!ref.part().isEmpty()) {
            return Optional.empty();
        }
        List<SchemaObject> named = script.editor.objects().stream()
                .filter(object -> object.ref().kind().equals(ref.kind()) && object.name().equals(ref.owner())).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** After {@code ALTER kind}: what the statement says becomes a part of the object's definition. */
    void alter(String kind, int from) {
        Ref ref = reference(kind);
        if (in.at("OWNER", "TO")) {
            script.grants.owned(ref, in);
            return;
        }
        if (in.accept("RENAME", "TO") || in.at("SET", "SCHEMA")) {
            throw in.unexpected("another action: a " + kind + " is carried whole and cannot be renamed; create it under its new name");
        }
        Optional<SchemaObject> object = script.editor.find(ref);
        Optional<Composite> composite = object.flatMap(Composite::of);
        if (composite.isPresent()) {
            script.editor.replace(object.get(), composite.get().altered(in).object());
            return;
        }
        change(ref, from);
    }

    /** Makes what a statement says of an object, from behind its name on, a part of it. */
    void change(Ref ref, int from) {
        Optional<SchemaObject> object = script.editor.find(ref);
        Optional<Dissected> dissected = object.flatMap(Dissected::of);
        if (dissected.isPresent()) {
            script.put(object.get(), dissected.get().altered(in, script));
        } else if (object.isEmpty() && ref.kind().equals(Publication.KIND) && in.at("ADD")) {
            script.editor.add(Publication.elsewhere(ref.owner()).altered(in, script).object());
        } else {
            in.rest();
            append(ref, in.textSince(from));
        }
    }

    /** Puts a statement behind those that define an object. */
    void append(Ref ref, String statement) {
        Optional<SchemaObject> object = found(ref);
        if (!(object.orElse(null) instanceof DefinedObject defined)) {
            throw new IllegalArgumentException("no " + ref + " is there to change; the model needs the statement that makes it too, also where the database has it already");
        }
        script.editor.replace(defined, new DefinedObject(defined.kind(), defined.name(), defined.part(),
                PostgresqlTexts.definition(defined.definition().sql() + ";\n" + statement)));
    }
}
