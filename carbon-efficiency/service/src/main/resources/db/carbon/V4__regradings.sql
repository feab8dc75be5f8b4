-- Regradings: every enterprise of an industry computed and graded anew. Rows are only ever added.
CREATE TABLE regrading (
  id       TEXT    NOT NULL PRIMARY KEY,
  industry TEXT    NOT NULL, -- GB/T 4754, as enterprises are registered under it
  year     INTEGER NOT NULL,
  rules    TEXT    NOT NULL, -- canonical JSON: method, GWP set, scheme, peer set and data editions
  asked_by TEXT    NOT NULL,
  asked_at TEXT    NOT NULL  -- ISO 8601 UTC
);
-- How the enterprises of the ledger were divided, by handle; a chunk is done as a whole or not at all.
CREATE TABLE regrading_chunk (
  regrading TEXT    NOT NULL,
  number    INTEGER NOT NULL, -- 1, 2, 3 …
  after_one TEXT    NOT NULL, -- the handle before its first one; empty for the first chunk
  last_one  TEXT    NOT NULL, -- its last handle
  PRIMARY KEY (regrading, number)
);
CREATE TABLE regrading_chunk_done (
  regrading   TEXT    NOT NULL,
  number      INTEGER NOT NULL,
  enterprises INTEGER NOT NULL, -- of the industry, with entries of the year
  entries     BIGINT  NOT NULL,
  done_at     TEXT    NOT NULL,
  PRIMARY KEY (regrading, number)
);
CREATE TABLE regrading_end (
  regrading TEXT NOT NULL PRIMARY KEY,
  outcome   TEXT NOT NULL, -- done, failed or superseded
  reason    TEXT NOT NULL, -- empty when done
  ended_at  TEXT NOT NULL
);
CREATE TABLE regraded_result (
  regrading     TEXT    NOT NULL,
  enterprise    TEXT    NOT NULL,
  outcome       TEXT    NOT NULL, -- graded, not-gradable, incomplete or unreadable
  grade         INTEGER NOT NULL, -- rank, 1 the best; 0 without one
  result        TEXT    NOT NULL, -- canonical JSON
  result_digest TEXT    NOT NULL, -- sha256:…
  PRIMARY KEY (regrading, enterprise)
);
CREATE INDEX regraded_result_by_grade ON regraded_result (regrading, outcome, grade);
