package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one spelling of a collation: its settings in one order, without those that are the default (manual, CREATE COLLATION). */
final class CollationWording {
    private CollationWording() {}

    /** After {@code COLLATION}, up to the statement's end. */
    static String of(TokenStream in) {
        in.accept("IF", "NOT", "EXISTS");
        String name = Wording.name(in);
        Map<String, String> settings = new TreeMap<>();
        if (in.accept("FROM")) {
            String other = Wording.name(in);
            if (!other.matches("\"(C|POSIX)\"")) {
                return "create collation " + name + " from " + other;
            }
            settings.put("locale", Postgresql.QUOTING.literal(other.replace("\"", "")));
        } else {
            TokenStream.of(in.parenthesized(), Postgresql.LEXICON).list().forEach(setting -> read(TokenStream.of(setting, Postgresql.LEXICON), settings));
        }
        String collate = settings.getOrDefault("lc_collate", "");
        if (!collate.isEmpty() && collate.equals(settings.get("lc_ctype"))) {
            settings.keySet().removeAll(Set.of("lc_collate", "lc_ctype"));
            settings.put("locale", collate);
        }
        settings.remove("provider", "'libc'");
        settings.remove("deterministic", "'true'");
        return settings.entrySet().stream().map(each -> each.getKey() + " = " + each.getValue()).collect(Collectors.joining(", ", "create collation " + name + " (", ")"));
    }

    private static void read(TokenStream setting, Map<String, String> settings) {
        String name = Wording.word(setting.next());
        setting.expect("=");
        Token value = setting.next();
        settings.put(name, Postgresql.QUOTING.literal(Wording.folded(value)));
    }
}
