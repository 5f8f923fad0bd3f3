-- What is there and is not read: a definition that this account may not see.
SELECT 'view ' AS what, v.table_name AS name FROM information_schema.views v WHERE v.table_schema = DATABASE() AND v.view_definition = ''
UNION ALL
SELECT 'routine ', r.routine_name FROM information_schema.routines r WHERE r.routine_schema = DATABASE() AND r.routine_definition IS NULL
UNION ALL
SELECT 'sequence ', t.table_name FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND t.table_type = 'SEQUENCE';
