CREATE TABLE rotation_policies (
	id SERIAL NOT NULL, 
	days INTEGER, 
	PRIMARY KEY (id)
);

CREATE TABLE domains (
	id SERIAL NOT NULL, 
	name VARCHAR(256), 
	sensitive BOOLEAN, 
	PRIMARY KEY (id), 
	UNIQUE (name, sensitive)
);

CREATE INDEX ix_domains_name ON domains (name);

CREATE INDEX ix_domains_name_gin ON domains USING gin (name gin_trgm_ops);

CREATE TABLE users (
	id SERIAL NOT NULL, 
	password VARCHAR(128), 
	email VARCHAR(128), 
	meta JSON, 
	opts JSON, 
	PRIMARY KEY (id), 
	UNIQUE (email)
);

CREATE TABLE roles (
	id SERIAL NOT NULL, 
	name VARCHAR(128), 
	third_party BOOLEAN, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);

CREATE TABLE roles_users (
	user_id INTEGER, 
	role_id INTEGER, 
	FOREIGN KEY(user_id) REFERENCES users (id), 
	FOREIGN KEY(role_id) REFERENCES roles (id)
);

CREATE INDEX roles_users_ix ON roles_users (user_id, role_id);

CREATE TABLE certificates (
	id SERIAL NOT NULL, 
	external_id VARCHAR(128), 
	owner VARCHAR(128) NOT NULL, 
	name VARCHAR(256), 
	notify BOOLEAN, 
	body TEXT NOT NULL, 
	private_key BYTEA, 
	cn VARCHAR(128), 
	not_before TIMESTAMP WITHOUT TIME ZONE, 
	date_created TIMESTAMP WITHOUT TIME ZONE DEFAULT now() NOT NULL, 
	rotation_policy_id INTEGER, 
	key_type VARCHAR(128), 
	deleted BOOLEAN, 
	PRIMARY KEY (id), 
	UNIQUE (name), 
	FOREIGN KEY(rotation_policy_id) REFERENCES rotation_policies (id)
);

CREATE INDEX ix_certificates_cn ON certificates USING gin (cn gin_trgm_ops);

CREATE INDEX ix_certificates_name ON certificates USING gin (name gin_trgm_ops);

CREATE INDEX ix_certificates_deleted ON certificates (deleted);

CREATE UNIQUE INDEX ix_desc ON certificates USING btree (id DESC);

CREATE TABLE certificate_associations (
	domain_id INTEGER NOT NULL, 
	certificate_id INTEGER NOT NULL, 
	ports INTEGER[], 
	PRIMARY KEY (domain_id, certificate_id), 
	FOREIGN KEY(domain_id) REFERENCES domains (id), 
	FOREIGN KEY(certificate_id) REFERENCES certificates (id)
);
