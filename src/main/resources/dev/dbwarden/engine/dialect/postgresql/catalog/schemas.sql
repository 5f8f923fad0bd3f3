SELECT n.nspname, '', '', format('CREATE SCHEMA %I', n.nspname)
FROM pg_namespace n
WHERE n.nspname <> 'public'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
ORDER BY n.nspname
