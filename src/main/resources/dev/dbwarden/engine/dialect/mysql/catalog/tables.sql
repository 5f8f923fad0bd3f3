-- Tables, with what follows the closing bracket of CREATE TABLE.
SELECT t.table_name AS table_name,
    CONCAT(' ENGINE=', t.engine, ' DEFAULT CHARSET=', c.character_set_name, ' COLLATE=', t.table_collation,
        IF(t.create_options = '', '', CONCAT(' ', TRIM(REPLACE(t.create_options, 'partitioned', '')))),
        IF(t.table_comment = '', '', CONCAT(' COMMENT=', QUOTE(t.table_comment)))) AS ddl
FROM information_schema.tables t
    JOIN information_schema.collation_character_set_applicability c ON c.collation_name = t.table_collation
WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
ORDER BY t.table_name;
