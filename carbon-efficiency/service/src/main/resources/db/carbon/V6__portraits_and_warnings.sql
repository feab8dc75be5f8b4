-- The newest evaluation of each enterprise and year that portraits compare with, and its figures. Both are made again from evaluations.
CREATE TABLE portrait_source (
  enterprise       TEXT    NOT NULL,
  year             INTEGER NOT NULL,
  evaluation       TEXT    NOT NULL,
  evaluated_at     TEXT    NOT NULL,
  industry         TEXT    NOT NULL, -- four digits of GB/T 4754
  is_demonstration INTEGER NOT NULL, -- 0 or 1
  PRIMARY KEY (enterprise, year)
);
CREATE INDEX portrait_source_by_industry ON portrait_source (year, is_demonstration, industry);
CREATE TABLE portrait_figure (
  enterprise TEXT    NOT NULL,
  year       INTEGER NOT NULL,
  measure    TEXT    NOT NULL, -- code of the measure
  amount     TEXT    NOT NULL, -- decimal text in the measure's unit
  PRIMARY KEY (enterprise, year, measure)
);
CREATE INDEX evaluation_by_year ON evaluation (year, enterprise, evaluated_at);
-- What is set for an enterprise or, by regulators, for an industry: thresholds, planned stops, tariff hours. A change is the next version.
CREATE TABLE monitor_setting (
  scope       TEXT    NOT NULL, -- handle of the enterprise, or industry:3011, or industry:all
  topic       TEXT    NOT NULL, -- thresholds, tariff
  version     INTEGER NOT NULL, -- 1, 2, 3 …
  body        TEXT    NOT NULL, -- JSON
  recorded_by TEXT    NOT NULL,
  recorded_at TEXT    NOT NULL,
  PRIMARY KEY (scope, topic, version)
);
-- What was found in an enterprise's figures, as it stands now, and everything that became of it.
CREATE TABLE warning (
  id          TEXT    NOT NULL PRIMARY KEY, -- made from enterprise, rule, series and first day
  enterprise  TEXT    NOT NULL,
  year        INTEGER NOT NULL,
  industry    TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  rule        TEXT    NOT NULL,
  owner       TEXT    NOT NULL, -- scope of the setting a threshold stands in; empty for an anomaly
  series      TEXT    NOT NULL,
  step        TEXT    NOT NULL, -- day or month
  first_step  TEXT    NOT NULL,
  last_step   TEXT    NOT NULL,
  steps       INTEGER NOT NULL,
  observed    TEXT    NOT NULL, -- decimal text; empty where there is none
  expected    TEXT    NOT NULL, -- decimal text; empty where it cannot be said
  unit        TEXT    NOT NULL,
  what_zh     TEXT    NOT NULL,
  what_en     TEXT    NOT NULL,
  state       TEXT    NOT NULL, -- raised, acknowledged, cleared
  raised_at   TEXT    NOT NULL
);
CREATE INDEX warning_by_enterprise ON warning (enterprise, year, first_step, id);
CREATE INDEX warning_by_state ON warning (year, state, id);
CREATE TABLE warning_event (
  warning TEXT    NOT NULL,
  number  INTEGER NOT NULL, -- 1, 2, 3 …
  state   TEXT    NOT NULL,
  who     TEXT    NOT NULL, -- account; node for what the check itself did
  why     TEXT    NOT NULL,
  at      TEXT    NOT NULL, -- ISO 8601 UTC
  PRIMARY KEY (warning, number)
);
CREATE TABLE warning_check (
  enterprise TEXT    NOT NULL,
  year       INTEGER NOT NULL,
  checked_at TEXT    NOT NULL,
  PRIMARY KEY (enterprise, year)
);
-- What verifiers said of an evaluation. Rows are only ever added; the newest holds.
CREATE TABLE verification (
  evaluation  TEXT    NOT NULL,
  number      INTEGER NOT NULL, -- 1, 2, 3 …
  outcome     TEXT    NOT NULL, -- confirmed, confirmed-with-reservations, refused
  statement   TEXT    NOT NULL, -- sha256:… of the verifier's statement
  remark      TEXT    NOT NULL,
  verified_by TEXT    NOT NULL,
  verified_at TEXT    NOT NULL,
  PRIMARY KEY (evaluation, number)
);
