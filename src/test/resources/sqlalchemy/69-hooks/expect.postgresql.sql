CREATE TABLE dogs (
	id SERIAL NOT NULL, 
	changed_at TIMESTAMP WITHOUT TIME ZONE, 
	PRIMARY KEY (id)
);
CREATE TABLE cats (
	id BIGSERIAL NOT NULL, 
	born TIMESTAMP WITHOUT TIME ZONE DEFAULT TIMEZONE('utc', CURRENT_TIMESTAMP) NOT NULL, 
	lives INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT alive CHECK (lives > 0)
);
CREATE INDEX cats_of_postgresql ON cats (lives);
CREATE TABLE edges (
	id SERIAL NOT NULL, 
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
