SELECT CASE n.nspname WHEN 'pg_catalog' THEN '' ELSE n.nspname || '.' END || c.relname AS name,
       string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum) AS columns
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
WHERE n.nspname IN ('pg_catalog', 'information_schema') AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
GROUP BY n.nspname, c.relname
UNION ALL
SELECT f.proname || '()', min(f.columns)
FROM (SELECT p.proname, (SELECT string_agg(quote_ident(x.name), ',' ORDER BY x.place)
                         FROM unnest(p.proargnames, p.proargmodes) WITH ORDINALITY x(name, mode, place) WHERE x.mode IN ('o', 'b', 't')) AS columns
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'pg_catalog') f
GROUP BY f.proname
HAVING count(f.columns) = count(*) AND count(DISTINCT f.columns) = 1
ORDER BY 1
