CREATE TABLE aggregates (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	uuid VARCHAR(36), 
	spec MEDIUMTEXT, 
	doc LONGTEXT, 
	lst TEXT, 
	created_at DATETIME, 
	updated_at DATETIME, 
	deleted_at DATETIME, 
	deleted INTEGER, 
	PRIMARY KEY (id)
)ENGINE=InnoDB CHARSET=utf8;

CREATE INDEX aggregate_uuid_idx ON aggregates (uuid);

CREATE TABLE aggregate_hosts (
	id INTEGER NOT NULL AUTO_INCREMENT, 
	host VARCHAR(255), 
	aggregate_id INTEGER NOT NULL, 
	created_at DATETIME, 
	updated_at DATETIME, 
	PRIMARY KEY (id), 
	CONSTRAINT uniq_aggregate_hosts0host0aggregate_id UNIQUE (host, aggregate_id), 
	FOREIGN KEY(aggregate_id) REFERENCES aggregates (id)
);
