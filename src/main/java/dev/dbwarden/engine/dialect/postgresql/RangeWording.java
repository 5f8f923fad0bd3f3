package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** The one spelling of a type of ranges, whose settings stand in any order (manual, CREATE TYPE). */
final class RangeWording {
    private RangeWording() {}

    /** After {@code CREATE TYPE}; empty, with nothing read, for another type. */
    static Optional<String> of(TokenStream in) {
        int mark = in.mark();
        ObjectName name = PostgresqlNormalizer.resolved(PostgresqlScript.clauses(in).objectName());
        if (!in.accept("AS", "RANGE")) {
            in.reset(mark);
            return Optional.empty();
        }
        var settings = new TreeMap<String, String>();
        for (String setting : TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list()) {
            TokenStream one = TokenStream.of(setting, Postgresql.LEXICON);
            String key = one.next().value().toLowerCase(Locale.ROOT);
            one.expect("=");
            settings.put(key, key.equals("subtype") ? DefinedReader.type(one).orElseThrow(() -> one.unexpected("a type")) : name(one));
        }
        settings.remove("multirange_type_name", multirange(name).toString());
        return Optional.of("create type " + name + " as range " + settings);
    }

    private static String name(TokenStream in) {
        return PostgresqlNormalizer.resolved(PostgresqlScript.clauses(in).objectName()).toString();
    }

    /** What the server calls the type of several ranges where nobody says (makeMultirangeTypeName in pg_type.c), from version 14 on. */
    private static ObjectName multirange(ObjectName range) {
        boolean named = range.name().contains("range");
        String name = named ? range.name().replaceFirst("range", "multirange") : range.name() + "_multirange";
        return range.withName(PostgresqlNames.clipped(name, PostgresqlNames.LONGEST));
    }
}
