CREATE TABLE aggregates (
	id SERIAL NOT NULL, 
	uuid VARCHAR(36), 
	spec TEXT, 
	doc TEXT, 
	lst TEXT, 
	created_at TIMESTAMP WITHOUT TIME ZONE, 
	updated_at TIMESTAMP WITHOUT TIME ZONE, 
	deleted_at TIMESTAMP WITHOUT TIME ZONE, 
	deleted INTEGER, 
	PRIMARY KEY (id)
);

CREATE INDEX aggregate_uuid_idx ON aggregates (uuid);

CREATE TABLE aggregate_hosts (
	id SERIAL NOT NULL, 
	host VARCHAR(255), 
	aggregate_id INTEGER NOT NULL, 
	created_at TIMESTAMP WITHOUT TIME ZONE, 
	updated_at TIMESTAMP WITHOUT TIME ZONE, 
	PRIMARY KEY (id), 
	CONSTRAINT uniq_aggregate_hosts0host0aggregate_id UNIQUE (host, aggregate_id), 
	FOREIGN KEY(aggregate_id) REFERENCES aggregates (id)
);
