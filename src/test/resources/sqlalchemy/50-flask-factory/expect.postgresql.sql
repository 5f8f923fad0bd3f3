CREATE TABLE role (
	name VARCHAR(80) NOT NULL, 
	id SERIAL NOT NULL, 
	CONSTRAINT pk_role PRIMARY KEY (id), 
	CONSTRAINT uq_role_name UNIQUE (name)
);
CREATE TABLE "user" (
	username VARCHAR(80) NOT NULL, 
	email VARCHAR(120) NOT NULL, 
	password BYTEA, 
	active BOOLEAN DEFAULT false, 
	is_admin BOOLEAN, 
	created_at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	updated_at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	id SERIAL NOT NULL, 
	CONSTRAINT pk_user PRIMARY KEY (id), 
	CONSTRAINT uq_user_username UNIQUE (username)
);
CREATE UNIQUE INDEX ix_user_email ON "user" (email);
CREATE TABLE categories (
	name VARCHAR(60) NOT NULL, 
	parent_id INTEGER, 
	id SERIAL NOT NULL, 
	CONSTRAINT pk_categories PRIMARY KEY (id), 
	CONSTRAINT fk_categories_parent_id_categories FOREIGN KEY(parent_id) REFERENCES categories (id) ON DELETE SET NULL
);
CREATE TABLE user_roles (
	user_id INTEGER NOT NULL, 
	role_id INTEGER NOT NULL, 
	CONSTRAINT pk_user_roles PRIMARY KEY (user_id, role_id), 
	CONSTRAINT fk_user_roles_user_id_user FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_user_roles_role_id_role FOREIGN KEY(role_id) REFERENCES role (id) ON DELETE CASCADE
);
CREATE TABLE product (
	sku VARCHAR(40) NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	description TEXT, 
	price NUMERIC(10, 2) DEFAULT '0.00' NOT NULL, 
	weight FLOAT, 
	category_id INTEGER NOT NULL, 
	attributes JSON NOT NULL, 
	created_at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	updated_at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	id SERIAL NOT NULL, 
	CONSTRAINT pk_product PRIMARY KEY (id), 
	CONSTRAINT uq_product_sku UNIQUE (sku), 
	CONSTRAINT ck_product_price_not_negative CHECK (price >= 0), 
	CONSTRAINT fk_product_category_id_categories FOREIGN KEY(category_id) REFERENCES categories (id)
);
CREATE INDEX ix_product_category_id ON product (category_id);
CREATE INDEX ix_product_title ON product (title, price);
CREATE TABLE orders (
	status VARCHAR(20) DEFAULT 'NEW' NOT NULL, 
	user_id INTEGER NOT NULL, 
	placed_at TIMESTAMP WITH TIME ZONE DEFAULT now(), 
	total NUMERIC(12, 2), 
	created_at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	updated_at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	id SERIAL NOT NULL, 
	CONSTRAINT pk_orders PRIMARY KEY (id), 
	CONSTRAINT fk_orders_user_id_user FOREIGN KEY(user_id) REFERENCES "user" (id)
);
CREATE TABLE product_image (
	product_id INTEGER NOT NULL, 
	url VARCHAR(500) NOT NULL, 
	position SMALLINT DEFAULT 0 NOT NULL, 
	id SERIAL NOT NULL, 
	CONSTRAINT pk_product_image PRIMARY KEY (id), 
	CONSTRAINT fk_product_image_product_id_product FOREIGN KEY(product_id) REFERENCES product (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE order_item (
	order_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	quantity INTEGER NOT NULL CONSTRAINT ck_order_item_quantity CHECK (quantity > 0), 
	id SERIAL NOT NULL, 
	CONSTRAINT pk_order_item PRIMARY KEY (id), 
	CONSTRAINT uq_item_once UNIQUE (order_id, product_id), 
	CONSTRAINT fk_order_item_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id), 
	CONSTRAINT fk_order_item_product_id_product FOREIGN KEY(product_id) REFERENCES product (id)
);
COMMENT ON TABLE order_item IS 'lines';
