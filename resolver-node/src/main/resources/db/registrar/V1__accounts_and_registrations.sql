-- Who may sign in. Passwords are kept as PBKDF2 hashes only; binary columns are Base64 text.
CREATE TABLE account (
    name          TEXT PRIMARY KEY,
    roles         TEXT NOT NULL,
    prefix        TEXT NOT NULL,
    iterations    INTEGER NOT NULL,
    salt          TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at    TEXT NOT NULL
);

-- Append only. A batch is written before its records are, and its row in registration_applied after: a batch without
-- one was interrupted or refused, and the records themselves say which of it took effect. A handle_key is the handle with
-- ASCII letters in upper case, as handles are compared.
CREATE TABLE registration_batch (
    batch_id         TEXT PRIMARY KEY,
    at               TEXT NOT NULL,
    account          TEXT NOT NULL,
    template         TEXT NOT NULL,
    template_version TEXT NOT NULL
);

CREATE TABLE registration_entry (
    batch_id   TEXT NOT NULL REFERENCES registration_batch (batch_id),
    position   INTEGER NOT NULL,
    handle     TEXT NOT NULL,
    handle_key TEXT NOT NULL,
    action     TEXT NOT NULL,
    digest     TEXT NOT NULL,
    PRIMARY KEY (batch_id, position)
);

CREATE INDEX registration_entry_handle_key ON registration_entry (handle_key);

CREATE TABLE registration_applied (
    batch_id TEXT PRIMARY KEY REFERENCES registration_batch (batch_id),
    at       TEXT NOT NULL
);
