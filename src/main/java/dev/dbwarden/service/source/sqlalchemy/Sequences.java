package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import java.util.Optional;

/** Sequences and identity columns. */
final class Sequences {
    private Sequences() {}

    static String qualified(Value.Construct sequence, Names names) {
        Optional<String> schema = sequence.keyword("schema").filter(value -> !value.equals(Value.NONE)).map(value -> Terms.text(value, "the sequence's schema", sequence.at()));
        return names.qualified(schema, Terms.text(sequence.argument(0, "name").orElse(Value.NONE), "the sequence's name", sequence.at()));
    }

    /** The options of a sequence, in SQLAlchemy's order; {@code first} is the position of {@code start} among its arguments. */
    static String options(Value.Construct sequence, int first) {
        var sql = new StringBuilder();
        number(sql, " INCREMENT BY ", sequence, first + 1, "increment");
        number(sql, " START WITH ", sequence, first, "start");
        number(sql, " MINVALUE ", sequence, first + 2, "minvalue");
        number(sql, " MAXVALUE ", sequence, first + 3, "maxvalue");
        sql.append(isTrue(sequence, "nominvalue") ? " NO MINVALUE" : "").append(isTrue(sequence, "nomaxvalue") ? " NO MAXVALUE" : "");
        number(sql, " CACHE ", sequence, Integer.MAX_VALUE, "cache");
        sequence.keyword("cycle").filter(value -> !value.equals(Value.NONE)).ifPresent(cycle -> sql.append(isTrue(sequence, "cycle") ? " CYCLE" : " NO CYCLE"));
        return sql.toString();
    }

    private static void number(StringBuilder sql, String words, Value.Construct sequence, int position, String keyword) {
        sequence.argument(position, keyword).filter(value -> !value.equals(Value.NONE)).ifPresent(value -> {
            if (!(value instanceof Value.Number number) || !number.whole()) {
                throw Terms.fault(value, "the " + keyword + " of the sequence", sequence.at());
            }
            sql.append(words).append(number);
        });
    }

    static boolean isTrue(Value.Construct construct, String keyword) {
        return construct.keyword(keyword).filter(new Value.Truth(true)::equals).isPresent();
    }

    /** {@code GENERATED ... AS IDENTITY} of a column: {@code Identity(start, increment, always, on_null, ...)}. */
    static String identity(Value.Construct identity) {
        boolean always = isTrue(identity, "always") || !identity.arguments().isEmpty() && identity.arguments().getFirst().equals(new Value.Truth(true));
        String options = options(identity, Integer.MAX_VALUE - 8);
        return "GENERATED " + (always ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY" + (options.isEmpty() ? "" : " (" + options.strip() + ")");
    }
}
