-- what no other query reads: told, and not left out in silence
WITH secret AS (SELECT 'pass|pwd|secret|token|credential|(api|access|private|account)_?key' AS words)
SELECT o.namespace, o.name, '', o.kind || ' ' || o.name || o.reason
FROM (
    SELECT 'pg_class'::regclass AS classid, c.oid, n.nspname AS namespace, 'foreign table' AS kind, c.relname::text AS name,
        CASE WHEN i.inherited THEN ', which an ordinary table inherits from,' ELSE ', whose options may hold a secret,' END AS reason
    FROM pg_foreign_table f JOIN pg_class c ON c.oid = f.ftrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM pg_inherits h JOIN pg_class k ON k.oid = h.inhrelid WHERE h.inhparent = c.oid AND k.relkind <> 'f') AS inherited) i
    WHERE i.inherited OR EXISTS (SELECT FROM pg_options_to_table(f.ftoptions) x WHERE x.option_name ~* (SELECT words FROM secret))
    UNION ALL SELECT 'pg_type'::regclass, t.oid, n.nspname, 'base type', t.typname, ', which takes functions in C,'
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'b' AND t.typelem = 0
    UNION ALL SELECT 'pg_opclass'::regclass, c.oid, n.nspname, 'operator class', c.opcname, ', which is for the access method ' || am.amname || ','
    FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am am ON am.oid = c.opcmethod WHERE am.amname NOT IN ('btree', 'hash', 'gist', 'gin', 'spgist', 'brin')
    UNION ALL SELECT 'pg_opfamily'::regclass, f.oid, n.nspname, 'operator family', f.opfname, ', which is for the access method ' || am.amname || ','
    FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod WHERE am.amname NOT IN ('btree', 'hash', 'gist', 'gin', 'spgist', 'brin')
      AND NOT EXISTS (SELECT FROM pg_opclass c WHERE c.opcfamily = f.oid)
    -- a family of the server or of an extension that was given more: nothing says by whom, but an extension's operators and functions are its own
    UNION ALL SELECT DISTINCT 'pg_opfamily'::regclass, 0::oid, '', 'operator family', f.opfname, ', which is not of the schema and was given ' || m.item || ','
    FROM pg_opfamily f JOIN (
        SELECT 'pg_amop'::regclass AS classid, a.oid, a.amopfamily AS family, 'pg_operator'::regclass AS targetclass, a.amopopr AS target, 'operator ' || a.amopopr::regoperator AS item FROM pg_amop a
        UNION ALL SELECT 'pg_amproc'::regclass, p.oid, p.amprocfamily, 'pg_proc'::regclass, p.amproc::oid, 'function ' || p.amproc::regprocedure FROM pg_amproc p
    ) m ON m.family = f.oid
    WHERE m.oid >= 16384 AND (f.oid < 16384 OR m.target >= 16384)
      AND (f.oid < 16384 OR EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid AND e.deptype = 'e'))
      AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = m.targetclass AND e.objid = m.target AND e.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_depend c WHERE c.classid = m.classid AND c.objid = m.oid AND c.refclassid = 'pg_opclass'::regclass)
    UNION ALL SELECT 'pg_foreign_server'::regclass, s.oid, '', 'foreign server', s.srvname, ', whose options may hold a secret,' FROM pg_foreign_server s
    WHERE EXISTS (SELECT FROM pg_options_to_table(s.srvoptions) x WHERE x.option_name ~* (SELECT words FROM secret))
    UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, '', 'foreign data wrapper', w.fdwname, ', whose options may hold a secret,' FROM pg_foreign_data_wrapper w
    WHERE EXISTS (SELECT FROM pg_options_to_table(w.fdwoptions) x WHERE x.option_name ~* (SELECT words FROM secret))
    UNION ALL SELECT 'pg_foreign_server'::regclass, 0, '', 'user mapping', coalesce(m.usename, 'public') || '@' || m.srvname, ', which may hold a password,' FROM pg_user_mappings m
    -- the number of a subscription is not everybody's to see; it belongs to no extension
    UNION ALL SELECT 'pg_subscription'::regclass, 0, '', 'subscription', s.subname, ', whose connection may hold a password,'
    FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database()
    UNION ALL SELECT 'pg_language'::regclass, l.oid, '', 'language', l.lanname, ', which takes functions in C,' FROM pg_language l WHERE l.lanispl
    UNION ALL SELECT 'pg_transform'::regclass, t.oid, '', 'transform', format_type(t.trftype, NULL), ', which takes functions in C,' FROM pg_transform t
    UNION ALL SELECT 'pg_am'::regclass, a.oid, '', 'access method', a.amname, ', which takes functions in C,' FROM pg_am a WHERE a.oid >= 16384 -- FirstNormalObjectId, what initdb did not make
) o
WHERE o.namespace !~ '^pg_' AND o.namespace <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = o.classid AND e.objid = o.oid AND e.deptype IN ('e', 'i'))
ORDER BY o.kind, o.namespace, o.name
