-- Enterprise accounts become admins of their enterprise; clerks are told apart from now on.
UPDATE account SET roles = REPLACE(roles, 'ENTERPRISE', 'ENTERPRISE_ADMIN');

-- Enterprises that were admitted with a quota of records. A prefix without a row here has no quota.
CREATE TABLE enterprise (
    prefix      TEXT PRIMARY KEY,
    handle      TEXT NOT NULL,
    name        TEXT NOT NULL,
    credit_code TEXT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    quota       BIGINT NOT NULL,
    used        BIGINT NOT NULL,
    admitted_at TEXT NOT NULL
);

-- Append only: each row carries the digest of the row before, so that a change, a gap or a row put in between shows.
CREATE TABLE audit_entry (
    sequence BIGINT PRIMARY KEY,
    at       TEXT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    subject  TEXT NOT NULL,
    details  TEXT NOT NULL,
    previous TEXT NOT NULL,
    digest   TEXT NOT NULL
);

CREATE INDEX audit_entry_actor ON audit_entry (actor, sequence);
CREATE INDEX audit_entry_action ON audit_entry (action, sequence);
CREATE INDEX audit_entry_subject ON audit_entry (subject, sequence);

-- Writers of the audit log take turns at this row; it counts them, so that rows cut off at the end show too.
CREATE TABLE audit_turn (
    id   INTEGER PRIMARY KEY,
    turn BIGINT NOT NULL
);

INSERT INTO audit_turn (id, turn) VALUES (1, 0);
