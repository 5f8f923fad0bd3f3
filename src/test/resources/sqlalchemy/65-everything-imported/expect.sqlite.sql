CREATE TABLE paint (
	id INTEGER NOT NULL, 
	colour VARCHAR(4), 
	name VARCHAR(20), 
	kind VARCHAR(5) NOT NULL, 
	size INTEGER, 
	mixed DATETIME, 
	PRIMARY KEY (id)
);

CREATE INDEX ix_paint_name ON paint (coalesce(name, 'none'));
