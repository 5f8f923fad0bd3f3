CREATE TABLE accounts (
	id UUID NOT NULL, 
	as_bytes UUID NOT NULL, 
	email VARCHAR(255), 
	short_email VARCHAR(100), 
	site TEXT, 
	settings JSON NOT NULL, 
	address VARCHAR(50), 
	address6 VARCHAR(60), 
	color VARCHAR(20), 
	tags TEXT, 
	kind INTEGER, 
	status VARCHAR(255) DEFAULT 'a', 
	secret BYTEA, 
	token VARCHAR(255), 
	other UUID, 
	created TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	updated TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (email)
);

CREATE INDEX ix_accounts_short_email ON accounts (short_email);

CREATE TABLE places (
	id SERIAL NOT NULL, 
	at TIMESTAMP WITHOUT TIME ZONE, 
	zoned TIMESTAMP WITH TIME ZONE, 
	country VARCHAR(2), 
	currency VARCHAR(3) NOT NULL, 
	locale VARCHAR(10), 
	zone VARCHAR(50), 
	password BYTEA, 
	phone VARCHAR(20), 
	PRIMARY KEY (id)
);

CREATE INDEX ix_places_zoned ON places (zoned);
