-- what the owner has, and what everybody has by default, is not granted; what was taken from everybody is a REVOKE.
-- What everybody may do in the default namespace differs with the version, and where that was made anew: it is the database's matter
WITH objects AS (
    SELECT n.nspname AS namespace, CASE WHEN c.relkind = 'S' THEN '' ELSE c.relname END AS relation, format('%s%I.%I', CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END, n.nspname, c.relname) AS target,
        c.relacl AS acl, CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END AS kind, c.relowner AS owner
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relpersistence <> 't' AND c.relacl IS NOT NULL
      AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
    UNION ALL
    SELECT n.nspname, '', format('%s %I.%I(%s)', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), p.proacl, 'f', p.proowner
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.proacl IS NOT NULL AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
    UNION ALL
    SELECT n.nspname, '', format('SCHEMA %I', n.nspname), n.nspacl, 'n', n.nspowner
    FROM pg_namespace n WHERE n.nspacl IS NOT NULL
    UNION ALL
    SELECT n.nspname, '', format('TYPE %I.%I', n.nspname, t.typname), t.typacl, 'T', t.typowner
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE t.typacl IS NOT NULL AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
    UNION ALL
    SELECT '', w.fdwname, format('FOREIGN DATA WRAPPER %I', w.fdwname), w.fdwacl, 'F', w.fdwowner
    FROM pg_foreign_data_wrapper w
    WHERE w.fdwacl IS NOT NULL AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_foreign_data_wrapper'::regclass AND e.objid = w.oid AND e.deptype = 'e')
    UNION ALL
    SELECT '', s.srvname, format('FOREIGN SERVER %I', s.srvname), s.srvacl, 'S', s.srvowner
    FROM pg_foreign_server s
    WHERE s.srvacl IS NOT NULL AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_foreign_server'::regclass AND e.objid = s.oid AND e.deptype = 'e')
), granted AS (
    SELECT o.namespace, o.relation, o.target, x.privilege_type, x.grantee, x.is_grantable, true AS given FROM objects o, aclexplode(o.acl) x
    WHERE x.grantee <> o.owner AND NOT (o.target = 'SCHEMA public' AND x.grantee = 0)
    EXCEPT
    SELECT o.namespace, o.relation, o.target, x.privilege_type, x.grantee, x.is_grantable, true FROM objects o, aclexplode(acldefault(o.kind, o.owner)) x
    UNION ALL
    (SELECT o.namespace, o.relation, o.target, x.privilege_type, x.grantee, x.is_grantable, false FROM objects o, aclexplode(acldefault(o.kind, o.owner)) x WHERE x.grantee = 0
    EXCEPT
    SELECT o.namespace, o.relation, o.target, x.privilege_type, x.grantee, x.is_grantable, false FROM objects o, aclexplode(o.acl) x)
    UNION ALL
    SELECT n.nspname, c.relname, format('TABLE %I.%I', n.nspname, c.relname), format('%s (%I)', x.privilege_type, a.attname), x.grantee, x.is_grantable, true
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(a.attacl) x
    WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND x.grantee <> c.relowner
)
SELECT g.namespace, g.relation, '', CASE WHEN g.given
    THEN format('GRANT %s ON %s TO %s', g.privilege_type, g.target, coalesce(quote_ident(r.rolname), 'PUBLIC')) || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
    ELSE format('REVOKE %s ON %s FROM PUBLIC', g.privilege_type, g.target) END
FROM granted g LEFT JOIN pg_roles r ON r.oid = g.grantee
WHERE g.namespace !~ '^pg_' AND g.namespace <> 'information_schema'
ORDER BY g.target, g.privilege_type, r.rolname
