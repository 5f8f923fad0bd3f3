-- Views; the server prints every name of a query with its database in front.
SELECT v.table_name AS table_name,
    CONCAT('CREATE ', IF(v.algorithm = 'UNDEFINED', '', CONCAT('ALGORITHM=', v.algorithm, ' ')), IF(v.security_type = 'DEFINER', '', 'SQL SECURITY INVOKER '),
        'VIEW `', REPLACE(v.table_name, '`', '``'), '` AS ',
        REPLACE(v.view_definition, CONCAT('`', REPLACE(DATABASE(), '`', '``'), '`.'), ''),
        IF(v.check_option = 'NONE', '', CONCAT(' WITH ', v.check_option, ' CHECK OPTION'))) AS ddl
FROM information_schema.views v
WHERE v.table_schema = DATABASE()
ORDER BY v.table_name;
