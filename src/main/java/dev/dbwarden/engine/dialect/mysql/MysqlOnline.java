package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Draft;
import dev.dbwarden.engine.dialect.Scripted;
import dev.dbwarden.engine.dialect.Spelling;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.sql.TokenStream;
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
        String start = statement.sql().startsWith(AlterTable.WITH_HISTORY) ? AlterTable.WITH_HISTORY : "";
        String sql = statement.sql().substring(start.length());
        Optional<Work> work = sql.startsWith("ALTER TABLE ") ? Work.of(statement.lock()) : Optional.empty();
        return work.map(each -> statement.withSql(start + stated(sql, each.clauses()))).orElse(statement);
    }

    /** The clauses stand behind the last action, and before the partitions, which end a statement and may be all that it has. */
    private static String stated(String sql, String clauses) {
        TokenStream in = TokenStream.of(sql, Mysql.LEXICON);
        in.expect("ALTER", "TABLE");
        do {
            in.next();
        } while (in.accept("."));
        String separator = atPartitions(in) ? " " : ", ";
        while (!in.isAtEnd() && !atPartitions(in)) {
            in.next();
        }
        String actions = sql.substring(0, in.peek().start()).stripTrailing();
        return actions + separator + clauses + sql.substring(actions.length());
    }

    private static boolean atPartitions(TokenStream in) {
        return in.at("PARTITION", "BY") || in.at("REMOVE", "PARTITIONING");
    }
}
