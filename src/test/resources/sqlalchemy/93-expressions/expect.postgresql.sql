CREATE SCHEMA types;
CREATE TYPE types.mood AS ENUM ('sad', 'ok');

CREATE TYPE mood_values AS ENUM ('S', 'it''s ok');

CREATE TYPE pq AS ENUM ('p', 'q');

CREATE TYPE mood_arr AS ENUM ('sad', 'ok');

CREATE DOMAIN posint AS INTEGER NOT NULL CHECK (VALUE > 0);

CREATE SEQUENCE big_seq AS BIGINT INCREMENT BY 5 START WITH 100 CACHE 10 CYCLE;

CREATE SEQUENCE types.own_seq;

CREATE TABLE a (
	id INTEGER GENERATED ALWAYS AS IDENTITY (INCREMENT BY 2 START WITH 5 MINVALUE 1 MAXVALUE 1000 CACHE 3 CYCLE), 
	seq BIGINT DEFAULT nextval('big_seq'), 
	seq2 BIGINT DEFAULT nextval('types.own_seq'), 
	nv INTEGER DEFAULT nextval('big_seq'), 
	m1 types.mood DEFAULT 'ok', 
	m2 mood_values DEFAULT 'it''s ok', 
	m3 VARCHAR(20), 
	m4 pq NOT NULL, 
	m5 mood_arr[] DEFAULT '{}', 
	b1 BOOLEAN, 
	c1 INTEGER GENERATED ALWAYS AS (nv * 2) STORED, 
	iv INTERVAL (3), 
	iv2 INTERVAL DAY TO SECOND (2), 
	arr2 INTEGER[][] DEFAULT '{}'::integer[], 
	arr3 VARCHAR(5)[] DEFAULT ARRAY[]::VARCHAR(5)[], 
	arr4 INTEGER[] DEFAULT ARRAY[1, 2, 3], 
	ts1 TIMESTAMP(3) WITH TIME ZONE, 
	ts2 TIMESTAMP WITH TIME ZONE DEFAULT (now() at time zone 'utc'), 
	ts3 TIMESTAMP WITHOUT TIME ZONE DEFAULT timezone('UTC', now()), 
	ts4 TIMESTAMP WITHOUT TIME ZONE DEFAULT statement_timestamp(), 
	d1 DATE DEFAULT CAST(now() AS DATE), 
	d2 DATE DEFAULT CURRENT_DATE, 
	j1 JSONB DEFAULT '{}'::jsonb, 
	j3 JSONB DEFAULT jsonb_build_object('a', 1), 
	j4 JSON DEFAULT '{"a": "it''s"}', 
	n1 NUMERIC DEFAULT '0.0', 
	n2 NUMERIC(10) DEFAULT 5, 
	n3 FLOAT(53) DEFAULT 1.5, 
	n4 DOUBLE PRECISION DEFAULT 1.5e3, 
	s1 VARCHAR COLLATE "C" DEFAULT '', 
	s2 TEXT COLLATE "en_US" DEFAULT 'a'::text || 'b', 
	"quoted Name" VARCHAR(10), 
	"UPPER" VARCHAR(10), 
	s5 BIT VARYING(5), 
	s6 HSTORE DEFAULT ''::hstore, 
	s7 posint, 
	u1 UUID DEFAULT gen_random_uuid(), 
	r1 TSTZRANGE, 
	t1 TIME WITH TIME ZONE, 
	bl BOOLEAN DEFAULT true NOT NULL, 
	bl2 BOOLEAN DEFAULT false, 
	info INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT uq1 UNIQUE (nv, n1) DEFERRABLE INITIALLY DEFERRED, 
	UNIQUE NULLS NOT DISTINCT (s1) INCLUDE (s2), 
	CONSTRAINT ck_nv CHECK (nv > 0), 
	CONSTRAINT ck2 CHECK (nv > 0 AND (n1 < 5 OR n2 IS NULL)), 
	CHECK (length(s1) < 10), 
	CONSTRAINT ck3 CHECK (nv BETWEEN 1 AND 10 OR n2 != 3), 
	CONSTRAINT ck4 CHECK (NOT bl), 
	CONSTRAINT ck5 CHECK (s1 IN ('a', 'it''s')), 
	CONSTRAINT ck6 CHECK (s1 LIKE 'a%'), 
	CONSTRAINT ck7 CHECK (CASE WHEN bl THEN nv ELSE 0 END > 0), 
	CONSTRAINT ck8 CHECK (length(s2) % 2 = 0 AND s1 LIKE '%:x%'), 
	CONSTRAINT ck9 CHECK ((nv + n2) * 2 - 1 >= -5), 
	CONSTRAINT ck10 CHECK (bl = true), 
	CONSTRAINT ck11 CHECK (coalesce(s1, s2) IS NOT NULL), 
	CONSTRAINT ck12 CHECK (d1 > now()::date), 
	CONSTRAINT ck13 CHECK (CAST(nv AS VARCHAR) != '5'), 
	CONSTRAINT ck14 CHECK (EXTRACT(year FROM ts2) > 2000), 
	CONSTRAINT ck15 CHECK (s1 ~ '^[a-z]+$'), 
	CONSTRAINT ck16 CHECK (s1 ~ '^x'), 
	CONSTRAINT ck17 CHECK (s1 LIKE 'ab' || '%'), 
	CONSTRAINT excl EXCLUDE USING gist (r1 WITH &&, nv WITH =) WHERE (bl) DEFERRABLE, 
	EXCLUDE USING gist (int4range(nv, n2) WITH &&), 
	CONSTRAINT m3_ck CHECK (m3 IN ('x', 'y'))
);

CREATE INDEX ix10 ON a (EXTRACT(year FROM ts2), (nv + 1));

CREATE INDEX ix2 ON a (nv DESC, n1 DESC NULLS LAST, n2 NULLS LAST);

CREATE INDEX ix15 ON a ("quoted Name");

CREATE INDEX ix14 ON a (date_trunc('day', ts3)) WHERE m4 = 'p';

CREATE INDEX ix6 ON a (CAST(s1 AS VARCHAR(10)), (s2 COLLATE "C"));

CREATE INDEX ix12 ON a USING btree (lower(s1) DESC NULLS LAST, nv);

CREATE INDEX ix11 ON a (nv) NULLS NOT DISTINCT WHERE s1 IN ('a', 'b');

CREATE INDEX ix1 ON a (lower(s1)) WHERE bl;

CREATE INDEX ix3 ON a (lower(s1) text_pattern_ops);

CREATE INDEX ix7 ON a USING gin (to_tsvector('english', coalesce(s1, '') || ' ' || coalesce(s2, '')));

CREATE INDEX ix8 ON a USING gin (to_tsvector('simple', s1));

CREATE UNIQUE INDEX ix9 ON a (nv) INCLUDE (n2) WITH (fillfactor = 70) WHERE bl IS true AND n1 IS NOT NULL;

CREATE INDEX ix4 ON a ((j1 ->> 'a'), (j1 #>> '{b, c}'));

CREATE INDEX ix5 ON a USING gin (j1 jsonb_path_ops);

COMMENT ON TABLE a IS 'a''s table';

COMMENT ON COLUMN a.info IS 'it''s a 100% comment';

CREATE TABLE part (
	id INTEGER NOT NULL, 
	at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	PRIMARY KEY (id, at)
)
 PARTITION BY RANGE (at);

CREATE INDEX late_ix ON part (at DESC);

CREATE TABLE child (
	own INTEGER, 
	CONSTRAINT late_ck CHECK (own > 5)
)
 INHERITS ( part );

CREATE UNLOGGED TABLE tmp (
	id INTEGER
);

CREATE TABLE b (
	x INTEGER NOT NULL, 
	y INTEGER, 
	z SERIAL NOT NULL, 
	PRIMARY KEY (z, x), 
	FOREIGN KEY(y) REFERENCES a (id) ON DELETE NO ACTION, 
	CONSTRAINT fk_bx FOREIGN KEY(x) REFERENCES a (id) MATCH FULL ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);

ALTER TABLE b ADD CONSTRAINT late FOREIGN KEY(y) REFERENCES a (id);
