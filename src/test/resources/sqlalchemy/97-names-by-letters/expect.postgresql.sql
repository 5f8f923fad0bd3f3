CREATE TABLE user_account (
	id SERIAL NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	name VARCHAR(50) NOT NULL, 
	deleted_at TIMESTAMP WITHOUT TIME ZONE, 
	level INTEGER, 
	PRIMARY KEY (id)
);

COMMENT ON TABLE user_account IS 'UserAccount';

CREATE TABLE tag (
	id SERIAL NOT NULL, 
	value VARCHAR(20), 
	PRIMARY KEY (id)
);

CREATE TABLE label (
	id SERIAL NOT NULL, 
	value VARCHAR(30), 
	PRIMARY KEY (id)
);

CREATE TABLE owner (
	id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES user_account (id) ON DELETE CASCADE
);

COMMENT ON TABLE owner IS 'Owner';

CREATE TABLE user_account_history (
	id SERIAL NOT NULL, 
	of_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(of_id) REFERENCES user_account (id)
);
