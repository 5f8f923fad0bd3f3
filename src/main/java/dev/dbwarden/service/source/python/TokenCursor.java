package dev.dbwarden.service.source.python;

import java.text.Normalizer;
import java.util.Set;

/** A place among tokens. */
final class TokenCursor {
    static final Set<String> KEYWORDS = Set.of("False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
            "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
            "return", "try", "while", "with", "yield");
    /** How deep expressions and blocks nest together before reading them would need too much of the thread's stack. */
    private static final int DEEPEST = 220;

    private final String text;
    private final Tokens tokens;
    private int at;
    private int depth;

    TokenCursor(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    String text() {
        return text;
    }

    /** Goes one level down; the level has to be left again. */
    void enter() {
        if (++depth > DEEPEST) {
            throw new PythonSyntaxException("the code nests deeper than " + DEEPEST, offset());
        }
    }

    void leave() {
        depth--;
    }

    int offset() {
        return tokens.start(at);
    }

    Tokens.Kind kind() {
        return tokens.kind(at);
    }

    boolean at(Tokens.Kind kind) {
        return tokens.kind(at) == kind;
    }

    boolean at(String word) {
        return tokens.is(at, word);
    }

    boolean at(String word, String next) {
        return tokens.is(at, word) && tokens.is(at + 1, next);
    }

    boolean atAny(Set<String> words) {
        return words.contains(tokens.word(at));
    }

    /** Whether here is a name that is no keyword. */
    boolean atName() {
        return at(Tokens.Kind.NAME) && !KEYWORDS.contains(tokens.word(at));
    }

    boolean nextIs(String word) {
        return at + 1 < tokens.size() && tokens.is(at + 1, word);
    }

    boolean nextIsName() {
        return at + 1 < tokens.size() && tokens.kind(at + 1) == Tokens.Kind.NAME;
    }

    /** Whether the line ends in a colon and the next one, a level deeper, begins with the word. */
    boolean opensBlockOf(String word) {
        int end = at;
        while (tokens.kind(end) != Tokens.Kind.NEWLINE && tokens.kind(end) != Tokens.Kind.END) {
            end++;
        }
        return end > at && tokens.is(end - 1, ":") && end + 2 < tokens.size() && tokens.kind(end + 1) == Tokens.Kind.INDENT && tokens.is(end + 2, word);
    }

    /** Whether the bracket that opens here holds the word, and is followed by {@code after} where it closes. */
    boolean closesBefore(String after, String word) {
        int open = 0;
        boolean found = false;
        for (int i = at; tokens.kind(i) != Tokens.Kind.END; i++) {
            open += opens(i) ? 1 : closes(i) ? -1 : 0;
            found |= open == 1 && tokens.is(i, word);
            if (open == 0) {
                return found && tokens.is(i + 1, after);
            }
        }
        return false;
    }

    /** Goes on to the colon outside of brackets that opens a block. */
    void skipToBlock() {
        int open = 0;
        while (!at(Tokens.Kind.END) && (open > 0 || !at(":"))) {
            open += opens(at) ? 1 : closes(at) ? -1 : 0;
            at++;
        }
    }

    private boolean opens(int index) {
        return tokens.is(index, "(") || tokens.is(index, "[") || tokens.is(index, "{");
    }

    private boolean closes(int index) {
        return tokens.is(index, ")") || tokens.is(index, "]") || tokens.is(index, "}");
    }

    String peek() {
        return tokens.text(at);
    }

    String take() {
        return tokens.text(at++);
    }

    boolean accept(String word) {
        if (at(word)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    void expect(Tokens.Kind kind, String what) {
        if (!at(kind)) {
            throw unexpected(what);
        }
        at++;
    }

    /** A name; Python compares names in their normal form KC. */
    String name() {
        if (!atName()) {
            throw unexpected("a name");
        }
        String name = tokens.word(at++);
        return name.chars().allMatch(c -> c < 128) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
    }

    int tokenEnd() {
        return tokens.end(at);
    }

    void skip() {
        at++;
    }

    PythonSyntaxException unexpected(String wanted) {
        String found = switch (tokens.kind(at)) {
            case NEWLINE -> "the end of the line";
            case INDENT -> "an indentation";
            case DEDENT -> "the end of the block";
            case END -> "the end of the file";
            case NAME, NUMBER, STRING, OPERATOR -> shortened(tokens.text(at));
        };
        return new PythonSyntaxException("this is no Python: " + wanted + " is expected, and here is " + found, offset());
    }

    private static String shortened(String text) {
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
    }
}
