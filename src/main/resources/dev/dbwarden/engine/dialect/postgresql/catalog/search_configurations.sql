SELECT n.nspname, '', '', x.statement
FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace CROSS JOIN LATERAL (
    SELECT -1 AS place, format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname, pn.nspname, p.prsname) AS statement
    FROM pg_ts_parser p JOIN pg_namespace pn ON pn.oid = p.prsnamespace WHERE p.oid = c.cfgparser
    UNION ALL
    SELECT t.tokid, format('ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH ', n.nspname, c.cfgname, t.alias)
        || string_agg(format('%I.%I', dn.nspname, d.dictname), ', ' ORDER BY m.mapseqno)
    FROM ts_token_type(c.cfgparser) t JOIN pg_ts_config_map m ON m.mapcfg = c.oid AND m.maptokentype = t.tokid
        JOIN pg_ts_dict d ON d.oid = m.mapdict JOIN pg_namespace dn ON dn.oid = d.dictnamespace
    GROUP BY t.tokid, t.alias
) x
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_config'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY n.nspname, c.cfgname, x.place
