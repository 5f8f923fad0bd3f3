-- Tables, with what follows the closing bracket of CREATE TABLE.
SELECT t.table_name AS table_name,
    CONCAT(' ENGINE=', t.engine, ' DEFAULT CHARSET=', SUBSTRING_INDEX(t.table_collation, '_', 1), ' COLLATE=', t.table_collation,
        IF(t.create_options = '', '', CONCAT(' ', TRIM(REPLACE(t.create_options, 'partitioned', '')))),
        IF(t.table_comment = '', '', CONCAT(' COMMENT=', QUOTE(t.table_comment))),
        IF(t.table_type = 'SYSTEM VERSIONED', ' WITH SYSTEM VERSIONING', '')) AS ddl
FROM information_schema.tables t
WHERE t.table_schema = DATABASE() AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
ORDER BY t.table_name;
