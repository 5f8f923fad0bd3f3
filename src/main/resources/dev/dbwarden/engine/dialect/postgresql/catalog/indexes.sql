-- the index of a partitioned table is made with those of its partitions once all of them are attached
SELECT n.nspname, c.relname, '', CASE WHEN ic.relkind = 'I' AND i.indisvalid THEN replace(pg_get_indexdef(ic.oid), ' ON ONLY ', ' ON ') ELSE pg_get_indexdef(ic.oid) END
    || coalesce(' TABLESPACE ' || quote_ident(s.spcname), '')
FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND NOT ic.relispartition
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
-- a partition's own index that is like its parent's comes after it, which would take it over
ORDER BY (SELECT count(*) FROM pg_partition_ancestors(c.oid)), c.oid, ic.oid
