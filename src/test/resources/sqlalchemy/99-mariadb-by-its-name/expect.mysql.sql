CREATE TABLE notes (
	id INTEGER NOT NULL AUTO_INCREMENT,
	title VARCHAR(300),
	body LONGTEXT,
	summary TINYTEXT,
	PRIMARY KEY (id)
)ENGINE=InnoDB;
CREATE INDEX ix_notes_title ON notes (title(100));
