-- Indexes and keys, as they stand in CREATE TABLE.
SELECT s.table_name AS table_name,
    CONCAT(CASE WHEN s.index_name = 'PRIMARY' THEN 'PRIMARY KEY '
            ELSE CONCAT(CASE WHEN s.index_type IN ('FULLTEXT', 'SPATIAL') THEN CONCAT(s.index_type, ' KEY `') WHEN s.non_unique = 0 THEN 'UNIQUE KEY `' ELSE 'KEY `' END,
                REPLACE(s.index_name, '`', '``'), '` ') END,
        '(', GROUP_CONCAT(
            IF(s.column_name IS NULL, CONCAT('(', REPLACE(s.expression, '\\''', ''''), ')'), CONCAT('`', REPLACE(s.column_name, '`', '``'), '`')),
            IF(s.sub_part IS NULL OR s.index_type = 'SPATIAL', '', CONCAT('(', s.sub_part, ')')), IF(s.collation = 'D', ' DESC', '')
            ORDER BY s.seq_in_index SEPARATOR ', '), ')',
        IF(s.index_type IN ('BTREE', 'HASH'), CONCAT(' USING ', s.index_type), ''),
        IF(MAX(s.index_comment) = '', '', CONCAT(' COMMENT ', QUOTE(MAX(s.index_comment)))),
        IF(MAX(s.is_visible) = 'NO', ' INVISIBLE', '')) AS ddl
FROM information_schema.statistics s
WHERE s.table_schema = DATABASE()
GROUP BY s.table_name, s.index_name, s.index_type, s.non_unique
ORDER BY s.table_name, s.index_name = 'PRIMARY' DESC, s.index_name;
