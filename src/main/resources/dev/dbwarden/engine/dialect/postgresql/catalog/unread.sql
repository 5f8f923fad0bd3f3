-- what no other query reads: told, and not left out in silence
SELECT o.namespace, o.name, '', o.kind || ' ' || o.name
FROM (
    SELECT 'pg_class'::regclass AS classid, c.oid, n.nspname AS namespace, 'foreign table' AS kind, c.relname::text AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'f'
    UNION ALL SELECT 'pg_type'::regclass, t.oid, n.nspname, 'base type', t.typname
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'b' AND t.typelem = 0
    UNION ALL SELECT 'pg_opclass'::regclass, c.oid, n.nspname, 'operator class', c.opcname FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace
    UNION ALL SELECT 'pg_ts_config'::regclass, c.oid, n.nspname, 'text search configuration', c.cfgname FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
    UNION ALL SELECT 'pg_ts_dict'::regclass, c.oid, n.nspname, 'text search dictionary', c.dictname FROM pg_ts_dict c JOIN pg_namespace n ON n.oid = c.dictnamespace
    UNION ALL SELECT 'pg_conversion'::regclass, c.oid, n.nspname, 'conversion', c.conname FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
    UNION ALL SELECT 'pg_foreign_server'::regclass, s.oid, '', 'foreign server', s.srvname FROM pg_foreign_server s
    UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, '', 'foreign data wrapper', w.fdwname FROM pg_foreign_data_wrapper w
    UNION ALL SELECT 'pg_publication'::regclass, p.oid, '', 'publication', p.pubname FROM pg_publication p
    -- the number of a subscription is not everybody's to see; it belongs to no extension
    UNION ALL SELECT 'pg_subscription'::regclass, 0, '', 'subscription', s.subname
    FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database()
    UNION ALL SELECT 'pg_language'::regclass, l.oid, '', 'language', l.lanname FROM pg_language l WHERE l.lanispl
    UNION ALL SELECT 'pg_transform'::regclass, t.oid, '', 'transform', format_type(t.trftype, NULL) FROM pg_transform t
    UNION ALL SELECT 'pg_am'::regclass, a.oid, '', 'access method', a.amname FROM pg_am a WHERE a.oid >= 16384 -- FirstNormalObjectId, what initdb did not make
) o
WHERE o.namespace !~ '^pg_' AND o.namespace <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = o.classid AND e.objid = o.oid AND e.deptype IN ('e', 'i'))
ORDER BY o.kind, o.namespace, o.name
