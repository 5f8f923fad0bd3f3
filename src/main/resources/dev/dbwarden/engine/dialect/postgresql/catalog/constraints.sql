-- those of a parent are the parent's, on ONLY it where a partition has none attached yet; pg_get_constraintdef leaves out how a key's index is stored, which stands before DEFERRABLE
SELECT n.nspname, c.relname, '', format('ALTER TABLE %s%I.%I ADD CONSTRAINT %I %s%s%s', CASE WHEN c.relkind = 'p' AND x.indisvalid THEN '' ELSE 'ONLY ' END, n.nspname, c.relname, k.conname,
    left(d.definition, length(d.definition) - length(d.deferral)), d.storage, d.deferral)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_class i ON i.oid = k.conindid AND k.contype IN ('p', 'u')
    LEFT JOIN pg_index x ON x.indexrelid = i.oid
    CROSS JOIN LATERAL (SELECT pg_get_constraintdef(k.oid) AS definition,
        CASE WHEN k.contype IN ('p', 'u') AND k.condeferrable THEN ' DEFERRABLE' || CASE WHEN k.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END ELSE '' END AS deferral,
        coalesce((SELECT format(' WITH (%s)', string_agg(format('%I = %L', o.option_name, o.option_value), ', ')) FROM pg_options_to_table(i.reloptions) o
            HAVING count(*) > 0), '') AS storage) d
WHERE k.contype IN ('p', 'u', 'x', 'c') AND k.conislocal AND k.conparentid = 0 AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
-- a partition's own key that is like its parent's comes after it, which would take it over
ORDER BY (SELECT count(*) FROM pg_partition_ancestors(c.oid)), c.oid, array_position(ARRAY['p', 'u', 'x', 'c']::"char"[], k.contype), k.oid
