CREATE TABLE user_account (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	name VARCHAR(30) NOT NULL, 
	fullname VARCHAR(50), 
	balance NUMERIC(12, 2) NOT NULL DEFAULT (0.00), 
	big_id BIGINT NOT NULL, 
	legacy INTEGER UNSIGNED NOT NULL, 
	color ENUM('red','green') NOT NULL, 
	kind VARCHAR(3) NOT NULL, 
	created DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, 
	deleted DATETIME(3), 
	nick VARCHAR(100), 
	raw BLOB NOT NULL, 
	small SMALLINT NOT NULL, 
	x1 INTEGER NOT NULL, 
	y1 INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (big_id)
)ENGINE=InnoDB CHARSET=utf8mb4 COMMENT='it''s users';

CREATE INDEX ix_user_account_deleted ON user_account (deleted);

CREATE TABLE address (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	user_id INTEGER NOT NULL, 
	email VARCHAR(100) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE INDEX ix_address_email ON address (email);

CREATE INDEX ix_address_user_id ON address (user_id, email);

CREATE INDEX ix_addr_lower ON address ((lower(email)));

CREATE TABLE thing (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	a VARCHAR(10) NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE classic (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	n VARCHAR(5), 
	PRIMARY KEY (id)
);

CREATE TABLE sakey (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	name VARCHAR(50), 
	fk INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(fk) REFERENCES thing (id)
);
