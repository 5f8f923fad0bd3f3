package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What roles have by default of what is still to be made, while a script is replayed: what it makes has it from then on. That holds of what the role
 * makes that runs the script; what others make by default privileges of their own ({@code FOR ROLE}) no script tells.
 */
final class DefaultPrivileges {
    static final String KIND = "default privileges";
    static final String ALTER = "ALTER DEFAULT PRIVILEGES";

    private final PostgresqlScript script;
    private Optional<List<Grant>> all = Optional.empty();
    /** The keys of what was there before the statement, where anything is given by default. */
    private Optional<Set<String>> there = Optional.empty();
    /** How much of {@link dev.dbwarden.engine.schema.SchemaEditor#written} is among them. */
    private int seen;

    DefaultPrivileges(PostgresqlScript script) {
        this.script = script;
    }

    static List<Grant> among(Stream<SchemaObject> objects) {
        return objects.filter(object -> object.ref().kind().equals(KIND)).flatMap(object -> Grant.of(object).stream()).toList();
    }

    /** What is granted on something as it is made, besides what the owner and everybody have. */
    static List<Grant> of(GrantTarget made, Collection<Grant> byDefault) {
        var script = new PostgresqlScript(Schema.EMPTY);
        script.defaultPrivileges.give(made, byDefault);
        return script.editor.objects().stream().flatMap(object -> Grant.of(object).stream()).toList();
    }

    /** Before a statement. */
    void begin() {
        if (there.isEmpty() && !all().isEmpty()) {
            there = Optional.of(new HashSet<>());
            script.editor.objects().forEach(object -> GrantTarget.of(object).forEach(target -> there.get().add(target.key())));
            seen = script.editor.written().size();
        }
    }

    /** After a statement. */
    void end() {
        if (there.isEmpty() || all().isEmpty()) {
            there = Optional.empty();
            return;
        }
        List<Ref> written = script.editor.written();
        for (Ref ref : List.copyOf(written.subList(Math.max(0, seen - 1), written.size()))) {
            script.editor.find(ref).ifPresent(object -> GrantTarget.of(object).filter(target -> there.get().add(target.key()))
                    .forEach(target -> give(target, all())));
        }
        seen = written.size();
    }

    private void give(GrantTarget made, Collection<Grant> byDefault) {
        for (Grant grant : byDefault) {
            if (!grant.on().isMadeAs(made)) {
                continue;
            }
            if (grant.given()) {
                script.grants.grant(grant.on(made));
            } else {
                script.grants.revoke(grant.on(made));
            }
        }
    }

    /** What is called so is no more. */
    void gone(Stream<GrantTarget> targets) {
        there.ifPresent(keys -> targets.forEach(target -> keys.remove(target.key())));
    }

    /** What is called so was there under another name. */
    void kept(Stream<GrantTarget> targets) {
        there.ifPresent(keys -> targets.forEach(target -> keys.add(target.key())));
    }

    /** Something else is given by default from now on. */
    void changed() {
        all = Optional.empty();
    }

    /** Whether some hold of what other roles make. */
    boolean areOfRoles() {
        return all().stream().anyMatch(grant -> grant.on().isOfRole());
    }

    private List<Grant> all() {
        if (all.isEmpty()) {
            all = Optional.of(among(script.editor.objects().stream()));
        }
        return all.get();
    }
}
