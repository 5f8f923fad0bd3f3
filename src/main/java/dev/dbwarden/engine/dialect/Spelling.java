package dev.dbwarden.engine.dialect;

import java.util.List;

/**
 * How ordered steps become statements: a strategy.
 *
 * <p>Law: whatever the statements do on the way, they lead where the steps lead; the proof of a migration reads them back.
 */
public interface Spelling {
    /** The statements of a draft whose steps are in the order that they are to be made in. */
    List<Scripted> script(Draft ordered);
}
