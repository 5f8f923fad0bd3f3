SELECT o.namespace, '', '', o.statement || ')'
FROM (
    SELECT 'pg_ts_parser'::regclass AS classid, p.oid, n.nspname AS namespace, format('CREATE TEXT SEARCH PARSER %I.%I (START = %s, GETTOKEN = %s, END = %s, LEXTYPES = %s',
        n.nspname, p.prsname, p.prsstart, p.prstoken, p.prsend, p.prslextype) || CASE WHEN p.prsheadline <> 0 THEN ', HEADLINE = ' || p.prsheadline ELSE '' END AS statement
    FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
    UNION ALL
    SELECT 'pg_ts_template'::regclass, t.oid, n.nspname, format('CREATE TEXT SEARCH TEMPLATE %I.%I (LEXIZE = %s', n.nspname, t.tmplname, t.tmpllexize)
        || CASE WHEN t.tmplinit <> 0 THEN ', INIT = ' || t.tmplinit ELSE '' END
    FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
) o
WHERE o.namespace !~ '^pg_' AND o.namespace <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = o.classid AND e.objid = o.oid AND e.deptype = 'e')
ORDER BY o.statement
