-- how many values of an index's expressions are sampled; unset is -1, and null since 17
SELECT n.nspname, c.relname, '', format('ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS %s', n.nspname, ic.relname, a.attnum, a.attstattarget)
FROM pg_attribute a JOIN pg_class ic ON ic.oid = a.attrelid JOIN pg_index i ON i.indexrelid = ic.oid JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE a.attstattarget >= 0 AND ic.relkind IN ('i', 'I') AND NOT ic.relispartition AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY ic.oid, a.attnum
