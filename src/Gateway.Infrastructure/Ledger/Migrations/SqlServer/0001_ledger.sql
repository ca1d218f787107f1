-- The ledger of many nodes. Times are whole microseconds since 1970-01-01 UTC, words of enums kebab-case text, reasons JSON text, keys and
-- hashes varbinary. Text that is compared has a binary collation, since the default one takes Dishub and DISHUB for the same.
-- Only what every server takes that speaks the protocol: SqlServerSecondLine has the rest.

-- Every write begins by taking the turn, and keeps it until its commit: writes of all nodes follow one another, and positions rise in
-- the order of commits.
CREATE TABLE ledger_turn (
    id   bigint NOT NULL PRIMARY KEY,
    turn bigint NOT NULL
);

INSERT INTO ledger_turn (id, turn) VALUES (1, 0);

CREATE TABLE rounds (
    id nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    channel nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    origin nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    opened bigint NOT NULL,
    closed bigint NULL,
    complaints bigint NOT NULL DEFAULT 0
);

CREATE TABLE arrivals (
    position bigint IDENTITY (1, 1) NOT NULL PRIMARY KEY,
    id nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    channel nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    kind nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    round nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL REFERENCES rounds (id),
    media_type nvarchar(400) NULL,
    received bigint NULL,
    seen bigint NOT NULL,
    cut_over bigint NULL,
    tries bigint NOT NULL DEFAULT 0,
    done bigint NOT NULL DEFAULT 0,
    wrapped_key varbinary(max) NOT NULL,
    inline varbinary(max) NULL,
    [file] nvarchar(400) NULL,
    length bigint NOT NULL,
    envelope varbinary(max) NOT NULL
);

CREATE TABLE reporters (
    id nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    wrapped_key varbinary(max) NOT NULL,
    sealed varbinary(max) NOT NULL
);

CREATE TABLE reporter_index (
    reporter nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES reporters (id),
    kind nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    hash varbinary(64) NOT NULL,
    identifies bigint NOT NULL,
    PRIMARY KEY (reporter, kind, hash)
);

CREATE TABLE items (
    position bigint IDENTITY (1, 1) NOT NULL PRIMARY KEY,
    id nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    arrival nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL REFERENCES arrivals (id),
    channel nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    agency nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    item nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    source_key varbinary(64) NOT NULL,
    occurrence bigint NULL,
    content_key varbinary(64) NULL,
    outcome nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
    reasons nvarchar(max) NOT NULL,
    received bigint NULL,
    seen bigint NOT NULL,
    reporter nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL REFERENCES reporters (id),
    follow_up varbinary(max) NULL,
    resolved nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL,
    resolved_by nvarchar(400) NULL,
    resolved_reason nvarchar(max) NULL,
    resolved_at bigint NULL
);

CREATE TABLE marks (
    channel nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    mark varbinary(64) NOT NULL,
    item nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES items (id),
    PRIMARY KEY (channel, mark)
);

CREATE TABLE complaints (
    position bigint IDENTITY (1, 1) NOT NULL PRIMARY KEY,
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    item_id nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES items (id),
    state nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (state IN ('recorded', 'held', 'queued', 'forwarding', 'retrying', 'delivered', 'parked', 'unknown', 'discarded', 'duplicate')),
    version bigint NOT NULL,
    reasons nvarchar(max) NOT NULL,
    channel nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    agency nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    destination nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    round nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL REFERENCES rounds (id),
    klasifikasi nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    judul nvarchar(max) NOT NULL,
    isi nvarchar(max) NOT NULL,
    written bigint NULL,
    received bigint NULL,
    seen bigint NOT NULL,
    content_key varbinary(64) NOT NULL,
    reporter nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL REFERENCES reporters (id),
    wrapped_key varbinary(max) NOT NULL,
    sealed varbinary(max) NOT NULL,
    central_id nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    attempts bigint NOT NULL DEFAULT 0,
    claims bigint NOT NULL DEFAULT 0,
    due bigint NULL,
    -- Since when it waits: when it was queued, or when it is due again. Orders the waiting ones.
    ready_at bigint NOT NULL,
    lease_token nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    lease_beat bigint NOT NULL DEFAULT 0,
    published bigint NULL,
    wish nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    wish_by nvarchar(400) NULL,
    link_to nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    suspect bigint NOT NULL DEFAULT 0,
    supervised bigint NOT NULL DEFAULT 0,
    danger nvarchar(400) NULL,
    asked bigint NULL,
    CHECK ((state = 'forwarding' AND lease_token IS NOT NULL) OR (state <> 'forwarding' AND lease_token IS NULL)),
    CHECK (state <> 'delivered' OR central_id IS NOT NULL)
);

CREATE TABLE item_complaints (
    item nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES items (id),
    ordinal bigint NOT NULL,
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    PRIMARY KEY (item, ordinal)
);

CREATE TABLE owners (
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    ordinal bigint NOT NULL,
    agency nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (number, ordinal),
    UNIQUE (number, agency)
);

CREATE TABLE attachments (
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    ordinal bigint NOT NULL,
    media_type nvarchar(400) NOT NULL,
    inline varbinary(max) NULL,
    [file] nvarchar(400) NULL,
    length bigint NOT NULL,
    PRIMARY KEY (number, ordinal)
);

CREATE TABLE attempts (
    position bigint IDENTITY (1, 1) NOT NULL PRIMARY KEY,
    id nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    destination nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    step nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    lease_token nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    begun bigint NOT NULL,
    ended bigint NULL,
    outcome nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL,
    status bigint NULL,
    duration bigint NULL,
    request_hash nvarchar(200) NOT NULL,
    excerpt nvarchar(max) NULL,
    actor nvarchar(400) NOT NULL,
    node nvarchar(400) NOT NULL,
    settled bigint NOT NULL DEFAULT 0,
    -- What the forwarder was answered when it completed the attempt itself; null while open or when only the reaper ended it.
    completion nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL,
    CHECK ((ended IS NULL AND outcome IS NULL) OR (ended IS NOT NULL AND outcome IS NOT NULL))
);

CREATE TABLE events (
    position bigint IDENTITY (1, 1) NOT NULL PRIMARY KEY,
    id nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    sequence bigint NOT NULL,
    at bigint NOT NULL,
    kind nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    from_state nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    to_state nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    by_kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    actor nvarchar(400) NOT NULL,
    reasons nvarchar(max) NOT NULL,
    UNIQUE (number, sequence)
);

CREATE TABLE destinations (
    [key] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    version bigint NOT NULL,
    state nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    content nvarchar(max) NOT NULL
);

CREATE TABLE registry (
    version bigint NOT NULL PRIMARY KEY,
    content nvarchar(max) NOT NULL,
    actor nvarchar(400) NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE source_book (
    channel nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [key] nvarchar(600) COLLATE Latin1_General_100_BIN2 NOT NULL,
    value nvarchar(max) NOT NULL,
    PRIMARY KEY NONCLUSTERED (channel, [key])
);

CREATE TABLE threads (
    thread varbinary(64) NOT NULL PRIMARY KEY,
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number)
);

CREATE TABLE lineage (
    parent nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    child nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    how nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    undone bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (parent, child)
);

CREATE TABLE revisions (
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    version bigint NOT NULL,
    sealed varbinary(max) NOT NULL,
    judul nvarchar(max) NOT NULL,
    isi nvarchar(max) NOT NULL,
    content_key varbinary(64) NOT NULL,
    PRIMARY KEY (number, version)
);

CREATE TABLE sent_files (
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    ordinal bigint NOT NULL,
    media_type nvarchar(400) NOT NULL,
    origin_hash nvarchar(200) NOT NULL,
    inline varbinary(max) NULL,
    [file] nvarchar(400) NULL,
    length bigint NULL,
    hash nvarchar(200) NULL,
    refusal nvarchar(max) NULL,
    tries bigint NOT NULL,
    place varbinary(max) NULL,
    upload_id nvarchar(400) NULL,
    PRIMARY KEY (number, ordinal)
);

CREATE INDEX rounds_open ON rounds (closed, opened);

CREATE INDEX arrivals_unfinished ON arrivals (done, position);

CREATE INDEX reporter_index_finds ON reporter_index (kind, hash);

CREATE INDEX items_source_key ON items (source_key, occurrence);

CREATE INDEX items_arrival ON items (arrival, item);

CREATE INDEX items_outcome ON items (outcome, channel, position);

CREATE INDEX complaints_central ON complaints (central_id, destination);

CREATE INDEX complaints_state ON complaints (state, position);

CREATE INDEX complaints_round ON complaints (round, position);

CREATE INDEX complaints_content ON complaints (content_key, position);

CREATE INDEX complaints_forwarding ON complaints (destination, state);

CREATE INDEX complaints_waiting ON complaints (destination, state, ready_at, position);

CREATE INDEX complaints_due ON complaints (state, due);

CREATE INDEX complaints_unpublished ON complaints (destination, agency, state, ready_at, position);

CREATE INDEX complaints_published ON complaints (destination, published);

CREATE INDEX attempts_number ON attempts (number, step);

CREATE INDEX lineage_child ON lineage (child);

CREATE INDEX revisions_content ON revisions (content_key);

CREATE INDEX complaints_asked ON complaints (channel, asked, position);
