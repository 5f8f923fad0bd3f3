CREATE TABLE dogs (
	id INTEGER NOT NULL, 
	changed_at DATETIME, 
	PRIMARY KEY (id)
);
CREATE TABLE cats (
	id INTEGER NOT NULL, 
	born DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	lives INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX cats_of_sqlite ON cats (lives, born);
CREATE TABLE edges (
	id INTEGER NOT NULL, 
	x1 INTEGER, 
	y1 INTEGER DEFAULT '0', 
	x2 INTEGER, 
	y2 INTEGER, 
	mx INTEGER NOT NULL, 
	y INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE owners (
	id INTEGER NOT NULL, 
	section INTEGER NOT NULL, 
	email VARCHAR(50), 
	parent_id INTEGER, 
	parent_part INTEGER, 
	CONSTRAINT pk__owners PRIMARY KEY (id, section), 
	CONSTRAINT uq__owners__email_section UNIQUE (email, section), 
	CONSTRAINT fk__owners_parent_id_parent_part_owners_id_owners_section FOREIGN KEY(parent_id, parent_part) REFERENCES owners (id, section)
);
CREATE INDEX ix__owners__email ON owners (email);
