-- What a table has that says no character set, and what it has that says a character set alone: the statements that would set these.
SELECT '' AS table_name, CONCAT('ALTER DATABASE CHARACTER SET ', default_character_set_name, ' COLLATE ', default_collation_name) AS ddl
FROM information_schema.schemata WHERE schema_name = DATABASE()
UNION ALL
SELECT '', CONCAT('SET character_set_collations = ', QUOTE(GROUP_CONCAT(CONCAT(character_set_name, '=', default_collate_name))))
FROM information_schema.character_sets;
