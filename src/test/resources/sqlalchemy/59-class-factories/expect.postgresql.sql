CREATE TABLE page (
	id SERIAL NOT NULL, 
	slug VARCHAR(80), 
	PRIMARY KEY (id), 
	UNIQUE (slug)
);
CREATE TABLE menu (
	id SERIAL NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE page_translation (
	id SERIAL NOT NULL, 
	parent_id INTEGER NOT NULL, 
	language VARCHAR(5) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (parent_id, language), 
	FOREIGN KEY(parent_id) REFERENCES page (id) ON DELETE CASCADE
);
CREATE TABLE menu_translation (
	id SERIAL NOT NULL, 
	parent_id INTEGER NOT NULL, 
	language VARCHAR(5) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (parent_id, language), 
	FOREIGN KEY(parent_id) REFERENCES menu (id) ON DELETE CASCADE
);
CREATE TABLE event (
	id SERIAL NOT NULL, 
	log_level VARCHAR(12) DEFAULT 'info' NOT NULL, 
	logged_by INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(logged_by) REFERENCES page (id)
);
