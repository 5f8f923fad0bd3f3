package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A conversion between encodings, taken apart (manual, CREATE CONVERSION). Nothing hangs on it, and no ALTER changes what it does.
 *
 * @param preferred whether it is the one that is taken for these encodings
 */
record Conversion(ObjectName name, boolean preferred, String source, String target, ObjectName function) implements Dissected {
    static final String KIND = "conversion";
    /** Other names of encodings (source {@code src/common/encnames.c}), in which case and signs say nothing. */
    private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("ABC", "WIN1258"), Map.entry("ALT", "WIN866"), Map.entry("ISO88591", "LATIN1"), Map.entry("ISO88592", "LATIN2"),
            Map.entry("ISO88593", "LATIN3"), Map.entry("ISO88594", "LATIN4"), Map.entry("ISO88599", "LATIN5"), Map.entry("ISO885910", "LATIN6"), Map.entry("ISO885913", "LATIN7"),
            Map.entry("ISO885914", "LATIN8"), Map.entry("ISO885915", "LATIN9"), Map.entry("ISO885916", "LATIN10"), Map.entry("KOI8", "KOI8R"), Map.entry("MSKANJI", "SJIS"),
            Map.entry("SHIFTJIS", "SJIS"), Map.entry("TCVN", "WIN1258"), Map.entry("TCVN5712", "WIN1258"), Map.entry("UNICODE", "UTF8"), Map.entry("VSCII", "WIN1258"), Map.entry("WIN", "WIN1251"),
            Map.entry("WIN932", "SJIS"), Map.entry("WIN936", "GBK"), Map.entry("WIN949", "UHC"), Map.entry("WIN950", "BIG5"));

    /** After {@code CREATE [DEFAULT] CONVERSION}. */
    static Conversion read(TokenStream in, PostgresqlScript script) {
        Clauses clauses = PostgresqlScript.clauses(in);
        boolean preferred = in.peek(-2).is("DEFAULT");
        ObjectName name = script.made(clauses.objectName());
        in.expect("FOR");
        String source = encoding(in);
        in.expect("TO");
        String target = encoding(in);
        in.expect("FROM");
        return new Conversion(name, preferred, source, target, PostgresqlNormalizer.resolved(clauses.objectName()));
    }

    private static String encoding(TokenStream in) {
        if (in.isAtEnd()) {
            throw in.unexpected("the name of an encoding");
        }
        String name = Parameters.text(in.next()).replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT).replaceFirst("^WINDOWS", "WIN");
        return ALIASES.getOrDefault(name, name);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String sql() {
        return Postgresql.sql(preferred ? "CREATE DEFAULT CONVERSION" : "CREATE CONVERSION").words(PostgresqlRenderer.name(name)).words("FOR").words(Postgresql.QUOTING.literal(source))
                .words("TO").words(Postgresql.QUOTING.literal(target)).words("FROM").words(PostgresqlRenderer.name(function)).toString();
    }

    @Override
    public Conversion altered(TokenStream in, PostgresqlScript script) {
        throw in.unexpected("RENAME TO, OWNER TO or SET SCHEMA");
    }

    @Override
    public List<Statement> statements(Dissected after) {
        return List.of();
    }
}
