-- of any namespace they stand in place of what the owner and everybody have, of one namespace they come on top of it (manual, pg_default_acl).
-- The role that owns the database and the one that asks say so without their names, as in a script that they run
WITH defaults AS (
    SELECT d.oid, d.defaclrole AS maker, coalesce(n.nspname, '') AS namespace, d.defaclacl AS acl, d.defaclobjtype AS kind,
        CASE WHEN d.defaclnamespace = 0 THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's'::"char" ELSE d.defaclobjtype END, d.defaclrole) END AS usual,
        CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' WHEN 'L' THEN 'LARGE OBJECTS' END AS kinds
    FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
), given AS (
    (SELECT d.oid, x.privilege_type, x.grantee, x.is_grantable, true AS given FROM defaults d, aclexplode(d.acl) x WHERE d.namespace <> '' OR x.grantee <> d.maker
    EXCEPT
    SELECT d.oid, x.privilege_type, x.grantee, x.is_grantable, true FROM defaults d, aclexplode(d.usual) x)
    UNION ALL
    (SELECT d.oid, x.privilege_type, x.grantee, x.is_grantable, false FROM defaults d, aclexplode(d.usual) x WHERE x.grantee = 0
    EXCEPT
    SELECT d.oid, x.privilege_type, x.grantee, x.is_grantable, false FROM defaults d, aclexplode(d.acl) x)
)
SELECT d.namespace, '', '', format('ALTER DEFAULT PRIVILEGES %s%s',
    CASE WHEN o.rolname = current_user OR o.oid = (SELECT datdba FROM pg_database WHERE datname = current_database()) THEN '' ELSE format('FOR ROLE %I ', o.rolname) END,
    CASE WHEN d.namespace = '' THEN '' ELSE format('IN SCHEMA %I ', d.namespace) END)
    || CASE WHEN g.given THEN format('GRANT %s ON %s TO %s', g.privilege_type, d.kinds, coalesce(quote_ident(r.rolname), 'PUBLIC')) || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
        ELSE format('REVOKE %s ON %s FROM PUBLIC', g.privilege_type, d.kinds) END
FROM given g JOIN defaults d ON d.oid = g.oid JOIN pg_roles o ON o.oid = d.maker LEFT JOIN pg_roles r ON r.oid = g.grantee
ORDER BY d.namespace, d.kinds, o.rolname, g.privilege_type, r.rolname
