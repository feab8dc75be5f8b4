-- Enterprises' applications. items and further are JSON, the fields under their national names; reasons is JSON, by field.
CREATE TABLE application (
    number      TEXT PRIMARY KEY,
    secret_hash TEXT NOT NULL,
    org_name    TEXT NOT NULL,
    credit_code TEXT NOT NULL,
    province    TEXT NOT NULL,
    industry    TEXT NOT NULL,
    items       TEXT NOT NULL,
    further     TEXT NOT NULL,
    wanted      TEXT NOT NULL,
    state       TEXT NOT NULL,
    reasons     TEXT NOT NULL,
    prefix      TEXT NOT NULL,
    account     TEXT NOT NULL,
    claimed_at  TEXT NOT NULL,
    version     BIGINT NOT NULL
);

CREATE INDEX application_credit_code ON application (credit_code, state);
CREATE INDEX application_state ON application (state, number);

-- Append only: who did what to an application, when.
CREATE TABLE application_event (
    number   TEXT NOT NULL REFERENCES application (number),
    position BIGINT NOT NULL,
    at       TEXT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    details  TEXT NOT NULL,
    PRIMARY KEY (number, position)
);

-- What an approval still has to bring to the record store; written with it, and taken up again after a crash.
CREATE TABLE admission_task (
    number  TEXT PRIMARY KEY REFERENCES application (number),
    prefix  TEXT NOT NULL,
    items   TEXT NOT NULL,
    actor   TEXT NOT NULL,
    done_at TEXT NOT NULL
);
