-- what a foreign table has from its parents is not repeated
SELECT n.nspname, c.relname, '', format('CREATE FOREIGN TABLE %I.%I', n.nspname, c.relname)
    || CASE WHEN c.relispartition THEN ' PARTITION OF ' || p.parents || coalesce(' (' || k.checks || ')', '') || ' ' || pg_get_expr(c.relpartbound, c.oid)
        ELSE format(' (%s)', concat_ws(', ', l.columns, k.checks)) || coalesce(' INHERITS (' || p.parents || ')', '') END
    || format(' SERVER %I', s.srvname)
    || coalesce((SELECT ' OPTIONS (' || string_agg(format('%I %L', x.option_name, x.option_value), ', ') || ')' FROM pg_options_to_table(f.ftoptions) x), '')
FROM pg_foreign_table f JOIN pg_class c ON c.oid = f.ftrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_foreign_server s ON s.oid = f.ftserver
    CROSS JOIN LATERAL (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
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
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal) l
    CROSS JOIN LATERAL (SELECT string_agg(format('CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), ', ' ORDER BY k.conname) AS checks
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conislocal) k
    CROSS JOIN LATERAL (SELECT string_agg(format('%I.%I', pn.nspname, pc.relname), ', ' ORDER BY h.inhseqno) AS parents
        FROM pg_inherits h JOIN pg_class pc ON pc.oid = h.inhparent JOIN pg_namespace pn ON pn.oid = pc.relnamespace WHERE h.inhrelid = c.oid) p
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY (SELECT count(*) FROM pg_inherits h WHERE h.inhrelid = c.oid), c.oid
