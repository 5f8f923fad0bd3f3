CREATE TABLE app_doc (
	id SERIAL NOT NULL, 
	body JSONB NOT NULL, 
	title VARCHAR(400) NOT NULL, 
	short VARCHAR(20) NOT NULL, 
	lang VARCHAR(2) DEFAULT 'en' NOT NULL, 
	tracked BOOLEAN DEFAULT false NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE app_wide (
	id SERIAL NOT NULL, 
	a INTEGER NOT NULL, 
	b VARCHAR(5), 
	c TIMESTAMP WITHOUT TIME ZONE, 
	x1 INTEGER, 
	x2 INTEGER, 
	x3 INTEGER, 
	PRIMARY KEY (id)
);
CREATE TABLE app_stats (
	doc_id INTEGER NOT NULL, 
	views INTEGER DEFAULT '0' NOT NULL, 
	likes INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (doc_id), 
	FOREIGN KEY(doc_id) REFERENCES app_doc (id)
);
CREATE INDEX ix_stats_views ON app_stats (views);
COMMENT ON COLUMN app_stats.likes IS 'thumbs';
