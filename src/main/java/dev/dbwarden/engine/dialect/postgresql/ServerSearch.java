package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The configurations of text search that every server has, for those that are copied of them: one a language, whose dictionary takes the words, and
 * {@code simple}, which takes all else (snowball_create.pl; manual, 12.5 Parsers).
 */
final class ServerSearch {
    private static final Set<String> LANGUAGES = Set.of("arabic", "armenian", "basque", "catalan", "danish", "dutch", "english", "estonian", "finnish", "french", "german", "greek", "hindi",
            "hungarian", "indonesian", "irish", "italian", "lithuanian", "nepali", "norwegian", "portuguese", "romanian", "russian", "serbian", "spanish", "swedish", "tamil", "turkish", "yiddish");
    /** Languages that take words in Latin letters for those of another. */
    private static final Map<String, String> LATIN = Map.of("hindi", "english", "russian", "english");
    private static final List<String> LATIN_WORDS = List.of("asciiword", "asciihword", "hword_asciipart");
    private static final List<String> WORDS = List.of("word", "hword", "hword_part");
    private static final List<String> OTHERS = List.of("email", "file", "float", "host", "hword_numpart", "int", "numhword", "numword", "sfloat", "uint", "url", "url_path", "version");

    private ServerSearch() {}

    /** The server's configuration of that name, if it is one. */
    static Optional<SearchConfiguration> configuration(ObjectName name) {
        boolean simple = name.equals(ObjectName.of("simple"));
        if (!simple && !(name.namespace().isEmpty() && LANGUAGES.contains(name.name()))) {
            return Optional.empty();
        }
        var mappings = new TreeMap<String, List<String>>();
        String words = simple ? "simple" : name.name() + "_stem";
        String latin = simple ? "simple" : LATIN.getOrDefault(name.name(), name.name()) + "_stem";
        WORDS.forEach(token -> mappings.put(token, List.of(words)));
        LATIN_WORDS.forEach(token -> mappings.put(token, List.of(latin)));
        OTHERS.forEach(token -> mappings.put(token, List.of("simple")));
        return Optional.of(new SearchConfiguration(name, ObjectName.of("default"), mappings));
    }
}
