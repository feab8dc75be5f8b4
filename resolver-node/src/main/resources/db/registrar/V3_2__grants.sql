-- Who else sees more of an enterprise's records: a partner (kind PARTNER, grantee a prefix) or a verifier (kind VERIFIER,
-- grantee an account); of one template where it is named. Revoked ones stay.
CREATE TABLE access_grant (
    grant_id     TEXT PRIMARY KEY,
    owner_prefix TEXT NOT NULL,
    kind         TEXT NOT NULL,
    grantee      TEXT NOT NULL,
    template     TEXT NOT NULL,
    granted_by   TEXT NOT NULL,
    granted_at   TEXT NOT NULL,
    revoked_by   TEXT NOT NULL,
    revoked_at   TEXT NOT NULL
);

CREATE INDEX access_grant_owner ON access_grant (owner_prefix, revoked_at);
CREATE INDEX access_grant_grantee ON access_grant (kind, grantee, revoked_at);
