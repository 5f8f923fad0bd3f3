package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.dialect.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * States how the server has to alter a table, so that it refuses rather than copies in silence, and bounds the wait for the metadata lock.
 *
 * <p>What cannot be done but by a copy says so, and is a finding.
 */
final class MysqlOnline implements Spelling {
    private static final String WAIT = "SET SESSION lock_wait_timeout = 5";
    private static final String WAIT_AS_EVER = "SET SESSION lock_wait_timeout = DEFAULT";

    private final Spelling direct;

    MysqlOnline(Spelling direct) {
        this.direct = direct;
    }

    @Override
    public List<Scripted> script(Draft ordered) {
        List<Scripted> script = direct.script(ordered);
        if (script.isEmpty()) {
            return script;
        }
        var stated = new ArrayList<Scripted>();
        stated.add(new Scripted(Statement.of(WAIT), script.getFirst().change()));
        script.forEach(scripted -> stated.add(new Scripted(stated(scripted.statement()), scripted.change())));
        stated.add(new Scripted(Statement.of(WAIT_AS_EVER), script.getLast().change()));
        return stated;
    }

    private static Statement stated(Statement statement) {
        Optional<Work> work = statement.sql().startsWith("ALTER TABLE ") ? Work.of(statement.lock()) : Optional.empty();
        return work.map(each -> statement.withSql(statement.sql() + ", " + each.clauses())).orElse(statement);
    }
}
