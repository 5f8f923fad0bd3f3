CREATE TYPE colour AS ENUM ('RED', 'BLUE');

CREATE TABLE paint (
	id SERIAL NOT NULL, 
	colour colour, 
	name VARCHAR(20), 
	kind VARCHAR(5) NOT NULL, 
	size INTEGER, 
	mixed TIMESTAMP WITHOUT TIME ZONE, 
	PRIMARY KEY (id)
);

CREATE INDEX ix_paint_name ON paint (coalesce(name, 'none'));
