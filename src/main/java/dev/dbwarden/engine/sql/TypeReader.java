package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the name of a type in a cast. */
final class TypeReader {
    private static final Set<String> OF_SEVERAL_WORDS = Set.of("double", "character", "bit", "national", "timestamp", "time", "interval", "signed", "unsigned");
    private static final Set<String> FURTHER = Set.of("precision", "varying", "character", "char", "with", "without", "time", "zone",
            "year", "month", "day", "hour", "minute", "second", "to", "int", "integer");

    private static final Set<String> FIELDS = Set.of("year", "month", "day", "hour", "minute", "second");

    private final TokenStream tokens;
    private final ExpressionRules rules;

    TypeReader(TokenStream tokens, ExpressionRules rules) {
        this.tokens = tokens;
        this.rules = rules;
    }

    TypeName type() {
        Token first = tokens.peek();
        if (!first.isName()) {
            throw tokens.unexpected("a type");
        }
        var arguments = new StringBuilder();
        String name = first.type() == Type.WORD ? words(arguments) : qualified();
        if (arguments.isEmpty() && tokens.at("(")) {
            arguments.append(arguments());
        }
        String canonical = rules.types().getOrDefault(name, name);
        String whole = canonical + "(" + arguments + ")";
        return rules.types().containsKey(whole) ? new TypeName(rules.types().get(whole), "", dimensions()) : new TypeName(canonical, arguments.toString(), dimensions());
    }

    /** {@code timestamp(3) with time zone}, {@code double precision}: the arguments may stand in between. */
    private String words(StringBuilder arguments) {
        String word = tokens.peek().text().toLowerCase(Locale.ROOT);
        if (!OF_SEVERAL_WORDS.contains(word)) {
            return qualified();
        }
        tokens.next();
        var name = new StringBuilder(word);
        while (true) {
            if (tokens.at("(") && arguments.isEmpty()) {
                arguments.append(arguments());
            } else if (tokens.peek().type() == Type.WORD && FURTHER.contains(tokens.peek().text().toLowerCase(Locale.ROOT))) {
                name.append(' ').append(tokens.next().text().toLowerCase(Locale.ROOT));
            } else {
                return name.toString();
            }
        }
    }

    /** {@code INTERVAL '1' DAY}: the fields that an interval has may stand behind its literal. */
    TypeName furtherFields(TypeName interval) {
        if (tokens.peek().type() != Type.WORD || !FIELDS.contains(tokens.peek().text().toLowerCase(Locale.ROOT))) {
            return interval;
        }
        var name = new StringBuilder(interval.name()).append(' ').append(tokens.next().text().toLowerCase(Locale.ROOT));
        if (tokens.accept("TO")) {
            name.append(" to ").append(tokens.next().text().toLowerCase(Locale.ROOT));
        }
        return new TypeName(name.toString(), tokens.at("(") ? arguments() : "", 0);
    }

    private String qualified() {
        var parts = new ArrayList<String>();
        do {
            Token token = tokens.next();
            if (!token.isName()) {
                throw tokens.unexpected("a type");
            }
            parts.add(part(token));
        } while (tokens.accept("."));
        while (parts.size() > 1 && rules.namespaces().contains(parts.getFirst())) {
            parts.removeFirst();
        }
        return String.join(".", parts);
    }

    /** PostgreSQL's {@code "char"} is another type than {@code char}. */
    private String part(Token token) {
        if (token.type() == Type.WORD) {
            return token.text().toLowerCase(Locale.ROOT);
        }
        String name = rules.quotedName().apply(token.value());
        return name.equals("char") || !Identifiers.isSimple(name) ? Identifiers.quoted(name) : name;
    }

    private String arguments() {
        tokens.expect("(");
        var parts = new ArrayList<String>();
        while (!tokens.at(")")) {
            List<Token> part = new ArrayList<>();
            while (!tokens.atAny(",", ")")) {
                if (tokens.isAtEnd() || tokens.at("(")) {
                    throw tokens.unexpected("a type's arguments");
                }
                part.add(tokens.next());
            }
            parts.add(TokenForm.of(part, rules));
            tokens.accept(",");
        }
        tokens.expect(")");
        return String.join(", ", parts);
    }

    private int dimensions() {
        int dimensions = rules.lexicon().identifierQuotes().indexOf('[') < 0 && tokens.accept("ARRAY") ? 1 : 0;
        while (tokens.at("[") && (tokens.peek(1).is("]") || tokens.peek(1).type() == Type.NUMBER && tokens.peek(2).is("]"))) {
            tokens.next();
            if (tokens.next().type() == Type.NUMBER) {
                tokens.next();
            }
            dimensions++;
        }
        return dimensions;
    }
}
