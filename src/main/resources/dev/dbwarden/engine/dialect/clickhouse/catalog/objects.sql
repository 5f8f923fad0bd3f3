-- The statements that would make what is in the databases: database, object, statement. Functions are in no database.
-- An alias here must not be a column's name: ClickHouse takes it for the alias wherever it stands.
SELECT home, object, statement
FROM (
    SELECT 1 AS place, name AS home, '' AS object,
        concat('CREATE DATABASE `', replaceAll(replaceAll(name, '\\', '\\\\'), '`', '\\`'), '` ENGINE = ', engine,
            if(comment = '', '', concat(' COMMENT ''', replaceAll(replaceAll(comment, '\\', '\\\\'), '''', '\\'''), ''''))) AS statement
    FROM system.databases
    WHERE name NOT IN ('default', currentDatabase())
    UNION ALL
    SELECT 2 AS place, '' AS home, name AS object, create_query AS statement
    FROM system.functions
    WHERE origin = 'SQLUserDefined'
    UNION ALL
    -- The hidden table behind a materialized view is part of the view's own statement.
    SELECT 3 AS place, database AS home, name AS object, create_table_query AS statement
    FROM system.tables
    WHERE NOT is_temporary AND name NOT LIKE '.inner%' AND name NOT LIKE '.tmp.inner%'
)
WHERE home NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema')
ORDER BY place, home, object
