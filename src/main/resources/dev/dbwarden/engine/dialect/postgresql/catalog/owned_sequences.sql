SELECT n.nspname, o.relname, '', format('ALTER SEQUENCE %I.%I OWNED BY %I.%I.%I', n.nspname, c.relname, tn.nspname, o.relname, a.attname)
FROM pg_depend own JOIN pg_class c ON c.oid = own.objid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_class o ON o.oid = own.refobjid JOIN pg_namespace tn ON tn.oid = o.relnamespace
    JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = own.refobjsubid
WHERE own.classid = 'pg_class'::regclass AND own.refclassid = 'pg_class'::regclass AND own.deptype = 'a' AND c.relkind = 'S'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.oid
