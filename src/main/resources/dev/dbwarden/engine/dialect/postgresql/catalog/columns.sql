-- what of a column stands in no CREATE TABLE of older versions
SELECT n.nspname, c.relname, '', format('ALTER TABLE ONLY %I.%I ALTER COLUMN %I %s', n.nspname, c.relname, a.attname, x.action)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
    CROSS JOIN LATERAL (VALUES
        (CASE WHEN a.attstorage <> t.typstorage AND c.relkind IN ('r', 'p', 'm', 'f') THEN
            'SET STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END),
        (CASE WHEN a.attstattarget > 0 OR a.attstattarget = 0 AND c.relkind IN ('r', 'p', 'm', 'f') THEN 'SET STATISTICS ' || a.attstattarget END),
        ('SET (' || array_to_string(a.attoptions, ', ') || ')')) x (action)
WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attislocal AND c.relkind IN ('r', 'p', 'm', 'f') AND c.relpersistence <> 't' AND x.action IS NOT NULL
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.oid, a.attnum
