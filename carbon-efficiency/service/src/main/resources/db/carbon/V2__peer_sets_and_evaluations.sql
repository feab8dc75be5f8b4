-- Industry averages, and the results computed. Both are only ever added to.
CREATE TABLE peer_set (
  industry         TEXT    NOT NULL, -- four digits of GB/T 4754
  year             INTEGER NOT NULL,
  version          INTEGER NOT NULL,
  source           TEXT    NOT NULL,
  is_demonstration INTEGER NOT NULL, -- 0 or 1
  peers            TEXT    NOT NULL, -- JSON [{"name":"…","emissionsTco2":"…","valueAddedCny10k":"…"},…]
  recorded_by      TEXT    NOT NULL,
  recorded_at      TEXT    NOT NULL,
  PRIMARY KEY (industry, year, version)
);
CREATE TABLE evaluation (
  id            TEXT    NOT NULL PRIMARY KEY,
  enterprise    TEXT    NOT NULL,
  year          INTEGER NOT NULL,
  inputs        TEXT    NOT NULL, -- canonical JSON of everything it was computed from
  inputs_digest TEXT    NOT NULL, -- sha256:…
  result        TEXT    NOT NULL, -- canonical JSON
  result_digest TEXT    NOT NULL, -- sha256:…
  evaluated_by  TEXT    NOT NULL,
  evaluated_at  TEXT    NOT NULL
);
CREATE INDEX evaluation_by_enterprise ON evaluation (enterprise, year);
