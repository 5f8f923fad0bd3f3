package dev.dbwarden.engine.law;

import dev.dbwarden.engine.dialect.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random histories for a dialect that has no {@link Flavour}: small schemas that do not touch each other, each in some variants, of which
 * a history takes one after the other.
 */
record Islands(List<List<String>> variants) {
    private static final Islands MYSQL = new Islands(List.of(
            List.of("CREATE TABLE users (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20));", "CREATE TABLE users (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(90) NOT NULL DEFAULT 'x');",
                    "CREATE TABLE users (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20), phone VARCHAR(9), KEY by_name (name));", ""),
            List.of("CREATE TABLE parents (id INT PRIMARY KEY, a INT);", "CREATE TABLE parents (id INT PRIMARY KEY, a INT);\nCREATE TABLE children (id INT PRIMARY KEY, p INT, CONSTRAINT child FOREIGN KEY (p) REFERENCES parents (id) ON DELETE CASCADE);",
                    "CREATE TABLE parents (id BIGINT PRIMARY KEY, a INT) COMMENT 'all';", ""),
            List.of("CREATE TABLE seen (id INT PRIMARY KEY, a INT, b INT);\nCREATE VIEW sees AS SELECT a FROM seen;", "CREATE TABLE seen (id INT PRIMARY KEY, a INT);\nCREATE VIEW sees AS SELECT a FROM seen;",
                    "CREATE TABLE seen (id INT PRIMARY KEY, a INT, b INT);\nCREATE VIEW sees AS SELECT a, b FROM seen;"),
            List.of("", "CREATE TABLE fresh (a INT PRIMARY KEY);", "CREATE TABLE fresh (a BIGINT PRIMARY KEY, KEY k (a));", "CREATE TABLE fresh (a INT PRIMARY KEY, b TEXT);"),
            List.of("CREATE TABLE checked (id INT PRIMARY KEY, n INT, CONSTRAINT positive CHECK (n > 0));", "CREATE TABLE checked (id INT PRIMARY KEY, n INT, CONSTRAINT positive CHECK (n >= 0));",
                    "CREATE TABLE checked (id INT PRIMARY KEY, n BIGINT, CONSTRAINT positive CHECK (n > 0));", "CREATE TABLE checked (id INT PRIMARY KEY, n SMALLINT, UNIQUE KEY one (n));")));

    private static final Islands CLICKHOUSE = new Islands(List.of(
            List.of("CREATE TABLE users (id UInt64, name String) ENGINE = MergeTree ORDER BY id;", "CREATE TABLE users (id UInt64, name LowCardinality(String) DEFAULT 'x') ENGINE = MergeTree ORDER BY id;",
                    "CREATE TABLE users (id UInt64, name String, phone Nullable(String)) ENGINE = MergeTree ORDER BY id TTL toDateTime(id) + INTERVAL 1 DAY;", ""),
            List.of("CREATE TABLE seen (id UInt64, a UInt8, b UInt8) ENGINE = MergeTree ORDER BY id;\nCREATE VIEW sees AS SELECT a FROM seen;", "CREATE TABLE seen (id UInt64, a UInt8) ENGINE = MergeTree ORDER BY id;\nCREATE VIEW sees AS SELECT a FROM seen;",
                    "CREATE TABLE seen (id UInt64, a UInt8, b UInt8) ENGINE = MergeTree ORDER BY id;\nCREATE VIEW sees AS SELECT a, b FROM seen;"),
            List.of("", "CREATE TABLE fresh (a UInt8) ENGINE = MergeTree ORDER BY a;", "CREATE TABLE fresh (a UInt16) ENGINE = MergeTree ORDER BY a;", "CREATE TABLE fresh (a UInt8, b String) ENGINE = MergeTree ORDER BY a;"),
            List.of("CREATE TABLE indexed (id UInt64, n UInt8) ENGINE = MergeTree ORDER BY id;", "CREATE TABLE indexed (id UInt64, n UInt8, INDEX by_n n TYPE minmax GRANULARITY 1) ENGINE = MergeTree ORDER BY id;",
                    "CREATE TABLE indexed (id UInt64, n UInt16) ENGINE = MergeTree ORDER BY id;", "CREATE TABLE indexed (id UInt64, n UInt8 COMMENT 'count') ENGINE = MergeTree ORDER BY id;")));

    private static final Map<String, Islands> BY_DIALECT = Map.of("mysql", MYSQL, "mariadb", MYSQL, "clickhouse", CLICKHOUSE);

    /** Those of the dialect; fails for a dialect that has neither these nor a flavour. */
    static Islands of(Dialect dialect) {
        if (!BY_DIALECT.containsKey(dialect.name())) {
            throw new IllegalArgumentException("no random histories for " + dialect.name() + ": add a Flavour, or Islands");
        }
        return BY_DIALECT.get(dialect.name());
    }

    /** The numbers of the variants that a schema is made of. */
    List<Integer> random(Random random) {
        return variants.stream().map(island -> random.nextInt(island.size())).toList();
    }

    /** The same with some islands in another variant. */
    List<Integer> edited(List<Integer> chosen, Random random) {
        return IntStream.range(0, chosen.size()).mapToObj(i -> random.nextInt(3) > 0 ? chosen.get(i) : Integer.valueOf(random.nextInt(variants.get(i).size()))).toList();
    }

    String sql(List<Integer> chosen) {
        var sql = new StringBuilder();
        for (int i = 0; i < chosen.size(); i++) {
            sql.append(variants.get(i).get(chosen.get(i))).append('\n');
        }
        return sql.toString();
    }
}
