-- Procedures and functions.
SELECT '' AS table_name,
    CONCAT('CREATE ', r.routine_type, ' `', REPLACE(r.routine_name, '`', '``'), '` (',
        IFNULL((SELECT GROUP_CONCAT(IF(r.routine_type = 'PROCEDURE', CONCAT(p.parameter_mode, ' '), ''), '`', REPLACE(p.parameter_name, '`', '``'), '` ', p.dtd_identifier
            ORDER BY p.ordinal_position SEPARATOR ', ')
            FROM information_schema.parameters p
            WHERE p.specific_schema = r.routine_schema AND p.specific_name = r.specific_name AND p.routine_type = r.routine_type AND p.ordinal_position > 0), ''), ') ',
        IF(r.routine_type = 'FUNCTION', CONCAT('RETURNS ', r.dtd_identifier, ' '), ''),
        IF(r.is_deterministic = 'YES', 'DETERMINISTIC ', ''),
        IF(r.sql_data_access = 'CONTAINS SQL', '', CONCAT(r.sql_data_access, ' ')),
        IF(r.security_type = 'DEFINER', '', 'SQL SECURITY INVOKER '),
        IF(r.routine_comment = '', '', CONCAT('COMMENT ', QUOTE(r.routine_comment), ' ')),
        r.routine_definition) AS ddl
FROM information_schema.routines r
WHERE r.routine_schema = DATABASE() AND r.routine_type IN ('PROCEDURE', 'FUNCTION')
ORDER BY r.routine_type, r.routine_name;
