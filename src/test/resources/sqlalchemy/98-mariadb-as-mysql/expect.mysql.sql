CREATE TABLE notes (
	id INTEGER NOT NULL AUTO_INCREMENT,
	title VARCHAR(300),
	body MEDIUMTEXT,
	source LONGTEXT,
	color CHAR(6),
	PRIMARY KEY (id)
)ENGINE=InnoDB CHARSET=utf8mb4;
CREATE INDEX ix_notes_title ON notes (title(100));
