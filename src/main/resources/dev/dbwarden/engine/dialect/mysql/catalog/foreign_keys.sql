-- Foreign keys, as they stand in CREATE TABLE.
SELECT k.table_name AS table_name,
    CONCAT('CONSTRAINT `', REPLACE(k.constraint_name, '`', '``'), '` FOREIGN KEY (',
        GROUP_CONCAT('`', REPLACE(k.column_name, '`', '``'), '`' ORDER BY k.ordinal_position SEPARATOR ', '), ') REFERENCES ',
        IF(MAX(k.referenced_table_schema) = DATABASE(), '', CONCAT('`', REPLACE(MAX(k.referenced_table_schema), '`', '``'), '`.')),
        '`', REPLACE(MAX(k.referenced_table_name), '`', '``'), '` (',
        GROUP_CONCAT('`', REPLACE(k.referenced_column_name, '`', '``'), '`' ORDER BY k.ordinal_position SEPARATOR ', '), ')',
        ' ON DELETE ', MAX(r.delete_rule), ' ON UPDATE ', MAX(r.update_rule)) AS ddl
FROM information_schema.key_column_usage k
    JOIN information_schema.referential_constraints r
        ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
GROUP BY k.table_name, k.constraint_name
ORDER BY k.table_name, k.constraint_name;
