CREATE TABLE owners (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	login VARCHAR(64) NOT NULL, 
	big BIGINT, 
	CONSTRAINT pk_owners PRIMARY KEY (id), 
	CONSTRAINT uq_owners_login UNIQUE (login)
);

CREATE INDEX ix_owners_id ON owners (id);

CREATE TABLE other.sub (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	name VARCHAR(255), 
	CONSTRAINT pk_sub PRIMARY KEY (id)
);

CREATE TABLE item (
	created_at DATETIME NOT NULL DEFAULT (now()), 
	changed_at DATETIME DEFAULT (now()), 
	id INTEGER NOT NULL, 
	short VARCHAR(5) NOT NULL, 
	con VARCHAR(255) NOT NULL, 
	cons VARCHAR(255) NOT NULL, 
	pos INTEGER NOT NULL, 
	nn INTEGER, 
	u4 CHAR(32) NOT NULL, 
	kind ENUM('one','two') NOT NULL, 
	kinds ENUM('one','two'), 
	checked INTEGER NOT NULL CONSTRAINT ck_item_positive CHECK (checked > 0), 
	renamed INTEGER COMMENT 'x', 
	ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, 
	auto VARCHAR(20) NOT NULL, 
	text_ TEXT NOT NULL, 
	tags JSON NOT NULL, 
	idx VARCHAR(3), 
	owner_id INTEGER, 
	bio VARCHAR(100), 
	CONSTRAINT pk_item PRIMARY KEY (id), 
	CONSTRAINT uq_item_short UNIQUE (short, con), 
	CONSTRAINT fk_item_owner_id_owners FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE SET NULL
)COMMENT='items';

CREATE INDEX ix_item_pos ON item (pos, nn);

CREATE INDEX ix_item_owner_id ON item (owner_id);

CREATE UNIQUE INDEX ix_item_idx ON item (idx);
