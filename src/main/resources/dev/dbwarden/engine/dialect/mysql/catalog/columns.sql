-- Columns, as they stand in CREATE TABLE.
SELECT c.table_name AS table_name,
    CONCAT('`', REPLACE(c.column_name, '`', '``'), '` ', c.column_type,
        IF(c.collation_name IS NULL, '', CONCAT(' CHARACTER SET ', c.character_set_name, ' COLLATE ', c.collation_name)),
        IF(c.generation_expression = '', '', CONCAT(' GENERATED ALWAYS AS (', REPLACE(c.generation_expression, '\\''', ''''), ')', IF(c.extra LIKE '%STORED GENERATED%', ' STORED', ' VIRTUAL'))),
        IF(c.is_nullable = 'NO', ' NOT NULL', ' NULL'),
        IF(c.srs_id IS NULL, '', CONCAT(' SRID ', c.srs_id)),
        CASE WHEN c.column_default IS NULL THEN ''
            WHEN c.extra LIKE '%DEFAULT_GENERATED%' AND c.column_default LIKE 'CURRENT_TIMESTAMP%' THEN CONCAT(' DEFAULT ', c.column_default)
            WHEN c.extra LIKE '%DEFAULT_GENERATED%' THEN CONCAT(' DEFAULT (', REPLACE(c.column_default, '\\''', ''''), ')')
            WHEN c.data_type = 'bit' THEN CONCAT(' DEFAULT ', c.column_default)
            ELSE CONCAT(' DEFAULT ', QUOTE(c.column_default)) END,
        IF(c.extra LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(c.extra, '(?i)CURRENT_TIMESTAMP(\\([0-9]\\))?', LOCATE('on update ', LOWER(c.extra)))), ''),
        IF(c.extra LIKE '%auto_increment%', ' AUTO_INCREMENT', ''),
        IF(c.extra LIKE '%INVISIBLE%', ' INVISIBLE', ''),
        IF(c.column_comment = '', '', CONCAT(' COMMENT ', QUOTE(c.column_comment)))) AS ddl
FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
WHERE c.table_schema = DATABASE()
ORDER BY c.table_name, c.ordinal_position;
