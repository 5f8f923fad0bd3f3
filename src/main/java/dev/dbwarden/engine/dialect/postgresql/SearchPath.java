package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code SET search_path}: where names without a namespace are made, and where they are looked up.
 *
 * @param names the namespaces, of which the default one is empty
 */
record SearchPath(List<String> names) {
    static final SearchPath USUAL = new SearchPath(List.of());

    /** Reads on after SET. */
    static SearchPath read(TokenStream in) {
        in.skipUntil("TO", "=");
        in.next();
        if (in.at("DEFAULT")) {
            return USUAL;
        }
        var names = new ArrayList<String>();
        do {
            Token name = in.next();
            names.add(Wording.folded(name));
        } while (in.accept(","));
        return new SearchPath(names.stream().filter(name -> !name.equals("$user") && !name.equals("pg_catalog")).map(name -> name.equals("public") ? "" : name).toList());
    }

    /** Whether names without a namespace may mean what is in another than the default one. */
    boolean isSet() {
        return names.stream().anyMatch(name -> !name.isEmpty());
    }

    /** Where things are made. */
    String first() {
        return names.isEmpty() ? "" : names.getFirst();
    }

    /** The first namespace that has something; empty where it is the default one. */
    Optional<String> find(Predicate<String> has) {
        return names.stream().filter(has).findFirst().filter(name -> !name.isEmpty());
    }
}
