-- Events. When one began is the moment at which it was made, where nothing else was said.
SELECT '' AS table_name,
    CONCAT('CREATE EVENT `', REPLACE(e.event_name, '`', '``'), '` ON SCHEDULE ',
        IF(e.event_type = 'ONE TIME', CONCAT('AT ', QUOTE(e.execute_at)), CONCAT('EVERY ', e.interval_value, ' ', e.interval_field,
            IF(e.starts IS NULL, '', CONCAT(' STARTS ', QUOTE(e.starts))), IF(e.ends IS NULL, '', CONCAT(' ENDS ', QUOTE(e.ends))))),
        IF(e.on_completion = 'PRESERVE', ' ON COMPLETION PRESERVE', ''),
        CASE e.status WHEN 'DISABLED' THEN ' DISABLE' WHEN 'SLAVESIDE_DISABLED' THEN ' DISABLE ON SLAVE' WHEN 'REPLICA_SIDE_DISABLED' THEN ' DISABLE ON REPLICA' ELSE '' END,
        IF(e.event_comment = '', '', CONCAT(' COMMENT ', QUOTE(e.event_comment))),
        ' DO ', e.event_definition) AS ddl
FROM information_schema.events e
WHERE e.event_schema = DATABASE()
ORDER BY e.event_name;
