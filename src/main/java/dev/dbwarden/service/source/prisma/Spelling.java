package dev.dbwarden.service.source.prisma;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.sql.Fragment;
import java.util.List;
import java.util.Optional;

/** Names and literals in a dialect. */
record Spelling(Dialect dialect) {
    /** MariaDB is MySQL to Prisma. */
    String family() {
        return dialect.name().equals("mariadb") ? "mysql" : dialect.name();
    }

    boolean is(String family) {
        return family().equals(family);
    }

    String name(String name) {
        return dialect.quoting().quoted(name);
    }

    String names(List<String> names) {
        return String.join(", ", names.stream().map(this::name).toList());
    }

    String qualified(Optional<String> schema, String name) {
        return schema.filter(each -> !each.equals("public")).map(each -> name(each) + ".").orElse("") + name(name);
    }

    String table(Schema.Model model) {
        return qualified(model.schema(), model.table());
    }

    String literal(String text) {
        return dialect.quoting().literal(text);
    }

    String fragment(String sql, int at) {
        Fragment.CLAUSE.fault(sql, dialect.lexicon()).ifPresent(fault -> {
            throw new PrismaException(fault, at);
        });
        return sql;
    }

    /** A name that Prisma makes; where it would be too long, what stands before its ending is cut. */
    String made(String base, String ending) {
        int longest = is("sqlite") ? Integer.MAX_VALUE : is("mysql") ? 64 : 63;
        return base.length() + ending.length() > longest ? base.substring(0, longest - ending.length()) + ending : base + ending;
    }
}
