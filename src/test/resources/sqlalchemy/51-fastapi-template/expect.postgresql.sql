CREATE TABLE users (
	id UUID DEFAULT gen_random_uuid() NOT NULL, 
	full_name VARCHAR(200), 
	email VARCHAR(320) NOT NULL, 
	hashed_password VARCHAR(1024) NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	is_superuser BOOLEAN NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX users_email_idx ON users (email);
CREATE INDEX users_full_name_idx ON users (full_name);
CREATE TABLE audit_log (
	id BIGINT GENERATED ALWAYS AS IDENTITY, 
	payload JSONB NOT NULL, 
	at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE items (
	id SERIAL NOT NULL, 
	title VARCHAR(255) NOT NULL, 
	description TEXT, 
	price NUMERIC(10, 4) NOT NULL, 
	tax NUMERIC(10, 4) DEFAULT '0' NOT NULL, 
	owner_id UUID NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT fk_items_owner_id FOREIGN KEY(owner_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX items_id_idx ON items (id);
CREATE INDEX items_owner_id_items_title_idx ON items (owner_id, title);
