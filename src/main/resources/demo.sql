-- The schema of the demo database: that of examples/model_state.json.
CREATE TABLE users (
    id INTEGER NOT NULL PRIMARY KEY,
    email VARCHAR(255) NOT NULL UNIQUE,
    username VARCHAR(100) NOT NULL UNIQUE,
    full_name VARCHAR(200),
    is_active BOOLEAN DEFAULT 1,
    created_at DATETIME DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX ix_users_created_at ON users (created_at);
INSERT INTO users (email, username, full_name) VALUES ('ada@example.com', 'ada', 'Ada Lovelace'), ('grace@example.com', 'grace', 'Grace Hopper');
