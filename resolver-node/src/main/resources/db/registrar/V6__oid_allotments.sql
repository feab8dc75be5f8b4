-- Object identifiers this node has allotted, its own arc among them. A row is never changed in what it allots and never
-- removed: a number given once is never given again. An oid is dotted; a label_key is the label as DNS writes it.
CREATE TABLE oid_allotment (
    oid         TEXT PRIMARY KEY,
    parent      TEXT NOT NULL,
    arc         TEXT NOT NULL,
    arc_digits  INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    prefix      TEXT NOT NULL,
    handle      TEXT NOT NULL,
    label       TEXT NOT NULL,
    allotted_at TEXT NOT NULL,
    allotted_by TEXT NOT NULL
);

CREATE INDEX oid_allotment_parent ON oid_allotment (parent, arc_digits, arc);

-- Which arc an enterprise has, which node a record has, what a label stands for, and what a request was answered with: each
-- at most once.
CREATE TABLE oid_claim (
    claim TEXT PRIMARY KEY,
    oid   TEXT NOT NULL REFERENCES oid_allotment (oid)
);

CREATE TABLE oid_counter (
    parent   TEXT PRIMARY KEY,
    last_arc BIGINT NOT NULL
);

-- Append only.
CREATE TABLE oid_event (
    oid      TEXT NOT NULL REFERENCES oid_allotment (oid),
    position INTEGER NOT NULL,
    at       TEXT NOT NULL,
    account  TEXT NOT NULL,
    action   TEXT NOT NULL,
    detail   TEXT NOT NULL,
    PRIMARY KEY (oid, position)
);
