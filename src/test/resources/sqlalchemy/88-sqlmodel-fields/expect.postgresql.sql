CREATE SCHEMA IF NOT EXISTS other;

CREATE TYPE kind AS ENUM ('one', 'two');

CREATE TABLE owners (
	id SERIAL NOT NULL, 
	login VARCHAR(64) NOT NULL, 
	big BIGINT, 
	CONSTRAINT pk_owners PRIMARY KEY (id), 
	CONSTRAINT uq_owners_login UNIQUE (login)
);

CREATE INDEX ix_owners_id ON owners (id);

CREATE TABLE other.sub (
	id SERIAL NOT NULL, 
	name VARCHAR, 
	CONSTRAINT pk_sub PRIMARY KEY (id)
);

CREATE TABLE item (
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	changed_at TIMESTAMP WITH TIME ZONE DEFAULT now(), 
	id INTEGER NOT NULL, 
	short VARCHAR(5) NOT NULL, 
	con VARCHAR NOT NULL, 
	cons VARCHAR NOT NULL, 
	pos INTEGER NOT NULL, 
	nn INTEGER, 
	u4 UUID NOT NULL, 
	kind kind NOT NULL, 
	kinds kind, 
	checked INTEGER NOT NULL CONSTRAINT ck_item_positive CHECK (checked > 0), 
	renamed INTEGER, 
	ts TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	auto VARCHAR(20) NOT NULL, 
	text_ TEXT NOT NULL, 
	tags JSON NOT NULL, 
	idx VARCHAR(3), 
	owner_id INTEGER, 
	bio VARCHAR(100), 
	CONSTRAINT pk_item PRIMARY KEY (id), 
	CONSTRAINT uq_item_short UNIQUE (short, con), 
	CONSTRAINT fk_item_owner_id_owners FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE SET NULL
);

CREATE INDEX ix_item_pos ON item (pos, nn);

CREATE INDEX ix_item_owner_id ON item (owner_id);

CREATE UNIQUE INDEX ix_item_idx ON item (idx);

COMMENT ON TABLE item IS 'items';

COMMENT ON COLUMN item.renamed IS 'x';
