CREATE TABLE tag (
	id SERIAL NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT one_name UNIQUE (name)
);

CREATE TABLE page (
	id SERIAL NOT NULL, 
	key VARCHAR(40), 
	"offset" INTEGER, 
	made TIMESTAMP WITHOUT TIME ZONE DEFAULT now(), 
	seen TIMESTAMP WITHOUT TIME ZONE DEFAULT CURRENT_TIMESTAMP, 
	PRIMARY KEY (id)
);

CREATE INDEX ix_page_key ON page (key);

CREATE INDEX ix_page_offset ON page ("offset");

CREATE TABLE menu (
	id SERIAL NOT NULL, 
	colour VARCHAR(20), 
	PRIMARY KEY (id)
);

CREATE TABLE animal (
	id SERIAL NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	legs INTEGER, 
	PRIMARY KEY (id)
);

CREATE SEQUENCE task_id_sequence;

CREATE TABLE task (
	id INTEGER NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE counted (
	id INTEGER NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE page_tags (
	tag_id INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	PRIMARY KEY (tag_id, page_id), 
	FOREIGN KEY(tag_id) REFERENCES tag (id), 
	FOREIGN KEY(page_id) REFERENCES page (id)
);

CREATE TABLE menu_tags (
	tag_id INTEGER NOT NULL, 
	menu_id INTEGER NOT NULL, 
	PRIMARY KEY (tag_id, menu_id), 
	FOREIGN KEY(tag_id) REFERENCES tag (id), 
	FOREIGN KEY(menu_id) REFERENCES menu (id)
);

CREATE TABLE page_views (
	id INTEGER NOT NULL, 
	count INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES page (id) ON DELETE CASCADE
);

CREATE TABLE menu_views (
	id INTEGER NOT NULL, 
	count INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES menu (id) ON DELETE CASCADE
);
