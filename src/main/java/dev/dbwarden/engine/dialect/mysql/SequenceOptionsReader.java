package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the options of a sequence, to the end of a statement. */
final class SequenceOptionsReader {
    private static final Map<String, String> NUMBERS = Map.of("START", "start", "INCREMENT", "increment", "MINVALUE", "min", "MAXVALUE", "max", "CACHE", "cache");

    private final TokenStream in;
    private final Clauses clauses;

    SequenceOptionsReader(TokenStream in) {
        this.in = in;
        this.clauses = new Clauses(in, UnaryOperator.identity());
    }

    /** The sequence that a statement makes. */
    static Sequence made(String statement) {
        TokenStream in = TokenStream.of(statement, Mysql.LEXICON);
        in.skipUntil("SEQUENCE");
        in.expect("SEQUENCE");
        var reader = new SequenceOptionsReader(in);
        return reader.read(new Sequence(reader.clauses.objectName(), Options.NONE, Optional.empty(), Optional.empty()));
    }

    Sequence read(Sequence sequence) {
        Sequence read = sequence;
        while (!in.isAtEnd()) {
            Optional<Options> option = option(read.options());
            read = option.isPresent() ? read.withOptions(option.get()) : tableOption(read);
            in.accept(",");
        }
        return normal(read);
    }

    static Sequence normal(Sequence sequence) {
        try {
            return sequence.withOptions(SequenceOptions.normal(sequence.options()));
        } catch (IllegalArgumentException contradiction) {
            throw new IllegalArgumentException("sequence " + sequence.name() + ": " + contradiction.getMessage());
        }
    }

    private Optional<Options> option(Options options) {
        for (var each : NUMBERS.entrySet()) {
            if (in.accept(each.getKey())) {
                if (!in.accept("WITH") && !in.accept("BY")) {
                    in.accept("=");
                }
                return Optional.of(options.with(each.getValue(), number()));
            }
        }
        if (in.accept("AS")) {
            String type = in.next().text().toUpperCase(Locale.ROOT);
            boolean unsigned = in.accept("UNSIGNED");
            in.accept("SIGNED");
            return Optional.of(options.with(SequenceOptions.AS, unsigned ? type + " UNSIGNED" : type));
        }
        if (in.accept("RESTART")) {
            if (in.accept("WITH") || in.accept("=") || in.at("-") || in.peek().type() == Token.Type.NUMBER) {
                number();
            }
            return Optional.of(options);
        }
        if (in.accept("CYCLE")) {
            return Optional.of(options.with("cycle", "true"));
        }
        return without(options);
    }

    private Optional<Options> without(Options options) {
        if (in.accept("NOCACHE") || in.accept("NO", "CACHE")) {
            return Optional.of(options.with("cache", "0"));
        }
        for (String word : new String[] {"CYCLE", "MINVALUE", "MAXVALUE"}) {
            if (in.accept("NO" + word) || in.accept("NO", word)) {
                return Optional.of(options.without(NUMBERS.getOrDefault(word, "cycle")));
            }
        }
        return Optional.empty();
    }

    private String number() {
        boolean negative = in.accept("-");
        in.accept("+");
        try {
            return (negative ? "-" : "") + new BigInteger(in.next().text());
        } catch (NumberFormatException notANumber) {
            throw in.unexpected("a whole number");
        }
    }

    /** What else a table has means nothing to a sequence, and its server forgets it. */
    private Sequence tableOption(Sequence sequence) {
        var draft = new TableDraft(sequence.name());
        sequence.options().find(TableAttributes.ENGINE).ifPresent(engine -> draft.option(TableAttributes.ENGINE, engine));
        draft.comment(sequence.comment().orElse(""));
        if (!new TableOptionsReader(in, clauses).read(draft)) {
            throw in.unexpected("an option of a sequence");
        }
        Options options = sequence.options().without(TableAttributes.ENGINE);
        return new Sequence(sequence.name(), draft.options().find(TableAttributes.ENGINE).map(engine -> options.with(TableAttributes.ENGINE, engine)).orElse(options),
                sequence.ownedBy(), draft.table().comment());
    }
}
