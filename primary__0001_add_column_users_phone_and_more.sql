-- upgrade

ALTER TABLE users ADD COLUMN phone VARCHAR(20);

CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL,
    title TEXT NOT NULL
);

ALTER TABLE posts ADD CONSTRAINT posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE CASCADE;

-- rollback

ALTER TABLE posts DROP CONSTRAINT posts_author_id_fkey;

DROP TABLE posts;

ALTER TABLE users DROP COLUMN phone;
