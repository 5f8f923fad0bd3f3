-- How tables are partitioned, as it stands behind CREATE TABLE. Partitions that are only counted have the names that the server gives them.
SELECT p.table_name AS table_name,
    CONCAT(' PARTITION BY ', REPLACE(MAX(p.partition_method), ' COLUMNS', ' COLUMNS '), IF(MAX(p.partition_method) LIKE '%COLUMNS', '', ' '),
        IF(MAX(p.partition_method) LIKE 'SYSTEM%', '', CONCAT('(', IFNULL(MAX(p.partition_expression), ''), ')')),
        IF(MAX(p.subpartition_method) IS NULL, '',
            CONCAT(' SUBPARTITION BY ', MAX(p.subpartition_method), ' (', IFNULL(MAX(p.subpartition_expression), ''), ') SUBPARTITIONS ', MAX(p.subpartition_ordinal_position))),
        IF(MAX(p.partition_method) REGEXP 'HASH|KEY', CONCAT(' PARTITIONS ', COUNT(DISTINCT p.partition_name)),
            CONCAT(' (', GROUP_CONCAT(IF(IFNULL(p.subpartition_ordinal_position, 1) > 1, NULL,
                CONCAT('PARTITION `', REPLACE(p.partition_name, '`', '``'), '`',
                    CASE WHEN p.partition_method LIKE 'RANGE%' THEN CONCAT(' VALUES LESS THAN (', p.partition_description, ')')
                        WHEN p.partition_method LIKE 'LIST%' AND p.partition_description = 'DEFAULT' THEN ' DEFAULT'
                        WHEN p.partition_method LIKE 'LIST%' THEN CONCAT(' VALUES IN (', p.partition_description, ')')
                        ELSE CONCAT(' ', IFNULL(p.partition_description, '')) END,
                    IF(p.partition_comment = '', '', CONCAT(' COMMENT ', QUOTE(p.partition_comment)))))
                ORDER BY p.partition_ordinal_position SEPARATOR ', '), ')'))) AS ddl
FROM information_schema.partitions p
WHERE p.table_schema = DATABASE() AND p.partition_name IS NOT NULL
GROUP BY p.table_name
ORDER BY p.table_name;
