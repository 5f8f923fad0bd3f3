SELECT n.nspname, '', '', format('CREATE COLLATION %I.%I (', n.nspname, c.collname)
    || CASE c.collprovider WHEN 'i' THEN 'provider = icu, ' WHEN 'b' THEN 'provider = builtin, ' WHEN 'c' THEN 'provider = libc, ' ELSE '' END
    || CASE WHEN c.collisdeterministic THEN '' ELSE 'deterministic = false, ' END
    || 'locale = ' || quote_literal(coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate::text)) || ')'
FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_collation'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY n.nspname, c.collname
