-- state: ACTIVE or DISABLED. must_change: 1 while the password is one that somebody else made. password_at: when its owner
-- last changed it; empty when never.
ALTER TABLE account ADD COLUMN state TEXT NOT NULL DEFAULT 'ACTIVE';
ALTER TABLE account ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN password_at TEXT NOT NULL DEFAULT '';

CREATE INDEX account_prefix ON account (prefix, name);

-- Of a key only the hash of its secret is kept.
CREATE TABLE api_key (
    key_id      TEXT PRIMARY KEY,
    prefix      TEXT NOT NULL,
    label       TEXT NOT NULL,
    scopes      TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    created_by  TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    expires_at  TEXT NOT NULL,
    revoked_at  TEXT NOT NULL,
    replaces    TEXT NOT NULL,
    used_at     TEXT NOT NULL
);

CREATE INDEX api_key_prefix ON api_key (prefix, key_id);
