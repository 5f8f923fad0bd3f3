CREATE TYPE color AS ENUM ('red', 'green');

CREATE TABLE user_account (
	id SERIAL NOT NULL, 
	name VARCHAR(30) NOT NULL, 
	fullname VARCHAR(50), 
	balance NUMERIC(12, 2) DEFAULT 0.00 NOT NULL, 
	big_id BIGINT NOT NULL, 
	legacy INTEGER NOT NULL, 
	color color NOT NULL, 
	kind VARCHAR(3) NOT NULL, 
	created TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	deleted TIMESTAMP WITH TIME ZONE, 
	nick VARCHAR(100), 
	raw BYTEA NOT NULL, 
	small SMALLINT NOT NULL, 
	x1 INTEGER NOT NULL, 
	y1 INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (big_id)
);

CREATE INDEX ix_user_account_deleted ON user_account (deleted);

COMMENT ON TABLE user_account IS 'it''s users';

CREATE TABLE address (
	id SERIAL NOT NULL, 
	user_id INTEGER NOT NULL, 
	email VARCHAR(100) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE INDEX ix_address_email ON address (email);

CREATE INDEX ix_address_user_id ON address (user_id, email);

CREATE INDEX ix_addr_lower ON address (lower(email));

CREATE TABLE thing (
	id SERIAL NOT NULL, 
	a VARCHAR(10) NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE classic (
	id SERIAL NOT NULL, 
	n VARCHAR(5), 
	PRIMARY KEY (id)
);

CREATE TABLE sakey (
	id SERIAL NOT NULL, 
	name VARCHAR(50), 
	fk INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(fk) REFERENCES thing (id)
);
