CREATE TABLE user_profile (
	name VARCHAR(20), 
	id SERIAL NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE order_items (
	id SERIAL NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE odd_thing (
	id SERIAL NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE words_of_models (
	id SERIAL NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE named_1x_2 (
	id SERIAL NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE "a-1-b-2-c" (
	id SERIAL NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE http_server (
	owner_id INTEGER, 
	id SERIAL NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(owner_id) REFERENCES user_profile (id)
);
