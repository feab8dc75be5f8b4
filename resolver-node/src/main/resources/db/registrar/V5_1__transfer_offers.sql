-- Records that one enterprise offers to another. An offer that is open and past its end is expired; nothing has to mark it.
CREATE TABLE transfer_offer (
    id          TEXT PRIMARY KEY,
    from_prefix TEXT NOT NULL,
    to_prefix   TEXT NOT NULL,
    reason      TEXT NOT NULL,
    offered_by  TEXT NOT NULL,
    offered_at  TEXT NOT NULL,
    expires_at  TEXT NOT NULL,
    state       TEXT NOT NULL,
    decided_by  TEXT NOT NULL,
    decided_at  TEXT NOT NULL
);

CREATE INDEX transfer_offer_from ON transfer_offer (from_prefix, id);
CREATE INDEX transfer_offer_to ON transfer_offer (to_prefix, id);

CREATE TABLE transfer_offer_handle (
    offer_id TEXT NOT NULL REFERENCES transfer_offer (id),
    position INTEGER NOT NULL,
    handle   TEXT NOT NULL,
    PRIMARY KEY (offer_id, position)
);
