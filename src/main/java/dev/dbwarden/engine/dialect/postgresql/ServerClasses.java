package dev.dbwarden.engine.dialect.postgresql;

import java.util.regex.Pattern;

/** The operator classes and families that a server has for its own types (catalogs {@code pg_opclass} and {@code pg_opfamily} of PostgreSQL 13 to 18). */
final class ServerClasses {
    private static final Pattern NAMES = Pattern.compile("(aclitem|array|bit|bool|box|bpchar|bpchar_pattern|bytea|char|cid|cidr|circle|date|datetime|enum|float|float4|float8|inet|int2|int4|int8|integer"
            + "|interval|jsonb|jsonb_path|kd_point|macaddr|macaddr8|money|multirange|name|network|numeric|oid|oidvector|pg_lsn|point|poly|quad_point|range|record|record_image|text|text_pattern"
            + "|tid|time|timestamp|timestamptz|timetz|tsquery|tsvector|uuid|varbit|varchar|varchar_pattern|xid|xid8)(_bloom|_minmax|_minmax_multi|_inclusion)?_ops");

    private ServerClasses() {}

    static boolean has(String name) {
        return NAMES.matcher(name).matches();
    }
}
