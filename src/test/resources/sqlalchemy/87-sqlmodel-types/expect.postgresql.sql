CREATE TYPE access_type_enum AS ENUM ('PRIVATE', 'PUBLIC');

CREATE TYPE accesstype AS ENUM ('PRIVATE', 'PUBLIC');

CREATE TABLE "user" (
	id UUID NOT NULL, 
	username VARCHAR NOT NULL, 
	email VARCHAR(255) NOT NULL, 
	password TEXT DEFAULT '' NOT NULL, 
	counter INTEGER NOT NULL CONSTRAINT positive CHECK (counter >= 0), 
	version INTEGER DEFAULT '1', 
	parent_id UUID, 
	big BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(parent_id) REFERENCES "user" (id)
);

CREATE UNIQUE INDEX ix_user_username ON "user" (username);

COMMENT ON COLUMN "user".username IS 'login';

CREATE TABLE counter (
	id SERIAL NOT NULL, 
	n INTEGER NOT NULL, 
	m INTEGER NOT NULL, 
	un INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (m)
);

CREATE UNIQUE INDEX ix_counter_n ON counter (n);

CREATE TABLE named_namedbyattr (
	id SERIAL NOT NULL, 
	kind VARCHAR(10), 
	PRIMARY KEY (id)
);

CREATE INDEX ix_named_namedbyattr_kind ON named_namedbyattr (kind);

CREATE TABLE flow (
	created_at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	updated TIMESTAMP WITH TIME ZONE, 
	id UUID NOT NULL, 
	name VARCHAR NOT NULL, 
	description VARCHAR, 
	icon VARCHAR, 
	data JSON, 
	is_component BOOLEAN, 
	endpoint_name VARCHAR, 
	mcp_enabled BOOLEAN NOT NULL, 
	access access_type_enum DEFAULT 'PRIVATE' NOT NULL, 
	user_id UUID, 
	fs_path VARCHAR(200), 
	price NUMERIC(5, 3) NOT NULL, 
	price2 NUMERIC(8, 1) NOT NULL, 
	size INTEGER NOT NULL, 
	tag VARCHAR NOT NULL, 
	addr VARCHAR NOT NULL, 
	path VARCHAR NOT NULL, 
	blob BYTEA, 
	d DATE NOT NULL, 
	t TIME WITHOUT TIME ZONE NOT NULL, 
	td INTERVAL NOT NULL, 
	f FLOAT NOT NULL, 
	status accesstype NOT NULL, 
	opt_status accesstype, 
	PRIMARY KEY (id), 
	CONSTRAINT unique_flow_name UNIQUE (user_id, name), 
	FOREIGN KEY(user_id) REFERENCES "user" (id)
);

CREATE INDEX ix_flow_lower ON flow (lower(name));

CREATE INDEX ix_flow_user_id ON flow (user_id);

CREATE INDEX ix_flow_name ON flow (name);

CREATE INDEX ix_flow_description ON flow (description);

CREATE INDEX ix_flow_endpoint_name ON flow (endpoint_name);

CREATE TABLE flow_link (
	a_id UUID NOT NULL, 
	b_id UUID NOT NULL, 
	seq INTEGER NOT NULL, 
	PRIMARY KEY (a_id, b_id, seq), 
	FOREIGN KEY(a_id) REFERENCES flow (id), 
	FOREIGN KEY(b_id) REFERENCES "user" (id)
);
