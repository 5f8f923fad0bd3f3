CREATE TABLE document (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	title VARCHAR(200) NOT NULL, 
	body TEXT, 
	updated DATETIME DEFAULT (now()), 
	PRIMARY KEY (id)
);
CREATE TABLE document_history (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	document_id INTEGER NOT NULL, 
	old_title VARCHAR(200), 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES document (id)
);
CREATE INDEX ix_document_history_document_id ON document_history (document_id);
