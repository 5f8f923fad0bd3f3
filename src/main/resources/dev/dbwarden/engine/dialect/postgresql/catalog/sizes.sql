-- How big tables are: namespace, table, rows as ANALYZE or VACUUM left them (-1: never), bytes with indexes and long values. A partitioned table is its partitions.
SELECT n.nspname, c.relname,
    CASE WHEN c.relkind = 'p' THEN coalesce(p.rows, -1) ELSE c.reltuples::bigint END,
    CASE WHEN c.relkind = 'p' THEN coalesce(p.bytes, 0) ELSE pg_total_relation_size(c.oid) END
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT CASE WHEN min(l.reltuples) < 0 THEN -1 ELSE sum(l.reltuples)::bigint END AS rows, sum(pg_total_relation_size(l.oid))::bigint AS bytes
    FROM pg_partition_tree(c.oid) t JOIN pg_class l ON l.oid = t.relid
    WHERE t.isleaf
) p ON c.relkind = 'p'
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname
