CREATE TABLE articles (
	id SERIAL NOT NULL, 
	name VARCHAR(255), 
	search TSVECTOR, 
	other TSVECTOR, 
	path LTREE NOT NULL, 
	PRIMARY KEY (id)
);

CREATE INDEX ix_search ON articles USING gin (search);
