CREATE TYPE disablereason AS ENUM ('password compromised', 'account frozen');

CREATE TYPE unverifyreasons AS ENUM ('spam complaint', 'hard bounce');

CREATE TYPE lifecyclestatus AS ENUM ('quarantine-enter', 'quarantine-exit');

CREATE TYPE packagetype AS ENUM ('bdist_dmg', 'sdist', 'bdist_wheel');

CREATE TABLE users (
	username CITEXT NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	password VARCHAR(128) NOT NULL, 
	password_date TIMESTAMP WITHOUT TIME ZONE DEFAULT now(), 
	is_active BOOLEAN DEFAULT false NOT NULL, 
	is_superuser BOOLEAN DEFAULT false NOT NULL, 
	prohibit BOOLEAN DEFAULT true NOT NULL, 
	date_joined TIMESTAMP WITHOUT TIME ZONE DEFAULT now(), 
	last_login TIMESTAMP WITHOUT TIME ZONE DEFAULT now(), 
	disabled_for disablereason, 
	totp_secret BYTEA, 
	scopes VARCHAR[] DEFAULT '{}' NOT NULL, 
	sitemap_bucket TEXT NOT NULL, 
	id UUID DEFAULT gen_random_uuid() NOT NULL, 
	CONSTRAINT pk_users PRIMARY KEY (id), 
	CONSTRAINT ck_users_users_valid_username_length CHECK (length(username) <= 50), 
	CONSTRAINT ck_users_users_valid_username CHECK (username ~* '^([A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$'), 
	CONSTRAINT uq_users_username UNIQUE (username)
);

CREATE TABLE projects (
	name TEXT NOT NULL, 
	normalized_name VARCHAR NOT NULL, 
	created TIMESTAMP WITHOUT TIME ZONE DEFAULT now(), 
	lifecycle_status lifecyclestatus, 
	total_size BIGINT DEFAULT 0, 
	sitemap_bucket TEXT NOT NULL, 
	owners_require_2fa BOOLEAN DEFAULT false NOT NULL, 
	id UUID DEFAULT gen_random_uuid() NOT NULL, 
	CONSTRAINT pk_projects PRIMARY KEY (id), 
	CONSTRAINT ck_projects_projects_valid_name CHECK (name ~* '^([A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9])$'::text), 
	CONSTRAINT uq_projects_normalized_name UNIQUE (normalized_name)
);

CREATE INDEX projects_lower_idx ON projects (lower(name) varchar_pattern_ops);

CREATE INDEX ix_projects_created ON projects (created);

CREATE INDEX project_name_ultranormalized ON projects (ultranormalize_name(name));

COMMENT ON COLUMN projects.lifecycle_status IS 'Lifecycle status can change project visibility and access';

CREATE TABLE release_descriptions (
	content_type VARCHAR, 
	raw VARCHAR NOT NULL, 
	id UUID DEFAULT gen_random_uuid() NOT NULL, 
	CONSTRAINT pk_release_descriptions PRIMARY KEY (id)
);

CREATE TABLE user_emails (
	id SERIAL NOT NULL, 
	user_id UUID NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	"primary" BOOLEAN NOT NULL, 
	unverify_reason unverifyreasons, 
	transient_bounces INTEGER DEFAULT 0 NOT NULL, 
	info JSONB, 
	CONSTRAINT pk_user_emails PRIMARY KEY (id), 
	CONSTRAINT user_emails_email_key UNIQUE (email), 
	CONSTRAINT user_emails_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX user_emails_user_id ON user_emails (user_id);

CREATE TABLE releases (
	project_id UUID NOT NULL, 
	version TEXT NOT NULL, 
	canonical_version VARCHAR NOT NULL, 
	is_prerelease BOOLEAN DEFAULT false NOT NULL, 
	created TIMESTAMP WITHOUT TIME ZONE DEFAULT now() NOT NULL, 
	yanked BOOLEAN DEFAULT false NOT NULL, 
	description_id UUID NOT NULL, 
	_pypi_ordering INTEGER, 
	uploader_id UUID, 
	id UUID DEFAULT gen_random_uuid() NOT NULL, 
	CONSTRAINT pk_releases PRIMARY KEY (id), 
	CONSTRAINT uq_releases_project_id UNIQUE (project_id, version), 
	CONSTRAINT releases_project_id_fkey FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE ON UPDATE CASCADE, 
	CONSTRAINT releases_description_id_fkey FOREIGN KEY(description_id) REFERENCES release_descriptions (id) ON DELETE CASCADE ON UPDATE CASCADE, 
	CONSTRAINT releases_uploader_id_fkey FOREIGN KEY(uploader_id) REFERENCES users (id) ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE INDEX release_canonical_version_idx ON releases (canonical_version);

CREATE INDEX ix_releases_uploader_id ON releases (uploader_id);

CREATE INDEX ix_releases_description_id ON releases (description_id);

CREATE INDEX release_version_idx ON releases (version);

CREATE INDEX release_created_idx ON releases (created DESC);

CREATE INDEX release_project_created_idx ON releases (project_id, created DESC);

CREATE TABLE release_classifiers (
	release_id UUID NOT NULL, 
	trove_id INTEGER NOT NULL, 
	CONSTRAINT pk_release_classifiers PRIMARY KEY (release_id, trove_id), 
	CONSTRAINT release_classifiers_release_id_fkey FOREIGN KEY(release_id) REFERENCES releases (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX rel_class_trove_id_idx ON release_classifiers (trove_id);

CREATE TABLE release_files (
	release_id UUID NOT NULL, 
	python_version VARCHAR NOT NULL, 
	requires_python VARCHAR, 
	packagetype packagetype NOT NULL, 
	filename VARCHAR NOT NULL, 
	sha256_digest CITEXT NOT NULL, 
	blake2_256_digest CITEXT NOT NULL, 
	upload_time TIMESTAMP WITHOUT TIME ZONE DEFAULT now() NOT NULL, 
	allow_multiple_sdist BOOLEAN DEFAULT false NOT NULL, 
	cached BOOLEAN DEFAULT false NOT NULL, 
	size BIGINT, 
	pep INTEGER GENERATED ALWAYS AS (length(filename)) STORED, 
	id UUID DEFAULT gen_random_uuid() NOT NULL, 
	CONSTRAINT pk_release_files PRIMARY KEY (id), 
	CONSTRAINT ck_release_files_sha256 CHECK (sha256_digest ~* '^[A-F0-9]{64}$'), 
	CONSTRAINT ck_release_files_blake2_256 CHECK (blake2_256_digest ~* '^[A-F0-9]{64}$'), 
	CONSTRAINT release_files_release_id_fkey FOREIGN KEY(release_id) REFERENCES releases (id) ON DELETE CASCADE ON UPDATE CASCADE, 
	CONSTRAINT uq_release_files_filename UNIQUE (filename), 
	CONSTRAINT uq_release_files_sha256_digest UNIQUE (sha256_digest), 
	CONSTRAINT uq_release_files_blake2_256_digest UNIQUE (blake2_256_digest)
);

CREATE INDEX release_files_release_id_idx ON release_files (release_id);

CREATE UNIQUE INDEX release_files_single_sdist ON release_files (release_id, packagetype) WHERE packagetype = 'sdist' AND allow_multiple_sdist = false;

CREATE INDEX release_files_cached_idx ON release_files (cached) WHERE cached IS false;

COMMENT ON COLUMN release_files.cached IS 'If True, the object has been populated to our cache bucket.';

CREATE TABLE release_dependencies (
	release_id UUID NOT NULL, 
	kind INTEGER, 
	specifier VARCHAR, 
	id UUID DEFAULT gen_random_uuid() NOT NULL, 
	CONSTRAINT pk_release_dependencies PRIMARY KEY (id), 
	CONSTRAINT release_dependencies_release_id_fkey FOREIGN KEY(release_id) REFERENCES releases (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX release_dependencies_release_kind_idx ON release_dependencies (release_id, kind);
