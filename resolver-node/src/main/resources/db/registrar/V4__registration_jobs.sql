-- Numbers already given to minted handles: a counter's key is the prefix and what stands around the number.
CREATE TABLE mint_counter (
    counter_key TEXT PRIMARY KEY,
    next_number BIGINT NOT NULL
);

-- The rule by which handles under a prefix are minted for records of a template when a request names none.
CREATE TABLE mint_default (
    prefix   TEXT NOT NULL,
    template TEXT NOT NULL,
    rule     TEXT NOT NULL,
    account  TEXT NOT NULL,
    at       TEXT NOT NULL,
    PRIMARY KEY (prefix, template)
);

-- Registrations of a whole file. What was sent lies beside it as a file until the job is forgotten. Counts are those of
-- the last part that was written; rows after rows_read are read again when a job goes on.
CREATE TABLE registration_job (
    job_id           TEXT PRIMARY KEY,
    account          TEXT NOT NULL,
    roles            TEXT NOT NULL,
    prefixes         TEXT NOT NULL,
    scopes           TEXT NOT NULL,
    lane             TEXT NOT NULL,
    idempotency_key  TEXT NOT NULL,
    body_digest      TEXT NOT NULL,
    octets           BIGINT NOT NULL,
    template         TEXT NOT NULL,
    template_version TEXT NOT NULL,
    format           TEXT NOT NULL,
    mint             TEXT NOT NULL,
    options          TEXT NOT NULL,
    state            TEXT NOT NULL,
    problem_zh       TEXT NOT NULL,
    problem_en       TEXT NOT NULL,
    pass             INTEGER NOT NULL,
    rows_expected    BIGINT NOT NULL,
    rows_read        BIGINT NOT NULL,
    registered       BIGINT NOT NULL,
    unchanged        BIGINT NOT NULL,
    refused          BIGINT NOT NULL,
    refused_octets   BIGINT NOT NULL,
    created_at       TEXT NOT NULL,
    started_at       TEXT NOT NULL,
    ended_at         TEXT NOT NULL
);

CREATE INDEX registration_job_state ON registration_job (state, created_at);
CREATE INDEX registration_job_account ON registration_job (account, idempotency_key);

-- Parts of a job: what a batch of it was about to write. digest is over the handles and the data of the values of its
-- records in order; entries is the Base64 of the deflated lines "row, action, handle", by which a part that a crash interrupted is done
-- again to the same end, and empty once the part is known to be written.
CREATE TABLE registration_part (
    batch_id  TEXT PRIMARY KEY REFERENCES registration_batch (batch_id),
    job_id    TEXT NOT NULL,
    first_row BIGINT NOT NULL,
    last_row  BIGINT NOT NULL,
    digest    TEXT NOT NULL,
    entries   TEXT NOT NULL
);

CREATE INDEX registration_part_job ON registration_part (job_id, last_row);
