-- the keys and indexes of partitions under those of their parents: first each as one of its own (a key under an index is one anyway), then under the other, nearest to the top first
WITH attached AS (
    SELECT n.nspname, c.oid AS partition, c.relname, ic.oid AS index, ic.relname AS name, i.inhparent AS above, k.oid AS key, k.conname, k.conparentid,
        (SELECT count(*) FROM pg_partition_ancestors(c.oid)) AS depth
    FROM pg_class ic JOIN pg_index x ON x.indexrelid = ic.oid JOIN pg_inherits i ON i.inhrelid = ic.oid JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_constraint k ON k.conindid = ic.oid AND k.contype IN ('p', 'u')
    WHERE ic.relispartition AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
SELECT a.nspname, a.relname, '', s.ddl
FROM attached a CROSS JOIN LATERAL (VALUES
    (1, CASE WHEN a.key IS NULL THEN replace(pg_get_indexdef(a.index), ' ON ONLY ', ' ON ')
        WHEN a.conparentid <> 0 THEN format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', a.nspname, a.relname, a.conname, pg_get_constraintdef(a.key)) END),
    (2, format('ALTER INDEX %s ATTACH PARTITION %I.%I', a.above::regclass, a.nspname, a.name))) s (place, ddl)
WHERE s.ddl IS NOT NULL
ORDER BY a.depth, a.index, s.place
