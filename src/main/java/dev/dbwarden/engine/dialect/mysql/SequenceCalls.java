package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.function.UnaryOperator;

/**
 * {@code NEXT VALUE FOR s} and {@code PREVIOUS VALUE FOR s}, which MariaDB prints as {@code nextval(`database`.`s`)} and {@code lastval(..)} (tried on 10.11).
 * The database is no part of the canonical spelling: in a dump it is the one that was dumped.
 */
final class SequenceCalls {
    private SequenceCalls() {}

    static boolean isNext(TokenStream in) {
        return in.at("NEXT", "VALUE", "FOR") || in.at("PREVIOUS", "VALUE", "FOR") || in.at("NEXTVAL", "(") || in.at("LASTVAL", "(");
    }

    static String canonical(TokenStream in) {
        String function = in.atAny("NEXT", "NEXTVAL") ? "nextval" : "lastval";
        in.next();
        boolean call = in.accept("(");
        if (!call) {
            in.expect("VALUE", "FOR");
        }
        ObjectName name = new Clauses(in, UnaryOperator.identity()).objectName();
        if (call) {
            in.expect(")");
        }
        return " " + function + "(" + Mysql.QUOTING.quoted(name.name()) + ")";
    }
}
