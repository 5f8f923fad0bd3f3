-- Tables that may have a period, and what tells: one of the application looks like a condition between two columns, one of the system like two computed columns.
SELECT c.table_name AS table_name, CONCAT('SHOW CREATE TABLE `', REPLACE(c.table_name, '`', '``'), '`') AS ddl
FROM information_schema.check_constraints c
WHERE c.constraint_schema = DATABASE() AND c.level = 'Table' AND c.check_clause REGEXP '^`([^`]|``)+` < `([^`]|``)+`$'
UNION
SELECT c.table_name, CONCAT('SHOW CREATE TABLE `', REPLACE(c.table_name, '`', '``'), '`')
FROM information_schema.columns c
WHERE c.table_schema = DATABASE() AND c.generation_expression IN ('ROW START', 'ROW END')
ORDER BY 1;
