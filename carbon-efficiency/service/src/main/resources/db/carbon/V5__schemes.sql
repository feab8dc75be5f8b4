-- Grading schemes that regulators draft and publish. Rows are only ever added.
CREATE TABLE scheme_draft (
  id          TEXT    NOT NULL, -- name/edition that it is to be published as
  version     INTEGER NOT NULL, -- 1, 2, 3 …
  body        TEXT    NOT NULL, -- YAML or JSON, as given
  digest      TEXT    NOT NULL, -- sha256:… of the body
  recorded_by TEXT    NOT NULL,
  recorded_at TEXT    NOT NULL, -- ISO 8601 UTC
  PRIMARY KEY (id, version)
);
CREATE TABLE scheme_edition (
  id             TEXT    NOT NULL PRIMARY KEY, -- name/edition
  body           TEXT    NOT NULL,
  digest         TEXT    NOT NULL,
  draft_version  INTEGER NOT NULL,
  publisher      TEXT    NOT NULL, -- authority and document that set the rule
  in_force_from  TEXT    NOT NULL, -- first day that evaluations are graded by it, ISO 8601
  published_by   TEXT    NOT NULL,
  published_at   TEXT    NOT NULL
);
CREATE TABLE scheme_event (
  sequence INTEGER NOT NULL PRIMARY KEY, -- 1, 2, 3 … without a gap
  at       TEXT    NOT NULL,
  actor    TEXT    NOT NULL,
  action   TEXT    NOT NULL, -- scheme.drafted, scheme.previewed, scheme.published
  subject  TEXT    NOT NULL, -- name/edition
  details  TEXT    NOT NULL  -- JSON of texts
);
-- What an enterprise says for its grades beside its activity data: size class, products made, coefficients.
CREATE TABLE grading_declaration (
  enterprise  TEXT    NOT NULL,
  year        INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  content     TEXT    NOT NULL, -- JSON
  recorded_by TEXT    NOT NULL,
  recorded_at TEXT    NOT NULL,
  PRIMARY KEY (enterprise, year, version)
);
-- Peers of a region or a size class, and peers counted or divided otherwise; empty for what every set was at first.
ALTER TABLE peer_set ADD COLUMN region TEXT NOT NULL DEFAULT '';      -- digits of GB/T 2260 shared
ALTER TABLE peer_set ADD COLUMN size_class TEXT NOT NULL DEFAULT '';  -- large, medium, small, micro
ALTER TABLE peer_set ADD COLUMN emission_unit TEXT NOT NULL DEFAULT 'tCO2';
ALTER TABLE peer_set ADD COLUMN denominator_unit TEXT NOT NULL DEFAULT 'CNY10k';
