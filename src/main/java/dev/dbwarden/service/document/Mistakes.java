package dev.dbwarden.service.document;

import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is told at once. */
public final class Mistakes {
    /** More than these help nobody. */
    private static final int MOST = 200;

    private final List<Mistake> found = new ArrayList<>();
    private int count;

    public void add(Path at, String message) {
        add(at, message, "");
    }

    /** A mistake whose way out is told; an empty one is none. */
    public void add(Path at, String message, String fix) {
        if (isTold()) {
            Mistake mistake = fix.isEmpty() ? Mistake.at(at.toString(), message) : Mistake.at(at.toString(), message).fixedBy(fix);
            found.add(at.document().map(mistake::in).orElse(mistake));
        }
    }

    public void add(Mistake mistake) {
        if (isTold()) {
            found.add(mistake);
        }
    }

    /** Counts one more; whether it is one of those that are told. What is only counted costs nothing. */
    private boolean isTold() {
        return count++ < MOST;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public List<Mistake> found() {
        return List.copyOf(found);
    }

    /** Fails with all mistakes, if there are any. */
    public void refuse(ProblemType type) {
        if (isEmpty()) {
            return;
        }
        String first = found.getFirst().message();
        String detail = count == 1 ? first : first + "; and " + (count - 1) + " more" + (count > MOST ? ", of which " + MOST + " are listed" : "");
        throw new ProblemException(type, detail, found);
    }
}
