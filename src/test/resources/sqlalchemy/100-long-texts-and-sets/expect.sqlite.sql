CREATE TABLE pictures (
	id INTEGER NOT NULL,
	content BLOB,
	plain VARCHAR(6),
	"all" VARCHAR(6),
	red INTEGER,
	place VARCHAR(20),
	PRIMARY KEY (id)
);
