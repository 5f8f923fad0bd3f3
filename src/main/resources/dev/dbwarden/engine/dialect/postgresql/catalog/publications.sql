-- before PostgreSQL 15 a row of pg_publication_rel has neither columns nor a condition: there the names mean those of "absent"; and no publication has
-- namespaces, which are asked for by what depends on them, as pg_publication_namespace is not there to be named.
-- A publication needs all that it publishes, and its comment needs the publication
SELECT '', p.pubname, concat_ws(E'\n', t.names, s.names), x.statement
FROM pg_publication p CROSS JOIN (SELECT NULL::int2vector AS prattrs, NULL::pg_node_tree AS prqual) absent
    CROSS JOIN LATERAL (SELECT string_agg(n.nspname || '.' || c.relname, E'\n') AS names, string_agg(format('ONLY %I.%I', n.nspname, c.relname)
            || coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', ') || ')' FROM pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (prattrs)), '')
            || coalesce(' WHERE (' || pg_get_expr(prqual, r.prrelid) || ')', ''), ', ') AS tables
        FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = p.oid) t
    CROSS JOIN LATERAL (SELECT string_agg(n.nspname || '.', E'\n') AS names
        FROM pg_depend m JOIN pg_depend d ON d.classid = m.classid AND d.objid = m.objid AND d.refclassid = 'pg_namespace'::regclass JOIN pg_namespace n ON n.oid = d.refobjid
        WHERE m.classid = to_regclass('pg_catalog.pg_publication_namespace') AND m.refclassid = 'pg_publication'::regclass AND m.refobjid = p.oid) s
    CROSS JOIN LATERAL (VALUES
        (1, format('CREATE PUBLICATION %I', p.pubname) || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE coalesce(' FOR TABLE ' || t.tables, '') END
            || format(' WITH (publish = %L, publish_via_partition_root = %L', concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END), p.pubviaroot::text)
            || CASE to_jsonb(p) ->> 'pubgencols' WHEN 's' THEN ', publish_generated_columns = stored)' ELSE ')' END),
        (2, format('COMMENT ON PUBLICATION %I IS ''%s''', p.pubname, replace(obj_description(p.oid, 'pg_publication'), '''', '''''')))) x (place, statement)
WHERE x.statement IS NOT NULL AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_publication'::regclass AND d.objid = p.oid AND d.deptype = 'e')
ORDER BY p.pubname, x.place
