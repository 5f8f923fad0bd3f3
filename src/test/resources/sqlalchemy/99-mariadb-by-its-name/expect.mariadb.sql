CREATE TABLE notes (
	id INTEGER NOT NULL AUTO_INCREMENT,
	title VARCHAR(300),
	`body` TEXT,
	summary MEDIUMTEXT,
	PRIMARY KEY (id)
)ENGINE=Aria;
CREATE INDEX ix_notes_title ON notes (title(50));
