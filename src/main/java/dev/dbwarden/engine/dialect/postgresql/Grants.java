package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do what, while a script is replayed. */
final class Grants {
    private static final String EVERYBODY = "PUBLIC";

    private final PostgresqlScript script;
    /** The roles that the script made the owners, by {@link GrantTarget#key}. */
    private final Map<String, String> owners = new HashMap<>();

    Grants(PostgresqlScript script) {
        this.script = script;
    }

    /** What is granted, or taken from everybody, of one role on one object. */
    private final class Held {
        private final Grant grant;
        private final Set<String> before = new LinkedHashSet<>();

        Held(Grant said, boolean given, boolean option) {
            grant = new Grant(given, said.privileges(), said.on(), said.role(), option);
            var words = new LinkedHashSet<>(said.on().all());
            all().ifPresentOrElse(all -> before.addAll(all.privileges()), () -> {
                words.add(Grant.MAINTAIN);
                words.addAll(said.privileges());
                words.stream().filter(word -> object(Set.of(word)).isPresent()).forEach(before::add);
            });
        }

        private Optional<Grant> all() {
            return grant.on().all().size() < 2 ? Optional.empty() : object(Set.copyOf(grant.on().all())).flatMap(Grant::of);
        }

        private Optional<SchemaObject> object(Set<String> privileges) {
            return script.editor.find(of(privileges).ref());
        }

        private Grant of(Set<String> privileges) {
            return new Grant(grant.given(), privileges, grant.on(), grant.role(), grant.option());
        }

        private List<Grant> grants(Set<String> privileges) {
            return Grant.isAll(privileges, grant.on()) ? List.of(of(privileges)) : privileges.stream().map(word -> of(Set.of(word))).toList();
        }

        Set<String> with(Set<String> more) {
            var after = new LinkedHashSet<>(before);
            after.addAll(more);
            return after;
        }

        /** Of all without one MAINTAIN is left out too: nobody knows whether the server has it. */
        Set<String> without(Set<String> less) {
            var after = new LinkedHashSet<>(before);
            after.removeAll(less);
            if (Grant.isAll(before, grant.on()) && !Grant.isAll(after, grant.on())) {
                after.remove(Grant.MAINTAIN);
            }
            return after;
        }

        Set<String> both(Set<String> words) {
            var both = new LinkedHashSet<>(before);
            both.retainAll(words);
            return both;
        }

        /** Writes what is held from now on; whether that is something else. */
        boolean become(Set<String> after) {
            if (after.equals(before)) {
                return false;
            }
            List<Grant> old = grants(before);
            List<Grant> now = grants(after);
            old.stream().filter(each -> !now.contains(each)).forEach(Grants.this::drop);
            now.stream().filter(each -> !old.contains(each)).forEach(each -> script.editor.add(each.object()));
            before.clear();
            before.addAll(after);
            if (grant.on().isToBeMade()) {
                script.defaultPrivileges.changed();
            }
            return true;
        }
    }

    /** After GRANT; whether it changes anything: the owner has all, and everybody has what nobody took from them. */
    boolean grant(Grant said) {
        if (isOwner(said)) {
            return false;
        }
        boolean changed = false;
        if (said.role().equals(EVERYBODY) || script.defaultPrivileges.areOfRoles()) {
            var taken = new Held(said, false, false);
            changed = taken.become(taken.without(said.privileges()));
        }
        var granted = new LinkedHashSet<>(said.privileges());
        if (said.role().equals(EVERYBODY)) {
            granted.removeAll(said.on().ofEverybody());
        }
        var passedOn = new Held(said, true, true);
        var plain = new Held(said, true, false);
        if (said.option()) {
            changed |= passedOn.become(passedOn.with(granted));
            return changed | plain.become(plain.without(granted));
        }
        granted.removeAll(passedOn.before);
        return changed | plain.become(plain.with(granted));
    }

    /** After REVOKE GRANT OPTION FOR. */
    boolean withoutOption(Grant said) {
        var passedOn = new Held(said, true, true);
        var plain = new Held(said, true, false);
        Set<String> moved = passedOn.both(said.privileges());
        plain.become(plain.with(moved));
        return passedOn.become(passedOn.without(moved));
    }

    /** After REVOKE; what nobody granted is only carried where everybody has it from the start, or default privileges may have given it. */
    boolean revoke(Grant said) {
        if (isOwner(said)) {
            return false;
        }
        var plain = new Held(said, true, false);
        var passedOn = new Held(said, true, true);
        boolean changed = plain.become(plain.without(said.privileges())) | passedOn.become(passedOn.without(said.privileges()));
        if (said.on().column().isEmpty()) {
            changed |= revokeOfColumns(said);
        }
        var taken = new LinkedHashSet<>(said.privileges());
        if (changed || !script.defaultPrivileges.areOfRoles()) {
            taken.retainAll(said.role().equals(EVERYBODY) ? said.on().takenFromEverybody() : Set.of());
        }
        if (taken.isEmpty()) {
            return changed;
        }
        var held = new Held(said, false, false);
        return changed | held.become(held.with(taken));
    }

    /** What is taken of a table is taken of each of its columns (manual, REVOKE). */
    private boolean revokeOfColumns(Grant said) {
        boolean changed = false;
        for (Grant grant : on(said.on().key())) {
            if (!grant.on().column().isEmpty() && grant.role().equals(said.role())) {
                var held = new Held(grant, true, grant.option());
                changed |= held.become(held.without(said.privileges()));
            }
        }
        return changed;
    }

    /** {@code OWNER TO role}, which holds no schema, but says whose grants are none. */
    void owned(Ref object, TokenStream in) {
        in.expect("OWNER", "TO");
        owned(object, GrantReader.role(in));
        in.rest();
        script.skip();
    }

    void owned(Ref object, String role) {
        String key = GrantTarget.of(object).key();
        owners.put(key, role);
        on(key).stream().filter(grant -> grant.role().equals(role)).forEach(this::drop);
    }

    /** Whether a role was made the owner of all that has an owner. */
    boolean isOnlyOwner(String role) {
        return Set.copyOf(owners.values()).equals(Set.of(role));
    }

    private boolean isOwner(Grant said) {
        return said.role().equals(owners.get(said.on().key()));
    }

    /** The grants on what has this {@link GrantTarget#key}. */
    List<Grant> on(String key) {
        return script.said(key).stream().flatMap(object -> Grant.of(object).stream()).toList();
    }

    /** What is gone takes the grants on it along. */
    void dropOn(Ref object) {
        on(GrantTarget.of(object).key()).forEach(this::drop);
        script.defaultPrivileges.gone(Stream.of(GrantTarget.of(object)));
    }

    void drop(Grant grant) {
        script.editor.find(grant.ref()).ifPresent(script.editor::remove);
    }

    /** {@code REVOKE .. FROM} for {@code GRANT .. TO}, and the other way round, of a statement that is not spelled as a {@link Grant} is. */
    static String opposite(String statement) {
        String lower = statement.toLowerCase(Locale.ROOT);
        int given = (" " + lower).indexOf(" grant ");
        int taken = (" " + lower).indexOf(" revoke ");
        boolean grant = given >= 0 && (taken < 0 || given < taken);
        int word = grant ? given : taken;
        String from = grant ? " to " : " from ";
        int at = lower.lastIndexOf(from);
        if (word < 0 || at < word) {
            return statement;
        }
        String tail = statement.substring(at + from.length());
        int option = tail.toLowerCase(Locale.ROOT).indexOf(" with grant option");
        String head = statement.substring(word + (grant ? 5 : 6), at);
        return statement.substring(0, word) + (grant ? "REVOKE" : "GRANT") + head + (grant ? " FROM " : " TO ") + (option < 0 ? tail : tail.substring(0, option));
    }
}
