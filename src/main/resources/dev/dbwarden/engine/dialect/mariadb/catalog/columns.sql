-- Columns, as they stand in CREATE TABLE; a condition at a column has the column's name, and a default the sequences of this database without the database.
SELECT c.table_name AS table_name,
    CONCAT('`', REPLACE(c.column_name, '`', '``'), '` ', c.column_type,
        IFNULL(CONCAT(' REF_SYSTEM_ID=', NULLIF(g.srid, 0)), ''),
        IF(c.collation_name IS NULL, '', CONCAT(' CHARACTER SET ', c.character_set_name, ' COLLATE ', c.collation_name)),
        IF(c.is_generated = 'NEVER', '', CONCAT(' GENERATED ALWAYS AS (', c.generation_expression, ')', IF(c.extra LIKE '%STORED GENERATED%', ' STORED', ' VIRTUAL'))),
        IF(c.is_nullable = 'NO', ' NOT NULL', IF(c.is_generated = 'NEVER', ' NULL', '')),
        IF(c.column_default IS NULL OR c.column_default = 'NULL' OR c.is_generated <> 'NEVER', '', CONCAT(' DEFAULT (', REPLACE(REPLACE(c.column_default, d.nextval, 'nextval('), d.lastval, 'lastval('), ')')),
        IF(c.extra LIKE '%on update %', CONCAT(' ON UPDATE ', REGEXP_SUBSTR(c.extra, '(?i)current_timestamp\\([0-9]*\\)')), ''),
        IF(c.extra LIKE '%auto_increment%', ' AUTO_INCREMENT', ''),
        IF(c.extra LIKE '%INVISIBLE%', ' INVISIBLE', ''),
        IF(c.extra LIKE '%WITHOUT SYSTEM VERSIONING%', ' WITHOUT SYSTEM VERSIONING', ''),
        IF(c.column_comment = '', '', CONCAT(' COMMENT ', QUOTE(c.column_comment))),
        IFNULL(CONCAT(' CHECK (', k.check_clause, ')'), '')) AS ddl
FROM information_schema.columns c
    JOIN (SELECT CONCAT('nextval(`', REPLACE(DATABASE(), '`', '``'), '`.') AS nextval, CONCAT('lastval(`', REPLACE(DATABASE(), '`', '``'), '`.') AS lastval) d
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
    LEFT JOIN information_schema.check_constraints k ON k.constraint_schema = c.table_schema AND k.table_name = c.table_name AND k.constraint_name = c.column_name AND k.level = 'Column'
    LEFT JOIN information_schema.geometry_columns g ON g.g_table_schema = c.table_schema AND g.g_table_name = c.table_name AND g.g_geometry_column = c.column_name
WHERE c.table_schema = DATABASE()
ORDER BY c.table_name, c.ordinal_position;
