CREATE TABLE order_lines (
	id SERIAL NOT NULL, 
	sku VARCHAR(255), 
	qty INTEGER NOT NULL, 
	orderid VARCHAR(255), 
	PRIMARY KEY (id)
);
CREATE TABLE products (
	sku VARCHAR(255) NOT NULL, 
	version_number INTEGER DEFAULT '0' NOT NULL, 
	kind CHAR(1) DEFAULT 'p', 
	PRIMARY KEY (sku)
);
CREATE TABLE batches (
	id SERIAL NOT NULL, 
	reference VARCHAR(255), 
	sku VARCHAR(255), 
	_purchased_quantity INTEGER NOT NULL, 
	eta DATE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(sku) REFERENCES products (sku)
);
CREATE TABLE allocations (
	id SERIAL NOT NULL, 
	orderline_id INTEGER, 
	batch_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(orderline_id) REFERENCES order_lines (id), 
	CONSTRAINT fk_batch FOREIGN KEY(batch_id) REFERENCES batches (id)
);
CREATE TABLE shipments (
	id SERIAL NOT NULL, 
	weight FLOAT(10), 
	cost NUMERIC, 
	batch_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(batch_id) REFERENCES batches (id)
);
