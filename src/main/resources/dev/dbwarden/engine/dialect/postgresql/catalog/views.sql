SELECT n.nspname, c.relname, '', format('CREATE %sVIEW %I.%I', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, n.nspname, c.relname)
    || coalesce((SELECT ' WITH (' || string_agg(split_part(e, '=', 1) || ' = ' || quote_literal(substr(e, strpos(e, '=') + 1)), ', ') || ')'
        FROM (SELECT e FROM unnest(c.reloptions) e UNION ALL SELECT 'toast.' || e FROM pg_class tc, unnest(tc.reloptions) e WHERE tc.oid = c.reltoastrelid) each
        WHERE split_part(e, '=', 1) <> 'check_option'), '')
    || coalesce(' TABLESPACE ' || quote_ident(s.spcname), '')
    || ' AS ' || rtrim(pg_get_viewdef(c.oid), ';')
    || CASE WHEN c.relkind = 'm' AND NOT c.relispopulated THEN ' WITH NO DATA' ELSE '' END
    || coalesce((SELECT ' WITH ' || upper(substr(e, strpos(e, '=') + 1)) || ' CHECK OPTION' FROM unnest(c.reloptions) e WHERE split_part(e, '=', 1) = 'check_option'), '')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.oid
