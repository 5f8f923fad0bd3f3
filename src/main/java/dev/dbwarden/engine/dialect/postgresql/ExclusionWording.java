package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.StringJoiner;

/** The one spelling of what follows EXCLUDE. */
final class ExclusionWording {
    private final TokenStream in;

    ExclusionWording(TokenStream in) {
        this.in = in;
    }

    String text() {
        var text = new StringJoiner(" ").add("using").add(in.accept("USING") ? Wording.word(in.next()) : "btree");
        var elements = new StringJoiner(", ", "(", ")");
        in.expect("(");
        do {
            elements.add(element());
        } while (in.accept(","));
        in.expect(")");
        return text.add(elements.toString()).toString() + " ";
    }

    private String element() {
        Index.Key key = new IndexKeyReader(in, Identifiers::isSimple).key();
        String subject = key.expression().map(expression -> "(" + expression.canonical() + ")").orElseGet(() -> Identifiers.canonical(key.column()));
        int mark = in.mark();
        in.expect("WITH");
        in.skipUntil(",", ")");
        return subject + (key.modifiers().isEmpty() ? " " : " " + key.modifiers() + " ") + Wording.rest(TokenStream.of(in.textSince(mark), Postgresql.LEXICON));
    }
}
