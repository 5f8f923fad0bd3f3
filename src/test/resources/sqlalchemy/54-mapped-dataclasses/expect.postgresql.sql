CREATE TYPE account_level AS ENUM ('LOW', 'HIGH');
CREATE TYPE letter AS ENUM ('a', 'b');
CREATE TABLE account (
	id SERIAL NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	code VARCHAR(30) NOT NULL, 
	nick VARCHAR(30), 
	plan VARCHAR(16) DEFAULT 'free' NOT NULL, 
	level account_level NOT NULL, 
	letter letter NOT NULL, 
	settings JSON NOT NULL, 
	created TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	born DATE, 
	PRIMARY KEY (id), 
	UNIQUE (code)
);
CREATE TABLE post (
	id SERIAL NOT NULL, 
	author_id INTEGER NOT NULL, 
	slug VARCHAR(120) NOT NULL, 
	title VARCHAR(240) NOT NULL, 
	body TEXT NOT NULL, 
	score SMALLINT DEFAULT '0' NOT NULL, 
	created TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT uq_post_slug UNIQUE (author_id, slug), 
	CONSTRAINT title_given CHECK (length(title) > 0), 
	FOREIGN KEY(author_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX ix_post_recent ON post (created DESC, author_id);
CREATE INDEX ix_post_author_id ON post (author_id);
COMMENT ON TABLE post IS 'what people write';
