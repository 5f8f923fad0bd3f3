-- before PostgreSQL 15 a row of pg_publication_rel has neither columns nor a condition: there the names mean those of "absent"
SELECT '', p.pubname, coalesce(t.names, ''), format('CREATE PUBLICATION %I', p.pubname) || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE coalesce(' FOR TABLE ' || t.tables, '') END
    || format(' WITH (publish = %L, publish_via_partition_root = %L', concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
        CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END), p.pubviaroot::text)
    || CASE to_jsonb(p) ->> 'pubgencols' WHEN 's' THEN ', publish_generated_columns = stored)' ELSE ')' END
FROM pg_publication p CROSS JOIN (SELECT NULL::int2vector AS prattrs, NULL::pg_node_tree AS prqual) absent
    CROSS JOIN LATERAL (SELECT string_agg(n.nspname || '.' || c.relname, E'\n') AS names, string_agg(format('ONLY %I.%I', n.nspname, c.relname)
            || coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', ') || ')' FROM pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (prattrs)), '')
            || coalesce(' WHERE (' || pg_get_expr(prqual, r.prrelid) || ')', ''), ', ') AS tables
        FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = p.oid) t
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_publication'::regclass AND d.objid = p.oid AND d.deptype = 'e')
ORDER BY p.pubname
