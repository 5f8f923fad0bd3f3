CREATE TABLE flow (
	name VARCHAR NOT NULL, 
	tags JSON DEFAULT '[]' NOT NULL, 
	id CHAR(36) DEFAULT 
    (
        lower(hex(randomblob(4)))
        || '-'
        || lower(hex(randomblob(2)))
    )
     NOT NULL, 
	created DATETIME_CHAR DEFAULT (strftime('%Y-%m-%d %H:%M:%f000', 'now')) NOT NULL, 
	updated DATETIME_CHAR DEFAULT (strftime('%Y-%m-%d %H:%M:%f000', 'now')) NOT NULL, 
	CONSTRAINT pk_flow PRIMARY KEY (id), 
	CONSTRAINT uq_flow__name UNIQUE (name)
);

CREATE INDEX ix_flow__updated ON flow (updated);

CREATE INDEX ix_flow__created ON flow (created);

CREATE TABLE flowrun (
	flow_id CHAR(36) NOT NULL, 
	parameters JSON DEFAULT '{}' NOT NULL, 
	work_queue_id CHAR(36), 
	policy JSON DEFAULT '{}' NOT NULL, 
	listed JSON, 
	name VARCHAR NOT NULL, 
	state_type VARCHAR(9), 
	run_count INTEGER DEFAULT '0' NOT NULL, 
	total DATETIME NOT NULL, 
	id CHAR(36) DEFAULT 
    (
        lower(hex(randomblob(4)))
        || '-'
        || lower(hex(randomblob(2)))
    )
     NOT NULL, 
	created DATETIME_CHAR DEFAULT (strftime('%Y-%m-%d %H:%M:%f000', 'now')) NOT NULL, 
	updated DATETIME_CHAR DEFAULT (strftime('%Y-%m-%d %H:%M:%f000', 'now')) NOT NULL, 
	CONSTRAINT pk_flowrun PRIMARY KEY (id), 
	CONSTRAINT fk_flowrun__flow_id__flow FOREIGN KEY(flow_id) REFERENCES flow (id) ON DELETE cascade, 
	CONSTRAINT fk_flowrun__work_queue_id__flow FOREIGN KEY(work_queue_id) REFERENCES flow (id) ON DELETE SET NULL
);

CREATE UNIQUE INDEX uq_flow_run__flow_id_name ON flowrun (flow_id, name);

CREATE INDEX ix_flow_run__state_type_scheduled ON flowrun (flow_id) WHERE run_count > 0;

CREATE INDEX ix_flowrun__name ON flowrun (name);

CREATE INDEX ix_flow_run__coalesce_start_time_expected_start_time_desc ON flowrun (coalesce(created, updated) DESC);

CREATE INDEX ix_flowrun__work_queue_id ON flowrun (work_queue_id);

CREATE INDEX ix_flowrun__updated ON flowrun (updated);

CREATE INDEX ix_flowrun__flow_id ON flowrun (flow_id);

CREATE INDEX ix_flow_run__end_desc ON flowrun (updated DESC);
