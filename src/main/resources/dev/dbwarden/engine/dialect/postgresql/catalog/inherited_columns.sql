-- what a partition or an heir has of its own at columns that it has from a parent
SELECT n.nspname, c.relname, '', format('ALTER TABLE ONLY %I.%I ALTER COLUMN %I %s', n.nspname, c.relname, a.attname, x.action)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL (SELECT p.* FROM pg_inherits i JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attname = a.attname AND NOT p.attisdropped
        WHERE i.inhrelid = c.oid ORDER BY i.inhseqno LIMIT 1) p
    LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
    LEFT JOIN pg_attrdef pd ON pd.adrelid = p.attrelid AND pd.adnum = p.attnum
    CROSS JOIN LATERAL (SELECT pg_get_expr(ad.adbin, ad.adrelid) AS own, pg_get_expr(pd.adbin, pd.adrelid) AS above) d
    CROSS JOIN LATERAL (VALUES
        (CASE WHEN a.attgenerated = '' AND d.own IS DISTINCT FROM d.above THEN coalesce('SET DEFAULT ' || d.own, 'DROP DEFAULT') END),
        (CASE WHEN a.attnotnull AND NOT p.attnotnull THEN 'SET NOT NULL' END)) x (action)
WHERE a.attnum > 0 AND NOT a.attisdropped AND (c.relispartition OR NOT a.attislocal OR d.own IS NULL) AND c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND x.action IS NOT NULL
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
-- from the top down: on ONLY a table what is below stays as it is
ORDER BY (SELECT count(*) FROM pg_partition_ancestors(c.oid)), c.oid, a.attnum
