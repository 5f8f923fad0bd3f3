CREATE TABLE document (
	id SERIAL NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	body TEXT, 
	updated TIMESTAMP WITHOUT TIME ZONE DEFAULT now(), 
	PRIMARY KEY (id)
);
CREATE TABLE document_history (
	id SERIAL NOT NULL, 
	document_id INTEGER NOT NULL, 
	old_title VARCHAR(200), 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES document (id)
);
CREATE INDEX ix_document_history_document_id ON document_history (document_id);
