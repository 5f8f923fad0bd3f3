SELECT '', o.name, '', o.statement || coalesce((SELECT ' OPTIONS (' || string_agg(format('%I %L', x.option_name, x.option_value), ', ') || ')' FROM pg_options_to_table(o.options) x), '')
FROM (
    SELECT 'pg_foreign_data_wrapper'::regclass AS classid, w.oid, 1 AS place, w.fdwname AS name, w.fdwoptions AS options, format('CREATE FOREIGN DATA WRAPPER %I', w.fdwname)
        || CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::regproc ELSE '' END
        || CASE WHEN w.fdwvalidator <> 0 THEN ' VALIDATOR ' || w.fdwvalidator::regproc ELSE '' END AS statement
    FROM pg_foreign_data_wrapper w
    UNION ALL
    SELECT 'pg_foreign_server'::regclass, s.oid, 2, s.srvname, s.srvoptions, format('CREATE SERVER %I', s.srvname)
        || coalesce(' TYPE ' || quote_literal(s.srvtype), '') || coalesce(' VERSION ' || quote_literal(s.srvversion), '') || format(' FOREIGN DATA WRAPPER %I', w.fdwname)
    FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
) o
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = o.classid AND d.objid = o.oid AND d.deptype = 'e')
ORDER BY o.place, o.name
