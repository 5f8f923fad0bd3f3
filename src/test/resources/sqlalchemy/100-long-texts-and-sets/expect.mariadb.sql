CREATE TABLE pictures (
	id INTEGER NOT NULL AUTO_INCREMENT,
	content BLOB(4294967295),
	plain ENUM('blue','red','yellow'),
	`all` ENUM('blue','green','red','white','yellow'),
	red INTEGER,
	place VARCHAR(20),
	PRIMARY KEY (id)
);
