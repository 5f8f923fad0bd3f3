CREATE TYPE plain AS ENUM ('blue', 'red', 'yellow');
CREATE TYPE every_one AS ENUM ('blue', 'green', 'red', 'white', 'yellow');
CREATE TABLE pictures (
	id SERIAL NOT NULL,
	content BYTEA,
	plain plain,
	"all" every_one,
	red INTEGER,
	place VARCHAR(20),
	PRIMARY KEY (id)
);
