CREATE TABLE policies (
	id SERIAL NOT NULL, 
	kind VARCHAR(8), 
	PRIMARY KEY (id), 
	CONSTRAINT none CHECK (id <> 0), 
	CONSTRAINT one CHECK (id <> 1)
);
