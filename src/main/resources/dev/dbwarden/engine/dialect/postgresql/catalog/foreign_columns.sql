-- the options of columns, which no CREATE takes at those that come from a parent
SELECT n.nspname, c.relname, '', format('ALTER FOREIGN TABLE %I.%I ALTER COLUMN %I OPTIONS (%s)', n.nspname, c.relname, a.attname,
    (SELECT string_agg(format('%I %L', x.option_name, x.option_value), ', ') FROM pg_options_to_table(a.attfdwoptions) x))
FROM pg_foreign_table f JOIN pg_class c ON c.oid = f.ftrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND cardinality(a.attfdwoptions) > 0
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.oid, a.attnum
