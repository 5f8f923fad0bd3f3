CREATE TYPE member_role AS ENUM ('owner', 'admin', 'member');
CREATE TYPE role AS ENUM ('OWNER', 'ADMIN', 'MEMBER');
CREATE TABLE team_tbl (
	id UUID DEFAULT gen_random_uuid() NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	domains TEXT[] DEFAULT '{}'::text[] NOT NULL, 
	settings JSONB DEFAULT '{}', 
	search TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT timezone('UTC', now()) NOT NULL, 
	updated_at TIMESTAMP WITH TIME ZONE DEFAULT timezone('UTC', now()) NOT NULL, 
	CONSTRAINT pk_team_tbl PRIMARY KEY (id), 
	CONSTRAINT ck_team_tbl_long_enough CHECK (length(name) > 2), 
	CONSTRAINT ck_team_tbl_root_is_bare CHECK (name != 'root' OR name = 'root' AND settings IS NULL), 
	CONSTRAINT uq_team_tbl_name UNIQUE (name)
);
CREATE INDEX ix_team_settings ON team_tbl USING gin (settings jsonb_path_ops);
CREATE INDEX ix_team_tbl_search ON team_tbl USING gin (search);
CREATE TABLE member (
	team_id UUID NOT NULL, 
	user_id UUID NOT NULL, 
	role member_role DEFAULT 'member' NOT NULL, 
	last_ip INET, 
	during TSTZRANGE, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT timezone('UTC', now()) NOT NULL, 
	updated_at TIMESTAMP WITH TIME ZONE DEFAULT timezone('UTC', now()) NOT NULL, 
	CONSTRAINT pk_member PRIMARY KEY (team_id, user_id), 
	CONSTRAINT ex_member_during EXCLUDE USING gist (during WITH &&), 
	CONSTRAINT fk_member_team_id_team_tbl FOREIGN KEY(team_id) REFERENCES team_tbl (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX uq_member_owner ON member (team_id) WHERE role = 'owner';
CREATE TABLE invite_tbl (
	id UUID DEFAULT gen_random_uuid() NOT NULL, 
	team_id UUID NOT NULL, 
	email CITEXT NOT NULL, 
	role role, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT timezone('UTC', now()) NOT NULL, 
	updated_at TIMESTAMP WITH TIME ZONE DEFAULT timezone('UTC', now()) NOT NULL, 
	CONSTRAINT pk_invite_tbl PRIMARY KEY (id), 
	CONSTRAINT uq_invite_tbl_team_id_email UNIQUE NULLS NOT DISTINCT (team_id, email), 
	CONSTRAINT fk_invite_tbl_team_id_team_tbl FOREIGN KEY(team_id) REFERENCES team_tbl (id) ON DELETE CASCADE
);
