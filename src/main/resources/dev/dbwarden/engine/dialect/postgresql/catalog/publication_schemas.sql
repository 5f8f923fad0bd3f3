SELECT '', p.pubname, concat_ws(E'\n', t.names, a.names), format('ALTER PUBLICATION %I ADD TABLES IN SCHEMA %I', p.pubname, s.nspname)
FROM pg_publication_namespace m JOIN pg_publication p ON p.oid = m.pnpubid JOIN pg_namespace s ON s.oid = m.pnnspid
    CROSS JOIN LATERAL (SELECT string_agg(n.nspname || '.' || c.relname, E'\n') AS names
        FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = p.oid) t
    CROSS JOIN LATERAL (SELECT string_agg(n.nspname || '.', E'\n') AS names FROM pg_publication_namespace o JOIN pg_namespace n ON n.oid = o.pnnspid WHERE o.pnpubid = p.oid) a
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_publication'::regclass AND d.objid = p.oid AND d.deptype = 'e')
ORDER BY p.pubname, s.nspname
