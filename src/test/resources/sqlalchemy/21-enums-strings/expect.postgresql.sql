CREATE SCHEMA ops;
CREATE SCHEMA ref;
CREATE SCHEMA shop;
CREATE TYPE shop.mood AS ENUM ('sad', 'ok', 'it''s fine');
CREATE TYPE level AS ENUM ('bronze', 'silver', 'gold');
CREATE TYPE ref.currency AS ENUM ('EUR', 'USD', 'GBP');
CREATE TYPE shop.gender AS ENUM ('f', 'm', 'x');
CREATE TYPE customer_kind AS ENUM ('a', 'b');
CREATE TYPE audit_source AS ENUM ('import', 'manual');
CREATE TABLE shop.customer (
	id SERIAL NOT NULL, 
	level level DEFAULT 'bronze' NOT NULL, 
	mood shop.mood, 
	currency ref.currency NOT NULL, 
	gender shop.gender, 
	kind customer_kind, 
	PRIMARY KEY (id)
);
CREATE TABLE ops.audit (
	id SERIAL NOT NULL, 
	level level, 
	source audit_source, 
	PRIMARY KEY (id)
);
CREATE TABLE shop.basket (
	id SERIAL NOT NULL, 
	customer_id INTEGER NOT NULL, 
	level level, 
	basket_mood shop.mood DEFAULT 'ok', 
	currency ref.currency, 
	state VARCHAR(10) NOT NULL, 
	channel VARCHAR(10), 
	anon VARCHAR(1), 
	PRIMARY KEY (id), 
	FOREIGN KEY(customer_id) REFERENCES shop.customer (id), 
	CONSTRAINT ck_channel CHECK (channel IN ('web', 'shop', 'phone call')), 
	CHECK (anon IN ('y', 'n'))
);
CREATE INDEX ix_shop_basket_basket_mood ON shop.basket (basket_mood);
