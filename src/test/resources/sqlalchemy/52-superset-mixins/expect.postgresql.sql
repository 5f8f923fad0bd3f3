CREATE TABLE ab_user (
	id SERIAL NOT NULL, 
	first_name VARCHAR(64) NOT NULL, 
	username VARCHAR(64) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (username)
);
CREATE TABLE dbs (
	uuid UUID, 
	created_on TIMESTAMP WITHOUT TIME ZONE, 
	changed_on TIMESTAMP WITHOUT TIME ZONE, 
	id SERIAL NOT NULL, 
	verbose_name VARCHAR(250), 
	database_name VARCHAR(250) NOT NULL, 
	sqlalchemy_uri VARCHAR(1024) NOT NULL, 
	password VARCHAR(1024), 
	extra TEXT, 
	expose_in_sqllab BOOLEAN, 
	created_by_fk INTEGER, 
	changed_by_fk INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (database_name), 
	UNIQUE (uuid), 
	UNIQUE (verbose_name), 
	UNIQUE (database_name), 
	FOREIGN KEY(created_by_fk) REFERENCES ab_user (id), 
	FOREIGN KEY(changed_by_fk) REFERENCES ab_user (id)
);
CREATE TABLE slices (
	uuid UUID, 
	created_on TIMESTAMP WITHOUT TIME ZONE, 
	changed_on TIMESTAMP WITHOUT TIME ZONE, 
	extra_json TEXT, 
	id SERIAL NOT NULL, 
	slice_name VARCHAR(250), 
	datasource_id INTEGER, 
	last_saved_by_fk INTEGER, 
	created_by_fk INTEGER, 
	changed_by_fk INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (uuid), 
	FOREIGN KEY(last_saved_by_fk) REFERENCES ab_user (id), 
	FOREIGN KEY(created_by_fk) REFERENCES ab_user (id), 
	FOREIGN KEY(changed_by_fk) REFERENCES ab_user (id)
);
CREATE INDEX ix_slices_changed_on ON slices (changed_on);
CREATE TABLE dashboards (
	uuid UUID, 
	created_on TIMESTAMP WITHOUT TIME ZONE, 
	changed_on TIMESTAMP WITHOUT TIME ZONE, 
	extra TEXT, 
	id SERIAL NOT NULL, 
	dashboard_title VARCHAR(500), 
	position_json TEXT, 
	slug VARCHAR(255), 
	published BOOLEAN, 
	created_by_fk INTEGER, 
	changed_by_fk INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (uuid), 
	UNIQUE (slug), 
	FOREIGN KEY(created_by_fk) REFERENCES ab_user (id), 
	FOREIGN KEY(changed_by_fk) REFERENCES ab_user (id)
);
CREATE TABLE slice_user (
	id SERIAL NOT NULL, 
	user_id INTEGER, 
	slice_id INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (user_id, slice_id), 
	FOREIGN KEY(user_id) REFERENCES ab_user (id), 
	FOREIGN KEY(slice_id) REFERENCES slices (id)
);
CREATE TABLE tables (
	uuid UUID, 
	created_on TIMESTAMP WITHOUT TIME ZONE, 
	changed_on TIMESTAMP WITHOUT TIME ZONE, 
	id SERIAL NOT NULL, 
	description TEXT, 
	default_endpoint TEXT, 
	is_featured BOOLEAN, 
	cache_timeout INTEGER, 
	params VARCHAR(1000), 
	schema_perm VARCHAR(1000), 
	is_managed_externally BOOLEAN NOT NULL, 
	table_name VARCHAR(250) NOT NULL, 
	main_dttm_col VARCHAR(250), 
	database_id INTEGER NOT NULL, 
	fetch_values_predicate TEXT, 
	schema VARCHAR(255), 
	sql TEXT, 
	extra TEXT, 
	created_by_fk INTEGER, 
	changed_by_fk INTEGER, 
	PRIMARY KEY (id), 
	UNIQUE (database_id, schema, table_name), 
	UNIQUE (uuid), 
	FOREIGN KEY(database_id) REFERENCES dbs (id), 
	FOREIGN KEY(created_by_fk) REFERENCES ab_user (id), 
	FOREIGN KEY(changed_by_fk) REFERENCES ab_user (id)
);
CREATE INDEX ix_tables_name ON tables (table_name);
CREATE TABLE sqlatable_user (
	id SERIAL NOT NULL, 
	user_id INTEGER, 
	table_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES ab_user (id) ON DELETE CASCADE, 
	FOREIGN KEY(table_id) REFERENCES tables (id) ON DELETE CASCADE
);
