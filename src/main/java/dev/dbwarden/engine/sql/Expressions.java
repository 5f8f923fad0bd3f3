package dev.dbwarden.engine.sql;

import dev.dbwarden.engine.sql.Token.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One spelling for SQL expressions that mean the same.
 *
 * <p>Law: {@code canonical(canonical(x)) == canonical(x)}. The canonical spelling is for comparing and is not sent to a server.
 * What cannot be taken apart is compared token by token. Example: {@code ((status)::text = 'a'::text)} is {@code status = 'a'}.
 */
public final class Expressions {
    /** Literals in literals: a function's body holds a body that holds a body. */
    private static final int MAX_BODIES = 8;
    private static final int LONGEST_NAME = 63;
    private static final Pattern DOTTED = Pattern.compile("(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"(?:[^\"]|\"\")+\")(?:\\.(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"(?:[^\"]|\"\")+\"))*");
    /** How a literal that becomes a function or an operator names it: {@code 'area(shape)'::regprocedure}, {@code 'public.+++'::regoper}. */
    private static final Pattern SIGNATURE = Pattern.compile("(?:" + DOTTED + "|(?:" + DOTTED + "\\.)?[-+*/<>=~!@#%^&|?]{2,})(?:\\([^()]*\\))?");
    /** The operators of two characters and more that servers have of their own for their own types. */
    private static final Set<String> COMMON = Set.of("::", ":=", "=>", "<=", ">=", "<>", "!=", "||", "&&", "->", "->>", "#>", "#>>", "@>", "<@", "@@", "?|", "?&",
            "~*", "!~", "!~*", "~~", "!~~", "~~*", "!~~*", "<<", ">>", "<=>");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private Expressions() {}

    /** The canonical spelling; fails with {@link SqlException} only where a quote or a bracket stays open. */
    public static String canonical(String sql, ExpressionRules rules) {
        return canonical(sql, rules, rules.simplification()::simplify);
    }

    /** The canonical spelling of a column's default: casts to the column's own type fall away, {@code '0'} is {@code 0} for a number. */
    public static String canonicalDefault(String sql, String columnType, ExpressionRules rules) {
        return typeName(columnType, rules)
                .map(type -> canonical(sql, rules, expression -> rules.simplification().simplifyDefault(expression, type)))
                .orElseGet(() -> canonical(sql, rules));
    }

    private static Optional<TypeName> typeName(String type, ExpressionRules rules) {
        try {
            return Optional.of(new TypeReader(TokenStream.of(type, rules.lexicon()), rules).type());
        } catch (SqlException notOne) {
            return Optional.empty();
        }
    }

    /** An expression as it is written, as a tree; empty where it cannot be taken apart. */
    public static Optional<Expression> tree(String sql, ExpressionRules rules) {
        try {
            return Optional.of(new ExpressionParser(TokenStream.of(sql, rules.lexicon()), rules).whole());
        } catch (SqlException unknown) {
            return Optional.empty();
        }
    }

    private static String canonical(String sql, ExpressionRules rules, UnaryOperator<Expression> simplification) {
        List<Token> tokens = Lexer.tokens(sql, rules.lexicon());
        Brackets.requireClosed(tokens);
        try {
            Expression expression = new ExpressionParser(new TokenStream(sql, tokens, sql.length()), rules).whole();
            return new ExpressionPrinter(rules).text(simplification.apply(expression));
        } catch (SqlException unknown) {
            return TokenForm.of(tokens, rules);
        }
    }

    /**
     * The names that a text may refer to: words in lower case, quoted names as they are, and names in literals
     * ({@code nextval('public.users_id_seq'::regclass)}, the body of a function); a short literal is a name itself, as a label of a type is.
     * An operator is one too where no server has it by itself.
     */
    public static Set<String> words(String sql, Lexicon lexicon) {
        var words = new LinkedHashSet<String>();
        collect(sql, lexicon, words, 0);
        return words;
    }

    private static void collect(String sql, Lexicon lexicon, Set<String> words, int depth) {
        var lexer = new Lexer(sql, lexicon);
        try {
            boolean body = false;
            for (Token token = lexer.next(); token.type() != Type.END; token = lexer.next()) {
                switch (token.type()) {
                    case WORD -> words.add(token.text().toLowerCase(Locale.ROOT));
                    case NAME -> words.add(token.value());
                    case STRING -> literal(token, body, lexicon, words, depth);
                    case SYMBOL -> operator(token.text(), words);
                    case NUMBER, END -> { }
                }
                body = token.is("AS");
            }
        } catch (SqlException open) {
            WORD.matcher(sql.substring(Math.min(sql.length(), open.offset()))).results().forEach(match -> words.add(match.group().toLowerCase(Locale.ROOT)));
        }
    }

    private static void operator(String symbol, Set<String> words) {
        if (symbol.length() > 1 && !COMMON.contains(symbol)) {
            words.add(symbol);
        }
    }

    private static void literal(Token token, boolean body, Lexicon lexicon, Set<String> words, int depth) {
        boolean brief = token.value().length() <= 200;
        boolean dotted = brief && DOTTED.matcher(token.value()).matches();
        boolean signature = brief && !dotted && SIGNATURE.matcher(token.value()).matches();
        boolean read = depth < MAX_BODIES && (dotted || signature || body || token.text().startsWith("$"));
        if (read) {
            collect(token.value(), lexicon, words, depth + 1);
        }
        if ((!read || signature) && token.value().length() <= LONGEST_NAME) {
            words.add(token.value());
        }
    }
}
