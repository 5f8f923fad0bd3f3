SELECT o.namespace, o.relation, '', format('COMMENT ON %s IS ''%s''', o.target, replace(d.description, '''', ''''''))
FROM pg_description d
JOIN (
    SELECT 'pg_class'::regclass AS classoid, c.oid, a.attnum::integer AS objsubid, n.nspname AS namespace, c.relname AS relation,
        format('COLUMN %I.%I.%I', n.nspname, c.relname, a.attname) AS target
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't'
    UNION ALL
    SELECT 'pg_class'::regclass, c.oid, 0, n.nspname, coalesce(t.relname, CASE WHEN c.relkind = 'c' THEN '' ELSE c.relname END), format('%s %I.%I',
        CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'i' THEN 'INDEX' WHEN 'I' THEN 'INDEX' ELSE 'TABLE' END,
        n.nspname, c.relname)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid LEFT JOIN pg_class t ON t.oid = i.indrelid
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'i', 'I') AND c.relpersistence <> 't'
    UNION ALL
    SELECT 'pg_constraint'::regclass, k.oid, 0, n.nspname, coalesce(c.relname, ''),
        CASE WHEN k.contypid <> 0 THEN format('CONSTRAINT %I ON DOMAIN %I.%I', k.conname, n.nspname, t.typname) ELSE format('CONSTRAINT %I ON %I.%I', k.conname, n.nspname, c.relname) END
    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace LEFT JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_type t ON t.oid = k.contypid
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid, 0, n.nspname, '', format('%s %I.%I(%s)', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END,
        n.nspname, p.proname, CASE WHEN p.prokind = 'a' AND p.pronargs = 0 THEN '*' ELSE oidvectortypes(p.proargtypes) END)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, 0, n.nspname, '', format('%s %I.%I', CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, n.nspname, t.typname)
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    UNION ALL
    SELECT 'pg_trigger'::regclass, t.oid, 0, n.nspname, c.relname, format('TRIGGER %I ON %I.%I', t.tgname, n.nspname, c.relname)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    UNION ALL
    SELECT 'pg_policy'::regclass, p.oid, 0, n.nspname, c.relname, format('POLICY %I ON %I.%I', p.polname, n.nspname, c.relname)
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    UNION ALL
    SELECT 'pg_rewrite'::regclass, r.oid, 0, n.nspname, c.relname, format('RULE %I ON %I.%I', r.rulename, n.nspname, c.relname)
    FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
    UNION ALL
    SELECT 'pg_namespace'::regclass, n.oid, 0, n.nspname, '', format('SCHEMA %I', n.nspname)
    FROM pg_namespace n WHERE n.nspname <> 'public'
    UNION ALL
    SELECT 'pg_statistic_ext'::regclass, s.oid, 0, n.nspname, '', format('STATISTICS %I.%I', n.nspname, s.stxname)
    FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT 'pg_event_trigger'::regclass, t.oid, 0, '', '', format('EVENT TRIGGER %I', t.evtname) FROM pg_event_trigger t
    UNION ALL
    SELECT 'pg_foreign_server'::regclass, s.oid, 0, '', s.srvname, format('SERVER %I', s.srvname) FROM pg_foreign_server s
    UNION ALL
    SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, '', w.fdwname, format('FOREIGN DATA WRAPPER %I', w.fdwname) FROM pg_foreign_data_wrapper w
    UNION ALL
    SELECT 'pg_ts_dict'::regclass, t.oid, 0, n.nspname, '', format('TEXT SEARCH DICTIONARY %I.%I', n.nspname, t.dictname)
    FROM pg_ts_dict t JOIN pg_namespace n ON n.oid = t.dictnamespace
    UNION ALL
    SELECT 'pg_ts_config'::regclass, c.oid, 0, n.nspname, '', format('TEXT SEARCH CONFIGURATION %I.%I', n.nspname, c.cfgname)
    FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
    UNION ALL
    SELECT 'pg_ts_parser'::regclass, p.oid, 0, n.nspname, '', format('TEXT SEARCH PARSER %I.%I', n.nspname, p.prsname)
    FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
    UNION ALL
    SELECT 'pg_ts_template'::regclass, t.oid, 0, n.nspname, '', format('TEXT SEARCH TEMPLATE %I.%I', n.nspname, t.tmplname)
    FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
    UNION ALL
    SELECT 'pg_conversion'::regclass, c.oid, 0, n.nspname, '', format('CONVERSION %I.%I', n.nspname, c.conname)
    FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
    UNION ALL
    SELECT 'pg_opclass'::regclass, c.oid, 0, n.nspname, '', format('OPERATOR CLASS %I.%I USING %I', n.nspname, c.opcname, am.amname)
    FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am am ON am.oid = c.opcmethod
    UNION ALL
    SELECT 'pg_opfamily'::regclass, f.oid, 0, n.nspname, '', format('OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, am.amname)
    FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod
) o ON o.classoid = d.classoid AND o.oid = d.objoid AND o.objsubid = d.objsubid
WHERE o.namespace !~ '^pg_' AND o.namespace <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
ORDER BY d.classoid, d.objoid, d.objsubid
