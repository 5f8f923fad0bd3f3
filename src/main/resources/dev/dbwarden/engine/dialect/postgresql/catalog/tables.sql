-- what a table takes from its parents or its type is not repeated
SELECT n.nspname, c.relname, '', format('CREATE %sTABLE %I.%I', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, n.nspname, c.relname)
    || CASE WHEN c.relispartition THEN ' PARTITION OF ' || p.parents
        WHEN c.reloftype <> 0 THEN ' OF ' || format_type(c.reloftype, NULL)
        ELSE ' (' || coalesce(l.columns, '') || ')' END
    || CASE WHEN p.parents IS NOT NULL AND NOT c.relispartition THEN ' INHERITS (' || p.parents || ')' ELSE '' END
    || CASE WHEN c.relispartition THEN ' ' || pg_get_expr(c.relpartbound, c.oid) ELSE '' END
    || CASE WHEN c.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) ELSE '' END
    || CASE WHEN am.amname <> 'heap' THEN format(' USING %I', am.amname) ELSE '' END
    || coalesce(' WITH (' || o.options || ')', '')
    || coalesce(' TABLESPACE ' || quote_ident(s.spcname), '')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_am am ON am.oid = c.relam
    LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
    LEFT JOIN (SELECT a.attrelid, string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
            || CASE WHEN a.attcollation <> t.typcollation AND a.attcollation <> 0 THEN format(' COLLATE %I.%I', cn.nspname, co.collname) ELSE '' END
            || CASE a.attgenerated WHEN 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
                WHEN 'v' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') VIRTUAL'
                ELSE coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') END
            || CASE WHEN a.attidentity = '' THEN '' ELSE
                format(' GENERATED %s AS IDENTITY (SEQUENCE NAME %I.%I INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s%s)',
                    CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, i.nspname, i.relname, i.seqincrement, i.seqmin, i.seqmax, i.seqstart, i.seqcache,
                    CASE WHEN i.seqcycle THEN ' CYCLE' ELSE '' END) END
            || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, ', ' ORDER BY a.attnum) AS columns
        FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_collation co ON co.oid = a.attcollation LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            LEFT JOIN (SELECT own.refobjid, own.refobjsubid, q.*, qc.relname, qn.nspname
                FROM pg_depend own JOIN pg_sequence q ON q.seqrelid = own.objid JOIN pg_class qc ON qc.oid = q.seqrelid JOIN pg_namespace qn ON qn.oid = qc.relnamespace
                WHERE own.classid = 'pg_class'::regclass AND own.refclassid = 'pg_class'::regclass AND own.deptype = 'i') i
                ON i.refobjid = a.attrelid AND i.refobjsubid = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attislocal GROUP BY a.attrelid) l ON l.attrelid = c.oid
    LEFT JOIN (SELECT h.inhrelid, string_agg(format('%I.%I', pn.nspname, pc.relname), ', ' ORDER BY h.inhseqno) AS parents
        FROM pg_inherits h JOIN pg_class pc ON pc.oid = h.inhparent JOIN pg_namespace pn ON pn.oid = pc.relnamespace GROUP BY h.inhrelid) p ON p.inhrelid = c.oid
    LEFT JOIN LATERAL (SELECT string_agg(each.name || coalesce(' = ' || quote_literal(each.value), ''), ', ') AS options
        FROM (SELECT split_part(e, '=', 1) AS name, substr(e, strpos(e, '=') + 1) AS value FROM unnest(c.reloptions) e
            UNION ALL SELECT 'toast.' || split_part(e, '=', 1), substr(e, strpos(e, '=') + 1) FROM pg_class tc, unnest(tc.reloptions) e WHERE tc.oid = c.reltoastrelid) each) o ON true
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.relispartition, (SELECT count(*) FROM pg_inherits h WHERE h.inhrelid = c.oid), c.oid
