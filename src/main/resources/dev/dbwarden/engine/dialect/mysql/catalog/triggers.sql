-- Triggers, in the order in which they fire.
SELECT t.event_object_table AS table_name,
    CONCAT('CREATE TRIGGER `', REPLACE(t.trigger_name, '`', '``'), '` ', t.action_timing, ' ', t.event_manipulation, ' ON `',
        REPLACE(t.event_object_table, '`', '``'), '` FOR EACH ROW ', t.action_statement) AS ddl
FROM information_schema.triggers t
WHERE t.trigger_schema = DATABASE()
ORDER BY t.event_object_table, t.action_timing, t.event_manipulation, t.action_order;
