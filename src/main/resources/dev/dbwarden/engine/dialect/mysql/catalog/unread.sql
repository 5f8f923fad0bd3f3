-- What is there and is not read, and why: a definition that this account may not see.
SELECT v.table_name, CONCAT('view ', v.table_name, ' is not read: its definition is not in the catalog for this account; grant SHOW VIEW and SELECT on it, or look after it by hand')
FROM information_schema.views v WHERE v.table_schema = DATABASE() AND v.view_definition = ''
UNION ALL
SELECT r.routine_name, CONCAT('routine ', r.routine_name, ' is not read: its definition is not in the catalog for this account; grant SHOW CREATE ROUTINE or SHOW_ROUTINE, or look after it by hand')
FROM information_schema.routines r WHERE r.routine_schema = DATABASE() AND r.routine_definition IS NULL;
