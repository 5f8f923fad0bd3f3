-- What a table has that says no character set: the statement that would set it.
SELECT '' AS table_name, CONCAT('ALTER DATABASE CHARACTER SET ', default_character_set_name, ' COLLATE ', default_collation_name) AS ddl
FROM information_schema.schemata WHERE schema_name = DATABASE();
