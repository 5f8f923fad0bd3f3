package dev.dbwarden.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbwarden.engine.dialect.postgresql.PostgresqlExpressions;
import dev.dbwarden.engine.dialect.sqlite.SqliteExpressions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One meaning, one spelling. */
class ExpressionsTest {
    record Printed(String kind, String type, String written, String printed) {}

    static Stream<Printed> printed() {
        try (var stream = ExpressionsTest.class.getResourceAsStream("printed-by-postgresql-15.tsv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1)).map(parts -> new Printed(parts[0], parts[1], parts[2], parts[3])).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String canonical(Printed example, String sql) {
        return example.kind().equals("default") ? Expressions.canonicalDefault(sql, example.type(), PostgresqlExpressions.RULES) : postgresql(sql);
    }

    private static String postgresql(String sql) {
        return Expressions.canonical(sql, PostgresqlExpressions.RULES);
    }

    private static String sqlite(String sql) {
        return Expressions.canonical(sql, SqliteExpressions.RULES);
    }

    @ParameterizedTest
    @MethodSource("printed")
    void whatWasWrittenEqualsWhatPostgresqlPrints(Printed example) {
        assertEquals(canonical(example, example.written()), canonical(example, example.printed()));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void theCanonicalSpellingIsItsOwn(Printed example) {
        String once = canonical(example, example.written());
        assertEquals(once, canonical(example, once));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', value = {
        "((status)::text = 'a'::text)                           => status = 'a'",
        "STATUS  !=  'a'                                        => status <> 'a'",
        "\"status\" = 'a'                                       => status = 'a'",
        "\"Status\" = 'a'                                       => \"Status\" = 'a'",
        "a AND (b AND c)                                        => a AND b AND c",
        "(a OR b) AND c                                         => (a OR b) AND c",
        "x = ANY (ARRAY['a'::text, 'b'::text])                  => x IN ('a', 'b')",
        "x IN ('a')                                             => x = 'a'",
        "x <> ALL (ARRAY[1, 2])                                 => x NOT IN (1, 2)",
        "x BETWEEN 1 AND 2                                      => x >= 1 AND x <= 2",
        "x ~~ 'a%'                                              => x LIKE 'a%'",
        "x NOTNULL                                              => x IS NOT NULL",
        "CAST(x AS int4)                                        => x::integer",
        "'0'::bigint                                            => 0",
        "'-1'::integer                                          => -1",
        "now()                                                  => CURRENT_TIMESTAMP",
        "('now'::text)::date                                    => CURRENT_DATE",
        "nextval('public.\"S\"'::regclass)                      => nextval('\"S\"')",
        "to_tsvector('public.en'::regconfig, body)              => to_tsvector('en', body)",
        "to_tsvector('pg_catalog.english', body)                => to_tsvector('english', body)",
        "to_tsvector('public.en'::text)                         => to_tsvector('public.en')",
        "nextval(('s'::text)::regclass)                         => nextval('s')",
        "now() AT TIME ZONE 'utc'::text                         => timezone('utc', CURRENT_TIMESTAMP)",
        "'{}'::character varying[]                              => ARRAY[]::text[]",
        "interval '90 minutes'                                  => '01:30:00'::interval",
        "((data -> 'a'::text) ->> 'b'::text)                    => data -> 'a' ->> 'b'",
        "data -> ('a' || b)                                     => data -> ('a' || b)",
        "a - (b - c)                                            => a - (b - c)",
        "(a - b) - c                                            => a - b - c",
        "trim(both from x)                                      => btrim(x)",
        "EXISTS (SELECT  1 FROM T)                              => EXISTS ( select 1 from t )",
        "count(*) FILTER (WHERE x > 1)                          => count(*) FILTER (WHERE x > 1)",
        "count(*) FILTER (WHERE (v)::text <> 'x'::text)         => count(*) FILTER (WHERE v <> 'x')",
        "sum(a) over (partition by (b+1) order by C asc)        => sum(a) OVER (PARTITION BY b + 1 ORDER BY c)",
        "rank() OVER (w ROWS 1 PRECEDING) + lag(a) OVER \"W\"     => rank() OVER (w rows 1 preceding) + lag(a) OVER \"W\"",
        "string_agg(distinct (v)::text, ','::text order by a)   => string_agg(DISTINCT, v::text, ',', ORDER BY a)",
        "x BETWEEN SYMMETRIC 9 AND 1                            => x >= 9 AND x <= 1 OR x >= 1 AND x <= 9",
        "!!! a + 1 < OPERATOR(app.!!!) b                        => (!!! a + 1) < (OPERATOR(app.!!!) b)",
        "OPERATOR(pg_catalog.@) a = 1                           => (@ a) = 1",
        "a <-> b < 1.5e1                                        => a <-> b < 15",
        "(a).b[1]                                               => (a).b[1]",
        "x COLLATE pg_catalog.\"C\" = 'a'                       => x COLLATE \"C\" = 'a'",
        "concat(VARIADIC a)                                     => concat(variadic a)",
        "a := 1; b                                              => a := 1 ; b",
        "interval '1' day                                       => '1 day'::interval day",
        "interval '1 2:30' day to minute                        => '1 day 02:30:00'::interval day to minute",
        "now() - interval '1.5' hour                            => CURRENT_TIMESTAMP - '1.5'::interval hour",
        "'P1Y2M3W4DT5H6M7.5S'::interval                         => '1 year 2 mons 25 days 05:06:07.5'::interval",
        "'-1 mon 1 day -0:00:01'::interval                      => '-1 mons +1 day -00:00:01'::interval",
        "'1 day 2 hours ago'::interval                          => '-1 days -02:00:00'::interval",
        "'1.5 months'::interval                                 => '1 mon 15 days'::interval",
        "(a, b) IN ((1, 2), (3, 4))                             => a = 1 AND b = 2 OR a = 3 AND b = 4",
        "(a, b) NOT IN ((1, 2), (3, 4))                         => (a <> 1 OR b <> 2) AND (a <> 3 OR b <> 4)",
        "ROW(a, b) IS DISTINCT FROM ROW(1, 2)                   => a IS DISTINCT FROM 1 OR b IS DISTINCT FROM 2",
    })
    void spellsOneMeaningInOneWay(String spelled, String canonical) {
        assertEquals(canonical, postgresql(spelled));
        assertEquals(canonical, postgresql(canonical));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', value = {
        "x > 1                  => x >= 1",
        "a OR b AND c           => (a OR b) AND c",
        "a OR b                 => b OR a",
        "'a '                   => 'a'",
        "x = 'A'                => x = 'a'",
        "x / 2                  => 2 / x",
        "i::numeric / j         => i / j",
        "NOT (a = b)            => NOT (a <> b)",
        "'x'::varchar(1) || y   => 'xy'::varchar(1) || y",
        "extract(year from x)   => extract(month from x)",
        "\"A\" = 1              => a = 1",
        "a.b = 1                => b = 1",
        "\"user\" = 'x'         => user = 'x'",
        "x::integer             => x::bigint",
        "-(a ^ 2)               => -a ^ 2",
        "interval '1' day       => interval '1' hour",
        "interval '1' day       => interval '2' day",
        "x + interval '1' month => x + interval '30 days'",
        "x + interval '1 day'   => x + interval '24 hours'",
        "x + interval '-1 day'  => x + interval '1 day'",
        "interval '1 12:00' day => interval '1' day",
        "interval 'P1M'         => interval 'PT1M'",
        "interval '1 mon -1 day' => interval '1 mon 1 day'",
        "(a, b) IN ((1, 2), (3, 4)) => (a, b) IN ((1, 3), (2, 4))",
        "(a, b) NOT IN ((1, 2)) => (a, b) IN ((1, 2))",
        "(a, b) IS DISTINCT FROM (1, 2) => (a, b) <> (1, 2)",
        "'[1,5]'::int4range     => '[1,5)'::int4range",
        "'[1,5]'::numrange      => '[1,6)'::numrange",
        "'(1,5)'::int4range     => '[1,5)'::int4range",
        "'[,5]'::int4range      => '[5,]'::int4range",
        "'2020-01-01 00:00+01'::timestamptz => '2020-01-01 00:00+02'::timestamptz",
        "'2020-01-01 00:00+01'::timestamp => '2019-12-31 23:00+00'::timestamp",
        "'1,5'::money           => '15'::money",
        "'$1.00'::money         => '-$1.00'::money",
        "'{\"a\":1,\"b\":2}'::jsonb => '{\"a\":2,\"b\":1}'::jsonb",
        "'{\"b\":1,\"a\":2}'::json => '{\"a\":2,\"b\":1}'::json",
        "'{\"a\":[1,2]}'::jsonb => '{\"a\":[2,1]}'::jsonb",
        "'{a,null}'::text[]     => '{a,\"null\"}'::text[]",
        "'{\" a\",b}'::text[] => '{a,b}'::text[]",
        "'{\"a,b\"}'::text[]  => '{a,b}'::text[]",
        "'a b'::bytea           => 'a  b'::bytea",
        "'fat & rat'::tsquery   => 'fat | rat'::tsquery",
        "'fat <-> rat'::tsquery => 'fat <2> rat'::tsquery",
        "'$.a[*] ? (@ > 2)'::jsonpath => '$.a[*] ? (@ > 3)'::jsonpath",
        "'$.\"a b\"'::jsonpath => '$.\"a  b\"'::jsonpath",
        "now() + '7 days'       => now() + '7 hours'",
        "now() - '2020-01-01'   => now() - '2020-01-01'::interval",
        "f('2020-01-01')        => f('2020-01-01'::date)",
        "sum(a) OVER (ORDER BY b RANGE BETWEEN '1 day' PRECEDING AND CURRENT ROW) => sum(a) OVER (ORDER BY b RANGE BETWEEN '2 days' PRECEDING AND CURRENT ROW)",
        "sum(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) => sum(a) OVER (ORDER BY b ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING)",
        "percentile_cont(0.5) WITHIN GROUP (ORDER BY a) => percentile_cont(0.5) WITHIN GROUP (ORDER BY a DESC)",
        "percentile_cont(0.5) WITHIN GROUP (ORDER BY a) => percentile_cont(0.5) WITHIN GROUP (ORDER BY a::integer)",
    })
    void keepsMeaningsApart(String one, String other) {
        assertNotEquals(postgresql(one), postgresql(other));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '!', value = {
        "\"Name\" == 'a'                    => name = 'a'",
        "[two words] > 1                    => \"two words\" > 1",
        "`a` IS NOT b                       => a IS NOT b",
        "(x NOT NULL)                       => x IS NOT NULL",
        "a || b -> c                        => a || b -> c",
        "CURRENT_TIMESTAMP                  => CURRENT_TIMESTAMP",
        "now()                              => now()",
        "CAST(a AS TEXT) = 'x'              => a::text = 'x'",
        "x IN ('a')                         => x IN ('a')",
        "a GLOB '*[0-9]*'                   => a GLOB '*[0-9]*'",
        "a NOT REGEXP 'x'                   => a NOT REGEXP 'x'",
        "typeof(a) = 'integer' AND (b > 0)  => typeof(a) = 'integer' AND b > 0",
        "RAISE(ABORT, 'no')                 => raise(abort, 'no')",
        "a = b < c                          => a = b < c",
    })
    void readsWhatSqliteWrites(String spelled, String canonical) {
        assertEquals(canonical, sqlite(spelled));
        assertEquals(canonical, sqlite(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = 'x", "f(a", "a)", "a[1", "\"x", "$$x"})
    void refusesWhatStaysOpen(String sql) {
        assertThrows(SqlException.class, () -> postgresql(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "f(", "NOT ", "- ", "a + ", "CASE WHEN ", "a BETWEEN b AND ", "position(", "ARRAY[", "x IN (", "CAST("})
    void survivesAnyDepth(String opening) {
        String closing = opening.contains("(") ? ")" : opening.contains("[") ? "]" : "";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> postgresql(opening.repeat(10_000) + "1" + closing.repeat(10_000)));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> postgresql(opening.repeat(60) + "1" + closing.repeat(60)));
    }

    @Test
    void longChainsAreFlat() {
        String chain = "a = 1" + " OR (a = 1)".repeat(20_000);
        assertEquals("a = 1" + " OR a = 1".repeat(20_000), assertTimeoutPreemptively(Duration.ofSeconds(10), () -> postgresql(chain)));
    }

    @Test
    void tokenSoupIsCanonicalAtOnce() {
        List<String> soup = List.of("a", "\"B\"", "'x'", "'{}'", "1", "-", "(", ")", "(", ")", "[", "]", "::", "text", "::integer", "AND", "OR", "NOT", "IN", "=", "<>",
                ".", ",", "CASE", "WHEN", "THEN", "END", "IS", "NULL", "BETWEEN", "LIKE", "ANY", "ARRAY", "f(", "*", "AT TIME ZONE", "interval", "COLLATE", "||", ":",
                "CAST(", "AS", "now()", "ROW(", "::numeric", "::text[]", "extract(", "FROM", "~", "@", "TRUE", "DISTINCT", "ESCAPE", "ISNULL", "OVERLAPS");
        var random = new Random(4711);
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                text.append(soup.get(random.nextInt(soup.size()))).append(' ');
            }
            for (ExpressionRules rules : List.of(PostgresqlExpressions.RULES, SqliteExpressions.RULES)) {
                assertIdempotent(text.toString(), rules);
            }
        }
    }

    private static void assertIdempotent(String text, ExpressionRules rules) {
        String once;
        try {
            once = Expressions.canonical(text, rules);
        } catch (SqlException open) {
            return;
        }
        assertEquals(once, Expressions.canonical(once, rules), text);
    }

    @Test
    void findsTheWordsOfAText() {
        Lexicon lexicon = PostgresqlExpressions.RULES.lexicon();
        assertEquals(Set.of("nextval", "public", "users_id_seq", "regclass"), Expressions.words("nextval('public.users_id_seq'::regclass)", lexicon));
        assertEquals(Set.of("lower", "Name"), Expressions.words("LOWER(\"Name\")", lexicon));
        assertEquals(Set.of("raise", "do not do this", "as"), Expressions.words("RAISE 'do not do this' as", lexicon));
        assertTrue(Expressions.words("CREATE FUNCTION f() AS $$ SELECT it's FROM t $$", lexicon).containsAll(Set.of("f", "select", "t")));
        assertTrue(Expressions.words("CREATE FUNCTION f() AS 'SELECT g(x) FROM t'", lexicon).containsAll(Set.of("g", "x", "t")));
    }
}
