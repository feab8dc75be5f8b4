-- Carbon-efficiency codes. What a code says (content) is written once; its standing is replaced, and signed anew, with
-- every change. Columns beside the two signed texts only serve to find rows.
CREATE TABLE code (
    token               TEXT    NOT NULL PRIMARY KEY,
    evaluation          TEXT    NOT NULL UNIQUE,
    enterprise          TEXT    NOT NULL,
    year                INTEGER NOT NULL,
    version             INTEGER NOT NULL,
    content             TEXT    NOT NULL,
    content_digest      TEXT    NOT NULL,
    content_key         TEXT    NOT NULL,
    content_signature   TEXT    NOT NULL,
    standing            TEXT    NOT NULL,
    standing_digest     TEXT    NOT NULL,
    standing_key        TEXT    NOT NULL,
    standing_signature  TEXT    NOT NULL,
    UNIQUE (enterprise, year, version)
);

-- Records still to be published, and those that were: per handle in the order of their version.
CREATE TABLE outbox (
    handle       TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    token        TEXT    NOT NULL,
    record       TEXT    NOT NULL,
    attempts     INTEGER NOT NULL,
    due_at       TEXT    NOT NULL,
    failure      TEXT    NOT NULL,
    published_at TEXT    NOT NULL,
    PRIMARY KEY (handle, version)
);

CREATE INDEX outbox_waiting ON outbox (published_at, due_at);
