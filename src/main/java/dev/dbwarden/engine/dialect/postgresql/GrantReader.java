package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads GRANT and REVOKE (manual, same names) into what they say of one role on one object each. */
final class GrantReader {
    private static final Set<String> ROLES_BY_WORD = Set.of("PUBLIC", "CURRENT_USER", "CURRENT_ROLE", "SESSION_USER");

    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    GrantReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** The grant that a statement is, where it says one thing only. */
    static Optional<Grant> single(TokenStream in) {
        var reader = new GrantReader(in, new PostgresqlScript(Schema.EMPTY));
        List<Grant> grants = reader.said().grants();
        return grants.size() == 1 ? Optional.of(grants.getFirst()) : Optional.empty();
    }

    void read() {
        Said said = said();
        List<Grant> grants = said.grants();
        boolean effective = false;
        for (Grant grant : grants) {
            effective |= said.optionOnly() ? script.grants.withoutOption(grant) : grant.given() ? script.grants.grant(grant) : script.grants.revoke(grant);
        }
        if (!effective) {
            script.skip();
        }
    }

    /** A statement, read: each privilege, some of them on columns, for each role on each object. */
    private record Said(boolean given, boolean optionOnly, List<Privilege> privileges, List<GrantTarget> objects, List<String> roles, boolean option) {
        List<Grant> grants() {
            var grants = new ArrayList<Grant>();
            for (GrantTarget object : objects) {
                for (String role : roles) {
                    if (object.isRole()) {
                        privileges.forEach(each -> grants.add(new Grant(given, Set.of(each.word()), object, role, option)));
                    } else {
                        onColumns(object).forEach((target, words) -> grants.add(new Grant(given, words, target, role, option)));
                    }
                }
            }
            return grants;
        }

        private Map<GrantTarget, Set<String>> onColumns(GrantTarget object) {
            var words = new LinkedHashMap<GrantTarget, Set<String>>();
            for (Privilege privilege : privileges) {
                for (String column : privilege.columns().isEmpty() ? List.of("") : privilege.columns()) {
                    GrantTarget target = object.withColumn(column);
                    words.computeIfAbsent(target, _ -> new LinkedHashSet<>()).addAll(privilege.on(target));
                }
            }
            return words;
        }
    }

    private record Privilege(String word, List<String> columns) {
        static Privilege of(String text) {
            TokenStream in = TokenStream.of(text, Postgresql.LEXICON);
            in.skipUntil("(");
            String word = text.substring(0, in.isAtEnd() ? text.length() : in.peek().start()).strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
            return new Privilege(switch (word) {
                case "ALL PRIVILEGES" -> Grant.ALL;
                case "TEMP" -> "TEMPORARY";
                default -> word;
            }, in.isAtEnd() ? List.of() : PostgresqlScript.clauses(in).columns());
        }

        List<String> on(GrantTarget target) {
            if (!word.equals(Grant.ALL)) {
                return List.of(word);
            }
            var all = new ArrayList<>(target.all());
            if (target.isTable()) {
                all.add(Grant.MAINTAIN);
            }
            return all;
        }
    }

    private Said said() {
        boolean byDefault = in.accept("ALTER", "DEFAULT", "PRIVILEGES");
        List<String> makers = byDefault && (in.accept("FOR", "ROLE") || in.accept("FOR", "USER")) ? makers() : List.of("");
        List<String> namespaces = byDefault && in.accept("IN", "SCHEMA") ? clauses.names() : List.of("");
        boolean given = in.next().is("GRANT");
        String end = given ? "TO" : "FROM";
        boolean optionOnly = in.accept("GRANT", "OPTION", "FOR") || in.accept("ADMIN", "OPTION", "FOR");
        List<String> privileges = parts("ON", end);
        boolean onObjects = in.accept("ON");
        List<GrantTarget> objects = byDefault ? toBeMade(makers, namespaces) : onObjects ? objects(end) : List.of(GrantTarget.ROLE);
        in.expect(end);
        var roles = new ArrayList<String>();
        do {
            roles.add(role(in));
        } while (in.accept(","));
        boolean option = in.accept("WITH", "GRANT", "OPTION") || in.accept("WITH", "ADMIN", "OPTION");
        in.rest();
        return new Said(given, optionOnly, privileges.stream().map(text -> onObjects ? Privilege.of(text) : new Privilege(roleNamed(text), List.of())).toList(), objects, roles, option);
    }

    /** Who makes what is still to be made; the one that owns all that a script makes is the one that runs it, as {@code pg_dump} has it. */
    private List<String> makers() {
        var makers = new ArrayList<String>();
        do {
            String role = role(in);
            makers.add(script.grants.isOnlyOwner(role) ? "" : role);
        } while (in.accept(","));
        return makers;
    }

    private List<GrantTarget> toBeMade(List<String> makers, List<String> namespaces) {
        String word = in.accept("LARGE") ? "LARGE " : "";
        String kinds = word + in.next().text().toUpperCase(Locale.ROOT);
        GrantTarget any = GrantTarget.toBeMade(kinds.equals("ROUTINES") ? "FUNCTIONS" : kinds, "", "");
        if (!any.isToBeMade()) {
            throw in.unexpected("TABLES, SEQUENCES, FUNCTIONS, ROUTINES, TYPES, SCHEMAS or LARGE OBJECTS");
        }
        return makers.stream().flatMap(maker -> namespaces.stream().map(namespace -> GrantTarget.toBeMade(any.kind(), maker, namespace))).toList();
    }

    private static String roleNamed(String text) {
        return Postgresql.QUOTING.name(PostgresqlScript.clauses(TokenStream.of(text, Postgresql.LEXICON)).name());
    }

    /** A role as SQL has it. */
    static String role(TokenStream in) {
        if (in.at("GROUP") && in.peek(1).isName()) {
            in.next();
        }
        Optional<String> word = ROLES_BY_WORD.stream().filter(in::at).findFirst();
        word.ifPresent(_ -> in.next());
        return word.orElseGet(() -> Postgresql.QUOTING.name(PostgresqlScript.clauses(in).name()));
    }

    private List<String> parts(String... ends) {
        var parts = new ArrayList<String>();
        var stops = new ArrayList<>(List.of(ends));
        stops.add(",");
        do {
            int mark = in.mark();
            in.skipUntil(stops.toArray(String[]::new));
            parts.add(in.textSince(mark));
        } while (in.accept(","));
        return parts;
    }

    private List<GrantTarget> objects(String end) {
        if (in.at("ALL") && in.peek(2).is("IN")) {
            in.next();
            return all(in.next().text().toUpperCase(Locale.ROOT));
        }
        String kind = kind(end);
        var objects = new ArrayList<GrantTarget>();
        do {
            objects.add(object(kind));
        } while (in.accept(","));
        return objects;
    }

    /** The word of a kind, where it is none of the names: tables may be called so. */
    private String kind(String end) {
        boolean isName = in.peek(1).is(end) || in.peek(1).is(",") || in.peek(1).is(".");
        if (isName || in.accept("TABLE")) {
            return "";
        }
        for (List<String> words : List.of(List.of("FOREIGN", "DATA", "WRAPPER"), List.of("FOREIGN", "SERVER"), List.of("LARGE", "OBJECT"))) {
            if (in.accept(words.toArray(String[]::new))) {
                return String.join(" ", words);
            }
        }
        for (String word : List.of("SEQUENCE", "FUNCTION", "PROCEDURE", "ROUTINE", "SCHEMA", "DATABASE", "TYPE", "LANGUAGE", "TABLESPACE", "PARAMETER")) {
            if (in.accept(word)) {
                return word;
            }
        }
        return in.accept("DOMAIN") ? GrantTarget.TYPE : "";
    }

    private GrantTarget object(String kind) {
        return switch (kind) {
            case "" -> relation(script.seen(clauses.objectName()));
            case GrantTarget.SEQUENCE -> new GrantTarget(kind, script.known(Kind.SEQUENCE, clauses.objectName()).toString(), "");
            case GrantTarget.TYPE -> new GrantTarget(kind, script.known(Kind.ENUM, clauses.objectName()).toString(), "");
            case "FUNCTION", "PROCEDURE", "ROUTINE" -> routine(kind);
            case "LARGE OBJECT", "PARAMETER" -> {
                int mark = in.mark();
                do {
                    in.next();
                } while (in.accept("."));
                yield new GrantTarget(kind, in.textSince(mark), "");
            }
            default -> new GrantTarget(kind, Postgresql.QUOTING.name(clauses.name()), "");
        };
    }

    /** Sequences may be called without their word. */
    private GrantTarget relation(ObjectName name) {
        return new GrantTarget(script.isSequence(name) ? GrantTarget.SEQUENCE : "", name.toString(), "");
    }

    private GrantTarget routine(String kind) {
        var reader = new DefinedReader(in, script);
        Ref function = reader.reference("function");
        Ref procedure = new Ref("procedure", function.owner(), function.part());
        Ref aggregate = new Ref("aggregate", function.owner(), function.part());
        Ref found = (kind.equals("PROCEDURE") ? Stream.of(procedure) : kind.equals("FUNCTION") ? Stream.of(function, aggregate) : Stream.of(function, procedure, aggregate))
                .flatMap(ref -> reader.found(ref).stream()).map(SchemaObject::ref).findFirst().orElse(function);
        String word = kind.equals("ROUTINE") && script.editor.find(found).isPresent() ? found.kind().equals("procedure") ? "PROCEDURE" : "FUNCTION" : kind;
        return new GrantTarget(word, PostgresqlRenderer.name(found.owner()) + found.part(), "");
    }

    /** {@code ALL kind IN SCHEMA ..}: those that are there when it is said (manual, GRANT). */
    private List<GrantTarget> all(String kinds) {
        in.expect("IN", "SCHEMA");
        List<String> schemas = clauses.names().stream().map(schema -> schema.equals("public") ? "" : schema).toList();
        return script.editor.objects().stream().filter(object -> schemas.contains(object.ref().owner().namespace()))
                .flatMap(object -> GrantTarget.of(object)).filter(target -> target.isAmong(kinds)).toList();
    }
}
