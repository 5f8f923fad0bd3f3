CREATE TABLE author (
	name VARCHAR NOT NULL, 
	dob DATE NOT NULL, 
	meta JSONB NOT NULL, 
	nick VARCHAR(20), 
	seen_at TIMESTAMP WITH TIME ZONE, 
	id UUID NOT NULL, 
	sa_orm_sentinel INTEGER, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT pk_author PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_author_nick ON author (nick);

CREATE SEQUENCE tags_id_seq;

CREATE TABLE tags (
	name VARCHAR NOT NULL, 
	big BIGINT NOT NULL, 
	id BIGINT NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	slug VARCHAR(100) NOT NULL, 
	CONSTRAINT pk_tags PRIMARY KEY (id), 
	CONSTRAINT uq_tags_slug UNIQUE (slug)
);

CREATE INDEX ix_tags_name ON tags (name);

CREATE SEQUENCE blog_post_id_seq;

CREATE TABLE blog_post (
	body VARCHAR NOT NULL, 
	at TIMESTAMP WITH TIME ZONE NOT NULL, 
	doc JSONB NOT NULL, 
	ref UUID NOT NULL, 
	id BIGINT NOT NULL, 
	CONSTRAINT pk_blog_post PRIMARY KEY (id)
);

CREATE TABLE nano (
	a INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	sa_orm_sentinel INTEGER, 
	CONSTRAINT pk_nano PRIMARY KEY (id)
);

COMMENT ON TABLE nano IS 'x';

CREATE TABLE seven (
	b BOOLEAN NOT NULL, 
	id UUID NOT NULL, 
	sa_orm_sentinel INTEGER, 
	CONSTRAINT pk_seven PRIMARY KEY (id)
);

CREATE TABLE thing (
	c FLOAT NOT NULL, 
	id UUID NOT NULL, 
	sa_orm_sentinel INTEGER, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT pk_thing PRIMARY KEY (id)
);

CREATE TABLE book (
	title VARCHAR NOT NULL, 
	author_id UUID NOT NULL, 
	id UUID NOT NULL, 
	sa_orm_sentinel INTEGER, 
	CONSTRAINT pk_book PRIMARY KEY (id), 
	CONSTRAINT fk_book_author_id_author FOREIGN KEY(author_id) REFERENCES author (id) ON DELETE CASCADE
);

CREATE INDEX ix_book_author_id ON book (author_id);

CREATE TABLE thing_tag (
	thing_id UUID NOT NULL, 
	tag_id BIGINT NOT NULL, 
	CONSTRAINT pk_thing_tag PRIMARY KEY (thing_id, tag_id), 
	CONSTRAINT uq_thing_tag_thing_id UNIQUE (thing_id), 
	CONSTRAINT fk_thing_tag_thing_id_thing FOREIGN KEY(thing_id) REFERENCES thing (id), 
	CONSTRAINT fk_thing_tag_tag_id_tags FOREIGN KEY(tag_id) REFERENCES tags (id)
);
