package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;

/** The one spelling of a policy: without what is the default, its roles sorted (manual, CREATE POLICY). */
final class PolicyWording {
    private final TokenStream in;
    private final KnownColumns known;

    PolicyWording(TokenStream in, KnownColumns known) {
        this.in = in;
        this.known = known;
    }

    /** After {@code POLICY}, up to the statement's end. */
    String text() {
        var text = new StringJoiner(" ").add("create policy").add(Wording.word(in.next()));
        in.expect("ON");
        String table = Wording.name(in);
        text.add("on").add(table);
        if (in.accept("AS") && in.next().is("RESTRICTIVE")) {
            text.add("as restrictive");
        }
        if (in.accept("FOR")) {
            String command = Wording.word(in.next());
            if (!command.equals("all")) {
                text.add("for " + command);
            }
        }
        if (in.accept("TO")) {
            var roles = new TreeSet<String>();
            do {
                roles.add(Wording.word(in.next()));
            } while (in.accept(","));
            roles.remove("public");
            if (!roles.isEmpty()) {
                text.add("to " + String.join(", ", roles));
            }
        }
        if (in.accept("USING")) {
            text.add("using " + expression(table));
        }
        if (in.accept("WITH", "CHECK")) {
            text.add("with check " + expression(table));
        }
        return text.toString();
    }

    private String expression(String table) {
        var block = new QueryBlock(table, List.of(new QueryBlock.Source(FromWording.own(table), known.ofRelation(table))));
        return new QueryWording(in, known).expression(in.parenthesized(), block);
    }
}
