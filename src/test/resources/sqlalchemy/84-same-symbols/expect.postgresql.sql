CREATE TABLE organizations (
	id SERIAL NOT NULL, 
	name VARCHAR(255), 
	slug VARCHAR(255), 
	settings JSONB DEFAULT '{}', 
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (slug)
);

CREATE TABLE events (
	id SERIAL NOT NULL, 
	additional_properties JSONB, 
	PRIMARY KEY (id)
);

CREATE TABLE groups (
	id SERIAL NOT NULL, 
	org_id INTEGER, 
	type VARCHAR(255), 
	name VARCHAR(100), 
	permissions VARCHAR(255)[], 
	created_at TIMESTAMP WITH TIME ZONE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(org_id) REFERENCES organizations (id)
);

CREATE TABLE users (
	id SERIAL NOT NULL, 
	org_id INTEGER, 
	email VARCHAR(255), 
	password_hash VARCHAR(128), 
	groups INTEGER[], 
	api_key VARCHAR(40), 
	disabled_at TIMESTAMP WITH TIME ZONE, 
	details JSONB DEFAULT '{}', 
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(org_id) REFERENCES organizations (id), 
	UNIQUE (api_key)
);

CREATE UNIQUE INDEX users_org_id_email ON users (org_id, email);

CREATE TABLE favorites (
	id SERIAL NOT NULL, 
	org_id INTEGER, 
	object_type VARCHAR(255), 
	object_id INTEGER, 
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT unique_favorite UNIQUE (object_type, object_id, org_id), 
	FOREIGN KEY(org_id) REFERENCES organizations (id)
);

CREATE TABLE queries (
	id SERIAL NOT NULL, 
	version INTEGER, 
	query TEXT, 
	query_hash VARCHAR(32), 
	user_id INTEGER, 
	last_modified_by_id INTEGER, 
	is_archived BOOLEAN, 
	schedule JSONB, 
	search_vector TSVECTOR, 
	tags VARCHAR[], 
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	FOREIGN KEY(last_modified_by_id) REFERENCES users (id)
);

CREATE INDEX ix_queries_is_archived ON queries (is_archived);

CREATE TABLE visualizations (
	query_id INTEGER, 
	id SERIAL NOT NULL, 
	options JSONB, 
	updated_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(query_id) REFERENCES queries (id)
);
