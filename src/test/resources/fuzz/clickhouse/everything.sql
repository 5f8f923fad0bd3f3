CREATE DATABASE IF NOT EXISTS d;
CREATE TABLE t ON CLUSTER '{cluster}' (id UInt64, at DateTime64(3, 'UTC') DEFAULT now64(3), n Nullable(Decimal(12, 2)) COMMENT 'it''s', l LowCardinality(String) CODEC(ZSTD(3)), a Array(Tuple(x UInt8, y Map(String, Int32))),
  e Enum8('a' = 1, 'b' = 2) DEFAULT 'a', m String MATERIALIZED toString(id), g UInt8 ALIAS id % 2, INDEX ix l TYPE bloom_filter(0.01) GRANULARITY 4, PROJECTION pr (SELECT l, count() GROUP BY l),
  CONSTRAINT c CHECK id > 1) ENGINE = ReplacingMergeTree(id) PARTITION BY toYYYYMM(at) ORDER BY (id, l) PRIMARY KEY id SAMPLE BY id TTL at + INTERVAL 1 DAY DELETE SETTINGS index_granularity = 8192 COMMENT 'x';
CREATE MATERIALIZED VIEW mv TO u AS SELECT id, count() AS c FROM t GROUP BY id; CREATE TABLE u (id UInt64, c UInt64) ENGINE = SummingMergeTree ORDER BY id;
CREATE VIEW v AS SELECT * FROM t FINAL WHERE l LIKE '%x%'; CREATE DICTIONARY dict (id UInt64, s String DEFAULT '') PRIMARY KEY id SOURCE(CLICKHOUSE(TABLE 't')) LAYOUT(FLAT()) LIFETIME(MIN 0 MAX 10);
ALTER TABLE u ADD COLUMN z Float64 AFTER id, MODIFY COLUMN c UInt32; RENAME TABLE u TO w; INSERT INTO w VALUES (1, 2); CREATE TABLE k (x Int) ENGINE = Memory;
