-- Sequences, and what tells of one how it counts.
SELECT t.table_name AS table_name, CONCAT('SHOW CREATE SEQUENCE `', REPLACE(t.table_name, '`', '``'), '`') AS ddl
FROM information_schema.tables t
WHERE t.table_schema = DATABASE() AND t.table_type = 'SEQUENCE'
ORDER BY t.table_name;
