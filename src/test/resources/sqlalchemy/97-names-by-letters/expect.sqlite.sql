CREATE TABLE user_account (
	id INTEGER NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	name VARCHAR(50) NOT NULL, 
	deleted_at DATETIME, 
	level INTEGER, 
	PRIMARY KEY (id)
);

CREATE TABLE tag (
	id INTEGER NOT NULL, 
	value VARCHAR(20), 
	PRIMARY KEY (id)
);

CREATE TABLE label (
	id INTEGER NOT NULL, 
	value VARCHAR(30), 
	PRIMARY KEY (id)
);

CREATE TABLE owner (
	id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE TABLE user_account_history (
	id INTEGER NOT NULL, 
	of_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(of_id) REFERENCES user_account (id)
);
