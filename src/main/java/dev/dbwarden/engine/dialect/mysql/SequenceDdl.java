package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Spells what makes a sequence and what changes it in place. */
final class SequenceDdl {
    private SequenceDdl() {}

    static String create(Sequence sequence) {
        Options options = sequence.options();
        var sql = TableDdl.sql("CREATE SEQUENCE", sequence.name());
        options.find(SequenceOptions.AS).ifPresent(type -> sql.words("AS " + type));
        options.find("start").ifPresent(value -> sql.words("START WITH " + value));
        options.find("increment").ifPresent(value -> sql.words("INCREMENT BY " + value));
        options.find("min").ifPresent(value -> sql.words("MINVALUE " + value));
        options.find("max").ifPresent(value -> sql.words("MAXVALUE " + value));
        options.find("cache").ifPresent(value -> sql.words(cache(value)));
        sql.words(options.has("cycle") ? "CYCLE" : "");
        options.find(TableAttributes.ENGINE).ifPresent(engine -> sql.words("ENGINE=" + engine));
        sequence.comment().ifPresent(comment -> sql.words("COMMENT=" + Mysql.QUOTING.literal(comment)));
        return sql.toString();
    }

    /**
     * A value that fits goes on. ALTER SEQUENCE fails where the next value lies before the first (error 4085), so that one is moved there; SETVAL moves nothing
     * back. One that counts the other way from now on starts anew. {@code NO MINVALUE} means 1 whichever way it counts, so bounds are said (tried on 10.11).
     */
    static List<String> alter(Sequence before, Sequence after) {
        var statements = new ArrayList<String>();
        String engine = after.options().find(TableAttributes.ENGINE).orElse("");
        if (!before.options().find(TableAttributes.ENGINE).orElse("").equals(engine)) {
            statements.add(TableDdl.sql("ALTER TABLE", after.name()).words("ENGINE=" + (engine.isEmpty() ? "InnoDB" : engine)).toString());
        }
        if (!before.comment().equals(after.comment())) {
            statements.add(TableDdl.sql("ALTER TABLE", after.name()).words("COMMENT=" + Mysql.QUOTING.literal(after.comment().orElse(""))).toString());
        }
        if (!before.options().without(TableAttributes.ENGINE).equals(after.options().without(TableAttributes.ENGINE))) {
            statements.addAll(counting(before.options(), after));
        }
        return statements;
    }

    private static List<String> counting(Options before, Sequence sequence) {
        Options old = SequenceOptions.whole(before);
        Options now = SequenceOptions.whole(sequence.options());
        boolean down = SequenceOptions.countsDown(now);
        boolean turned = down != SequenceOptions.countsDown(old);
        String first = down ? "max" : "min";
        int moved = SequenceOptions.number(now, first).compareTo(SequenceOptions.number(old, first));
        var statements = new ArrayList<String>();
        if (!turned && (down ? moved < 0 : moved > 0)) {
            statements.add("DO SETVAL(" + TableDdl.sql("", sequence.name()) + ", " + now.find(first).orElseThrow() + ", 0)");
        }
        var sql = TableDdl.sql("ALTER SEQUENCE", sequence.name());
        if (!before.find(SequenceOptions.AS).equals(sequence.options().find(SequenceOptions.AS))) {
            sql.words("AS " + now.find(SequenceOptions.AS).orElse("BIGINT"));
        }
        sql.words("START WITH " + now.find("start").orElseThrow()).words("INCREMENT BY " + now.find("increment").orElseThrow())
                .words("MINVALUE " + now.find("min").orElseThrow()).words("MAXVALUE " + now.find("max").orElseThrow())
                .words(cache(now.find("cache").orElseThrow())).words(now.has("cycle") ? "CYCLE" : "NOCYCLE");
        statements.add(sql.words(turned ? "RESTART WITH " + now.find("start").orElseThrow() : "").toString());
        return statements;
    }

    private static String cache(String value) {
        return value.equals("0") ? "NOCACHE" : "CACHE " + value;
    }
}
