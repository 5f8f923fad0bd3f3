package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.sql.Brackets;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads statements one after the other. One that cannot be read is a problem, and the next one is read: all errors come at once.
 * What a reader only carries has at least its brackets closed.
 */
public final class Replay {
    private final Consumer<TokenStream> reader;
    private final Consumer<TokenStream> passedOver;
    private final TemporaryObjects temporary = new TemporaryObjects();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param reader     reads one statement to its end; fails with {@link SqlException}, or with {@link IllegalArgumentException} where the statement does not apply
     * @param passedOver passes over a statement that holds no schema, to its end
     */
    public Replay(Consumer<TokenStream> reader, Consumer<TokenStream> passedOver) {
        this.reader = reader;
        this.passedOver = passedOver;
    }

    public void read(TokenStream statement) {
        int start = statement.peek().start();
        try {
            if (temporary.areMeantBy(statement)) {
                passedOver.accept(statement);
            } else {
                reader.accept(statement);
            }
            if (!statement.isAtEnd()) {
                throw statement.unexpected("the end of the statement");
            }
            Brackets.requireClosed(statement.tokens());
        } catch (SqlException unreadable) {
            problems.add(Problem.at(unreadable.offset(), unreadable.getMessage()));
        } catch (IllegalArgumentException inapplicable) {
            problems.add(Problem.at(start, String.valueOf(inapplicable.getMessage())));
        }
    }

    /** All that could not be read so far; what is wrong with the whole may be added. */
    public List<Problem> problems() {
        return problems;
    }
}
