CREATE TABLE author (
	name VARCHAR NOT NULL, 
	dob DATE NOT NULL, 
	meta JSON NOT NULL, 
	nick VARCHAR(20), 
	seen_at DATETIME, 
	id BINARY(16) NOT NULL, 
	sa_orm_sentinel INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_author PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_author_nick ON author (nick);

CREATE TABLE tags (
	name VARCHAR NOT NULL, 
	big INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	slug VARCHAR(100) NOT NULL, 
	CONSTRAINT pk_tags PRIMARY KEY (id), 
	CONSTRAINT uq_tags_slug UNIQUE (slug)
);

CREATE INDEX ix_tags_name ON tags (name);

CREATE TABLE blog_post (
	body VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	doc JSON NOT NULL, 
	ref BINARY(16) NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_blog_post PRIMARY KEY (id)
);

CREATE TABLE nano (
	a INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	sa_orm_sentinel INTEGER, 
	CONSTRAINT pk_nano PRIMARY KEY (id)
);

CREATE TABLE seven (
	b BOOLEAN NOT NULL, 
	id BINARY(16) NOT NULL, 
	sa_orm_sentinel INTEGER, 
	CONSTRAINT pk_seven PRIMARY KEY (id)
);

CREATE TABLE thing (
	c FLOAT NOT NULL, 
	id BINARY(16) NOT NULL, 
	sa_orm_sentinel INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_thing PRIMARY KEY (id)
);

CREATE TABLE book (
	title VARCHAR NOT NULL, 
	author_id BINARY(16) NOT NULL, 
	id BINARY(16) NOT NULL, 
	sa_orm_sentinel INTEGER, 
	CONSTRAINT pk_book PRIMARY KEY (id), 
	CONSTRAINT fk_book_author_id_author FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE CASCADE
);

CREATE INDEX ix_book_author_id ON book (author_id);

CREATE TABLE thing_tag (
	thing_id BINARY(16) NOT NULL, 
	tag_id INTEGER NOT NULL, 
	CONSTRAINT pk_thing_tag PRIMARY KEY (thing_id, tag_id), 
	CONSTRAINT uq_thing_tag_thing_id UNIQUE (thing_id), 
	CONSTRAINT fk_thing_tag_thing_id_thing FOREIGN KEY(thing_id) REFERENCES thing (id), 
	CONSTRAINT fk_thing_tag_tag_id_tags FOREIGN KEY(tag_id) REFERENCES tags (id)
);
