package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.TokenStream;
import java.util.StringJoiner;
import java.util.TreeSet;

/** The one spelling of a policy: without what is the default, its roles sorted (manual, CREATE POLICY). */
final class PolicyWording {
    private final TokenStream in;

    PolicyWording(TokenStream in) {
        this.in = in;
    }

    /** After {@code POLICY}, up to the statement's end. */
    String text() {
        var text = new StringJoiner(" ").add("create policy").add(Wording.word(in.next()));
        in.expect("ON");
        text.add("on").add(Wording.name(in));
        if (in.accept("AS") && in.next().is("RESTRICTIVE")) {
            text.add("as restrictive");
        }
        if (in.accept("FOR")) {
            String command = Wording.word(in.next());
            text.add(command.equals("all") ? "" : "for " + command);
        }
        if (in.accept("TO")) {
            var roles = new TreeSet<String>();
            do {
                roles.add(Wording.word(in.next()));
            } while (in.accept(","));
            roles.remove("public");
            text.add(roles.isEmpty() ? "" : "to " + String.join(", ", roles));
        }
        if (in.accept("USING")) {
            text.add("using " + Wording.expression(in.parenthesized()));
        }
        if (in.accept("WITH", "CHECK")) {
            text.add("with check " + Wording.expression(in.parenthesized()));
        }
        return text.toString();
    }
}
