package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a dialect lets two versions of an application use one thing under two names: columns that follow each other, and a table that is read
 * and written through another name.
 *
 * <p>Law: whichever of two twins a statement writes, both have that value when it ends; where one of them is dropped, no value is lost.
 */
public interface Twinning {
    /** Why a column cannot have a twin; empty where it can. */
    default Optional<String> obstacle(Table table, Column column) {
        return Optional.empty();
    }

    /**
     * The DDL that makes twins follow each other, for a table that has both.
     *
     * @param twins the new column's name by the old one's; neither has to be given by who writes a row
     */
    String following(Table table, Map<String, String> twins);

    /** Gives the rows that are there a column's value from its twin, in parts where the dialect can, so that nobody waits long. */
    List<Statement> fill(Table table, String column, String twin);

    /** The DDL of another name through which a table's columns are read and written; empty where a dialect has no such thing. */
    default Optional<String> alias(ObjectName table, ObjectName alias, List<String> columns) {
        return Optional.empty();
    }
}
