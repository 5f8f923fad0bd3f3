-- What is there and is not read, and why: a definition that this account may not see, a sequence, of which the catalog tells the name alone before MariaDB 11.5.
SELECT v.table_name, CONCAT('view ', v.table_name, ' is not read: its definition is not in the catalog for this account; grant SHOW VIEW and SELECT on it, or look after it by hand')
FROM information_schema.views v WHERE v.table_schema = DATABASE() AND v.view_definition = ''
UNION ALL
SELECT r.routine_name, CONCAT('routine ', r.routine_name, ' is not read: its definition is not in the catalog for this account; grant SHOW CREATE ROUTINE or SHOW_ROUTINE, or look after it by hand')
FROM information_schema.routines r WHERE r.routine_schema = DATABASE() AND r.routine_definition IS NULL
UNION ALL
SELECT t.table_name, CONCAT('sequence ', t.table_name, ' is not read from a database: its options are shown only to who may read its row; leave it out of the model, and look after it by hand')
FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND t.table_type = 'SEQUENCE';
