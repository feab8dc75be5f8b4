-- What enterprises report. Rows are only ever added: a correction is the next version of the same entry.
CREATE TABLE activity_entry (
  enterprise  TEXT    NOT NULL,
  source      TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  period      TEXT    NOT NULL, -- 2025-03, or 2025 for a whole year
  year        INTEGER NOT NULL,
  version     INTEGER NOT NULL, -- 1, 2, 3 …
  amount      TEXT    NOT NULL, -- decimal text, as given
  unit        TEXT    NOT NULL, -- as given
  meter       TEXT    NOT NULL, -- handle of the device that measured it; empty when none was named
  evidence    TEXT    NOT NULL, -- sha256:… of the bill or log; empty when none was named
  measured    TEXT    NOT NULL, -- JSON {"ncv":{"value":"25.1","unit":"GJ/t"},…}
  note        TEXT    NOT NULL,
  recorded_by TEXT    NOT NULL,
  recorded_at TEXT    NOT NULL, -- ISO 8601 UTC
  PRIMARY KEY (enterprise, source, kind, period, version)
);
CREATE INDEX activity_entry_by_year ON activity_entry (enterprise, year);
