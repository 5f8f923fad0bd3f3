-- families, then classes with what was named with them, then what was given to a family
WITH member AS (
    SELECT 'pg_amop'::regclass AS classid, a.oid, a.amopfamily AS family, false AS function, a.amopstrategy AS number, format('OPERATOR %s %I.%s (%s, %s)', a.amopstrategy, n.nspname, o.oprname,
            format_type(a.amoplefttype, NULL), format_type(a.amoprighttype, NULL)) || CASE WHEN a.amopsortfamily <> 0 THEN format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname) ELSE '' END AS item
    FROM pg_amop a JOIN pg_operator o ON o.oid = a.amopopr JOIN pg_namespace n ON n.oid = o.oprnamespace
        LEFT JOIN pg_opfamily s ON s.oid = a.amopsortfamily LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
    UNION ALL
    SELECT 'pg_amproc'::regclass, p.oid, p.amprocfamily, true, p.amprocnum, format('FUNCTION %s (%s, %s) %s', p.amprocnum, format_type(p.amproclefttype, NULL),
            format_type(p.amprocrighttype, NULL), p.amproc::regprocedure)
    FROM pg_amproc p
), family AS (
    SELECT f.oid, n.nspname, format('%I.%I', n.nspname, f.opfname) AS name, am.amname
    FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod
    WHERE am.amname IN ('btree', 'hash', 'gist', 'gin', 'spgist', 'brin')
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_opfamily'::regclass AND d.objid = f.oid AND d.deptype = 'e')
)
SELECT o.nspname, '', '', o.statement
FROM (
    SELECT 1 AS place, f.nspname, f.name, format('CREATE OPERATOR FAMILY %s USING %I', f.name, f.amname) AS statement FROM family f
    UNION ALL
    SELECT 2, n.nspname, format('%I.%I', n.nspname, c.opcname), format('CREATE OPERATOR CLASS %I.%I %sFOR TYPE %s USING %I FAMILY %I.%I AS ', n.nspname, c.opcname,
            CASE WHEN c.opcdefault THEN 'DEFAULT ' END, format_type(c.opcintype, NULL), am.amname, fn.nspname, f.opfname)
        || format('STORAGE %s', format_type(CASE WHEN c.opckeytype = 0 THEN c.opcintype ELSE c.opckeytype END, NULL))
        || coalesce((SELECT ', ' || string_agg(m.item, ', ' ORDER BY m.function, m.number, m.item) FROM member m WHERE m.family = c.opcfamily
            AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = m.classid AND d.objid = m.oid AND d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid)), '')
    FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am am ON am.oid = c.opcmethod
        JOIN pg_opfamily f ON f.oid = c.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
    WHERE am.amname IN ('btree', 'hash', 'gist', 'gin', 'spgist', 'brin')
      AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_opclass'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 3, f.nspname, f.name, format('ALTER OPERATOR FAMILY %s USING %I ADD ', f.name, f.amname) || string_agg(m.item, ', ' ORDER BY m.function, m.number, m.item)
    FROM family f JOIN member m ON m.family = f.oid
    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = m.classid AND d.objid = m.oid AND d.refclassid = 'pg_opclass'::regclass)
    GROUP BY f.nspname, f.name, f.amname
) o
ORDER BY o.place, o.name, o.statement
