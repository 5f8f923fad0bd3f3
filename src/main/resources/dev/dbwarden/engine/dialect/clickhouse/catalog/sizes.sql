-- How big tables are, where their engine knows it: database, table, rows, bytes on disk.
SELECT database AS home, name AS object, ifNull(toInt64(total_rows), -1) AS estimated_rows, ifNull(toInt64(total_bytes), -1) AS bytes
FROM system.tables
WHERE NOT is_temporary AND name NOT LIKE '.inner%' AND database NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema')
ORDER BY home, object
