-- How big tables are: name, rows as the storage engine estimates them, bytes with indexes.
SELECT t.table_name AS table_name, COALESCE(t.table_rows, -1) AS estimated_rows, COALESCE(t.data_length + t.index_length, -1) AS bytes
FROM information_schema.tables t
WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
ORDER BY t.table_name;
