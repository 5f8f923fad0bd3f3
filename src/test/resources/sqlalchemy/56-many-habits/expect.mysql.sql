CREATE TABLE owners (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	name VARCHAR(255) NOT NULL, 
	full VARCHAR(255) GENERATED ALWAYS AS (upper(name)) STORED NOT NULL, 
	created_at TIMESTAMP NOT NULL DEFAULT (now()), 
	updated_at TIMESTAMP NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE tags (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	name VARCHAR(30) COLLATE C NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
CREATE TABLE payments (
	id BIGINT NOT NULL AUTO_INCREMENT, 
	method ENUM('CARD','CASH') NOT NULL, 
	second ENUM('card','cash'), 
	at TIMESTAMP NOT NULL, 
	amount FLOAT NOT NULL, 
	raw BLOB NOT NULL, 
	day DATE NOT NULL, 
	took DATETIME, 
	PRIMARY KEY (id)
);
CREATE INDEX ix_payments_day ON payments (day);
CREATE TABLE products (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	type VARCHAR(20) NOT NULL, 
	name VARCHAR(255) NOT NULL, 
	color ENUM('red','green','DARK_BLUE'), 
	price_cents BIGINT NOT NULL, 
	w INTEGER NOT NULL, 
	h INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at TIMESTAMP NOT NULL DEFAULT (now()), 
	updated_at TIMESTAMP NULL, 
	glossy BOOL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(owner_id) REFERENCES owners (id)
);
CREATE INDEX ix_products_owner_id ON products (owner_id);
CREATE UNIQUE INDEX ix_products_name_lower ON products ((lower(name)));
CREATE TABLE product_tags (
	product_id INTEGER NOT NULL, 
	tag_id INTEGER NOT NULL, 
	position INTEGER NOT NULL DEFAULT '0', 
	PRIMARY KEY (product_id, tag_id), 
	FOREIGN KEY(product_id) REFERENCES products (id), 
	FOREIGN KEY(tag_id) REFERENCES tags (id)
);
CREATE INDEX ix_product_tags_rev ON product_tags (tag_id, product_id);
CREATE TABLE books (
	id INTEGER NOT NULL, 
	isbn CHAR(13) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES products (id) ON DELETE CASCADE, 
	UNIQUE (isbn)
);
CREATE TABLE labels (
	product_id INTEGER NOT NULL, 
	language VARCHAR(5) NOT NULL, 
	text TEXT NOT NULL COMMENT 'what it says; isn''t it?', 
	CONSTRAINT labels_pk PRIMARY KEY (product_id, language), 
	CONSTRAINT labels_product_fk FOREIGN KEY(product_id) REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED
);
