CREATE TABLE account (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	name VARCHAR(120) NOT NULL, 
	code VARCHAR(30) NOT NULL, 
	nick VARCHAR(30), 
	plan VARCHAR(16) NOT NULL DEFAULT 'free', 
	level ENUM('LOW','HIGH') NOT NULL, 
	letter ENUM('a','b') NOT NULL, 
	settings JSON NOT NULL, 
	created DATETIME NOT NULL DEFAULT (now()), 
	born DATE, 
	PRIMARY KEY (id), 
	UNIQUE (code)
);
CREATE TABLE post (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	author_id INTEGER NOT NULL, 
	slug VARCHAR(120) NOT NULL, 
	title VARCHAR(240) NOT NULL, 
	body TEXT NOT NULL, 
	score SMALLINT NOT NULL DEFAULT '0', 
	created DATETIME NOT NULL DEFAULT (now()), 
	PRIMARY KEY (id), 
	CONSTRAINT uq_post_slug UNIQUE (author_id, slug), 
	CONSTRAINT title_given CHECK (length(title) > 0), 
	FOREIGN KEY(author_id) REFERENCES account (id) ON DELETE CASCADE
)COMMENT='what people write';
CREATE INDEX ix_post_recent ON post (created DESC, author_id);
CREATE INDEX ix_post_author_id ON post (author_id);
