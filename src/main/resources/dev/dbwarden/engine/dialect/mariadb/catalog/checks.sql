-- Conditions of tables, as they stand in CREATE TABLE; those of columns come with the columns.
SELECT c.table_name AS table_name, CONCAT('CONSTRAINT `', REPLACE(c.constraint_name, '`', '``'), '` CHECK (', c.check_clause, ')') AS ddl
FROM information_schema.check_constraints c
WHERE c.constraint_schema = DATABASE() AND c.level = 'Table'
ORDER BY c.table_name, c.constraint_name;
