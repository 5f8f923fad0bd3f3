CREATE SCHEMA IF NOT EXISTS gis;

CREATE TABLE gis.lake (
	id SERIAL NOT NULL, 
	geom geometry(POLYGON,-1), 
	spot geometry(POINT,4326) NOT NULL, 
	nd geometry(POLYGONZ,4326), 
	noindex geometry(LINESTRING,4326) NOT NULL, 
	anything geometry(GEOMETRY,-1), 
	untyped geometry, 
	place geography(POINT,4326), 
	other_name geography(POLYGON,4326), 
	decorated geometry(POINT,4326), 
	PRIMARY KEY (id)
);

CREATE INDEX idx_lake_nd ON gis.lake USING gist (nd gist_geometry_ops_nd);

CREATE INDEX idx_lake_anything ON gis.lake USING gist (anything);

CREATE INDEX idx_lake_decorated ON gis.lake USING gist (decorated);

CREATE INDEX idx_lake_spot ON gis.lake USING gist (spot);

CREATE INDEX idx_lake_place ON gis.lake USING gist (place);

CREATE INDEX idx_lake_geom ON gis.lake USING gist (geom);

CREATE INDEX idx_lake_noindex ON gis.lake USING gist (noindex);

CREATE INDEX idx_lake_untyped ON gis.lake USING gist (untyped);

CREATE TABLE tab (
	id SERIAL NOT NULL, 
	g geometry(MULTIPOLYGON,3857), 
	PRIMARY KEY (id)
);

CREATE INDEX idx_tab_g ON tab USING gist (g);
