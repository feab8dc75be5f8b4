-- Templates of enterprises on their way to being published. position orders those that were, for loading parents first.
CREATE TABLE template_draft (
    draft_id     TEXT PRIMARY KEY,
    prefix       TEXT NOT NULL,
    title        TEXT NOT NULL,
    content      TEXT NOT NULL,
    state        TEXT NOT NULL,
    reasons      TEXT NOT NULL,
    refused_from TEXT NOT NULL,
    position     BIGINT NOT NULL,
    version      BIGINT NOT NULL
);

CREATE INDEX template_draft_prefix ON template_draft (prefix, draft_id);
CREATE INDEX template_draft_position ON template_draft (position);

-- Append only: who did what to a draft, when.
CREATE TABLE template_event (
    draft_id TEXT NOT NULL REFERENCES template_draft (draft_id),
    position BIGINT NOT NULL,
    at       TEXT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    details  TEXT NOT NULL,
    PRIMARY KEY (draft_id, position)
);
