-- Why a figure was corrected; empty for the first of a kind.
ALTER TABLE activity_entry ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- One row an enterprise: writers of figures and of closings pass it one after the other.
CREATE TABLE period_gate (
  enterprise TEXT   NOT NULL PRIMARY KEY,
  passes     BIGINT NOT NULL
);
-- Closings and reopenings of months and years. Rows are only ever added; the newest that covers a month says how it stands.
CREATE TABLE period_event (
  enterprise  TEXT    NOT NULL,
  number      INTEGER NOT NULL, -- 1, 2, 3 …
  period      TEXT    NOT NULL, -- 2025-03, or 2025 for a whole year
  is_closed   INTEGER NOT NULL, -- 1 closed, 0 reopened
  reason      TEXT    NOT NULL, -- never empty where reopened
  recorded_by TEXT    NOT NULL,
  recorded_at TEXT    NOT NULL,
  PRIMARY KEY (enterprise, number)
);
-- What is known of an emission source. A change is the next version.
CREATE TABLE emission_source (
  enterprise          TEXT    NOT NULL,
  source              TEXT    NOT NULL,
  version             INTEGER NOT NULL,
  site                TEXT    NOT NULL, -- empty where unknown, as the four below
  process             TEXT    NOT NULL,
  device              TEXT    NOT NULL, -- handle
  uncertainty_percent TEXT    NOT NULL, -- decimal text
  data_quality        TEXT    NOT NULL,
  reason              TEXT    NOT NULL,
  recorded_by         TEXT    NOT NULL,
  recorded_at         TEXT    NOT NULL,
  PRIMARY KEY (enterprise, source, version)
);
-- Signed statements of terminals, as they came.
CREATE TABLE reading_batch (
  terminal    TEXT    NOT NULL, -- handle of the device that signed
  sequence    BIGINT  NOT NULL, -- 1, 2, 3 … of the terminal
  digest      TEXT    NOT NULL, -- sha256:… of the statement
  enterprise  TEXT    NOT NULL,
  meter       TEXT    NOT NULL, -- handle of the device that measured
  source      TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  readings    INTEGER NOT NULL,
  statement   TEXT    NOT NULL, -- compact JWS
  recorded_by TEXT    NOT NULL,
  recorded_at TEXT    NOT NULL,
  PRIMARY KEY (terminal, sequence)
);
CREATE INDEX reading_batch_by_meter ON reading_batch (meter, kind);
CREATE INDEX reading_batch_by_digest ON reading_batch (digest);
-- What a meter counted in an interval. Instants are ISO 8601 UTC in whole seconds and sort as text.
CREATE TABLE reading (
  meter     TEXT   NOT NULL,
  kind      TEXT   NOT NULL,
  ends_at   TEXT   NOT NULL,
  starts_at TEXT   NOT NULL, -- the interval's start; ends_at itself for the first reading of a counter
  amount    TEXT   NOT NULL, -- decimal text, counted in the interval
  unit      TEXT   NOT NULL,
  counter   TEXT   NOT NULL, -- what the counter showed; empty where amounts are sent
  terminal  TEXT   NOT NULL,
  sequence  BIGINT NOT NULL,
  PRIMARY KEY (meter, kind, ends_at)
);
CREATE INDEX reading_by_time ON reading (meter, ends_at);
-- Digests of lists of batches, which monthly entries name as their evidence.
CREATE TABLE reading_evidence (
  digest  TEXT NOT NULL PRIMARY KEY,
  batches TEXT NOT NULL -- digests of the batches, in the order of their sequence, one a line
);
