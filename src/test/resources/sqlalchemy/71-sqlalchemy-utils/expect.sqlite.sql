CREATE TABLE accounts (
	id BINARY(16) NOT NULL, 
	as_bytes CHAR(32) NOT NULL, 
	email VARCHAR(255), 
	short_email VARCHAR(100), 
	site TEXT, 
	settings TEXT NOT NULL, 
	address VARCHAR(50), 
	address6 VARCHAR(60), 
	color VARCHAR(20), 
	tags TEXT, 
	kind INTEGER, 
	status VARCHAR(255) DEFAULT 'a', 
	secret BLOB, 
	token VARCHAR(255), 
	other CHAR(32), 
	created DATETIME NOT NULL, 
	updated DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (email)
);

CREATE INDEX ix_accounts_short_email ON accounts (short_email);

CREATE TABLE places (
	id INTEGER NOT NULL, 
	at DATETIME, 
	zoned DATETIME, 
	country VARCHAR(2), 
	currency VARCHAR(3) NOT NULL, 
	locale VARCHAR(10), 
	zone VARCHAR(50), 
	password BLOB, 
	phone VARCHAR(20), 
	PRIMARY KEY (id)
);

CREATE INDEX ix_places_zoned ON places (zoned);
