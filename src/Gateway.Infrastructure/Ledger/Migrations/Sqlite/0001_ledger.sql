-- Times are integer microseconds since 1970-01-01 UTC, words of enums kebab-case text, reasons JSON text, keys and hashes blobs.

CREATE TABLE rounds (
    id         TEXT PRIMARY KEY NOT NULL,
    channel    TEXT NOT NULL,
    origin     TEXT NOT NULL,
    opened     INTEGER NOT NULL,
    closed     INTEGER,
    complaints INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX rounds_open ON rounds (opened) WHERE closed IS NULL;

CREATE TABLE arrivals (
    position    INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    channel     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    round       TEXT REFERENCES rounds (id),
    media_type  TEXT,
    received    INTEGER,
    seen        INTEGER NOT NULL,
    cut_over    INTEGER,
    tries       INTEGER NOT NULL DEFAULT 0,
    done        INTEGER NOT NULL DEFAULT 0,
    wrapped_key BLOB NOT NULL,
    inline      BLOB,
    file        TEXT,
    length      INTEGER NOT NULL,
    envelope    BLOB NOT NULL
) STRICT;

CREATE INDEX arrivals_unfinished ON arrivals (position) WHERE done = 0;

CREATE TABLE reporters (
    id          TEXT PRIMARY KEY NOT NULL,
    wrapped_key BLOB NOT NULL,
    sealed      BLOB NOT NULL
) STRICT;

CREATE TABLE reporter_index (
    reporter   TEXT NOT NULL REFERENCES reporters (id),
    kind       TEXT NOT NULL,
    hash       BLOB NOT NULL,
    identifies INTEGER NOT NULL,
    PRIMARY KEY (reporter, kind, hash)
) STRICT;

-- A phone, mail address or NIK is one person's alone.
CREATE UNIQUE INDEX reporter_index_identifies ON reporter_index (kind, hash) WHERE identifies = 1;

CREATE INDEX reporter_index_finds ON reporter_index (kind, hash);

CREATE TABLE items (
    position        INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    arrival         TEXT REFERENCES arrivals (id),
    channel         TEXT NOT NULL,
    agency          TEXT NOT NULL,
    item            TEXT NOT NULL,
    source_key      BLOB NOT NULL,
    occurrence      INTEGER,
    content_key     BLOB,
    outcome         TEXT NOT NULL,
    reasons         TEXT NOT NULL,
    received        INTEGER,
    seen            INTEGER NOT NULL,
    reporter        TEXT REFERENCES reporters (id),
    follow_up       BLOB,
    resolved        TEXT,
    resolved_by     TEXT,
    resolved_reason TEXT,
    resolved_at     INTEGER
) STRICT;

-- A quarantined item that was mended leaves its place and its key to the item that mends it.
CREATE UNIQUE INDEX items_occurrence ON items (source_key, occurrence)
    WHERE occurrence IS NOT NULL AND (resolved IS NULL OR resolved <> 'fixed');

CREATE UNIQUE INDEX items_place ON items (arrival, item)
    WHERE arrival IS NOT NULL AND (resolved IS NULL OR resolved <> 'fixed');

CREATE INDEX items_source_key ON items (source_key, occurrence);

CREATE INDEX items_arrival ON items (arrival);

CREATE INDEX items_outcome ON items (outcome, channel, position);

CREATE TABLE marks (
    channel TEXT NOT NULL,
    mark    BLOB NOT NULL,
    item    TEXT NOT NULL REFERENCES items (id),
    PRIMARY KEY (channel, mark)
) STRICT, WITHOUT ROWID;

CREATE TABLE complaints (
    position    INTEGER PRIMARY KEY AUTOINCREMENT,
    number      TEXT NOT NULL UNIQUE,
    item_id     TEXT NOT NULL REFERENCES items (id),
    state       TEXT NOT NULL CHECK (state IN ('recorded', 'held', 'queued', 'forwarding', 'retrying',
                    'delivered', 'parked', 'unknown', 'discarded', 'duplicate')),
    version     INTEGER NOT NULL,
    reasons     TEXT NOT NULL,
    channel     TEXT NOT NULL,
    agency      TEXT NOT NULL,
    destination TEXT NOT NULL,
    round       TEXT REFERENCES rounds (id),
    klasifikasi TEXT,
    judul       TEXT NOT NULL,
    isi         TEXT NOT NULL,
    written     INTEGER,
    received    INTEGER,
    seen        INTEGER NOT NULL,
    content_key BLOB NOT NULL,
    reporter    TEXT REFERENCES reporters (id),
    wrapped_key BLOB NOT NULL,
    sealed      BLOB NOT NULL,
    central_id  TEXT,
    attempts    INTEGER NOT NULL DEFAULT 0,
    claims      INTEGER NOT NULL DEFAULT 0,
    due         INTEGER,
    -- Since when it waits: when it was queued, or when it is due again. Orders the waiting ones.
    ready_at    INTEGER NOT NULL,
    lease_token TEXT,
    lease_beat  INTEGER NOT NULL DEFAULT 0,
    published   INTEGER,
    wish        TEXT,
    wish_by     TEXT,
    link_to     TEXT,
    suspect     INTEGER NOT NULL DEFAULT 0,
    CHECK ((state = 'forwarding') = (lease_token IS NOT NULL)),
    CHECK (state <> 'delivered' OR central_id IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX complaints_central_id ON complaints (destination, central_id) WHERE central_id IS NOT NULL;

CREATE INDEX complaints_state ON complaints (state, position);

CREATE INDEX complaints_round ON complaints (round, position) WHERE round IS NOT NULL;

CREATE INDEX complaints_content ON complaints (content_key, position);

CREATE INDEX complaints_forwarding ON complaints (destination) WHERE state = 'forwarding';

CREATE INDEX complaints_waiting ON complaints (destination, state, ready_at, position) WHERE state IN ('queued', 'retrying');

CREATE INDEX complaints_due ON complaints (due) WHERE state = 'retrying';

CREATE INDEX complaints_unpublished ON complaints (destination, agency, state, ready_at, position)
    WHERE published IS NULL AND state IN ('queued', 'retrying');

CREATE INDEX complaints_published ON complaints (destination, published)
    WHERE published IS NOT NULL AND state IN ('queued', 'retrying');

CREATE TABLE item_complaints (
    item    TEXT NOT NULL REFERENCES items (id),
    ordinal INTEGER NOT NULL,
    number  TEXT NOT NULL REFERENCES complaints (number),
    PRIMARY KEY (item, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE owners (
    number  TEXT NOT NULL REFERENCES complaints (number),
    ordinal INTEGER NOT NULL,
    agency  TEXT NOT NULL,
    PRIMARY KEY (number, ordinal),
    UNIQUE (number, agency)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
    number     TEXT NOT NULL REFERENCES complaints (number),
    ordinal    INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    inline     BLOB,
    file       TEXT,
    length     INTEGER NOT NULL,
    upload_id  TEXT,
    PRIMARY KEY (number, ordinal)
) STRICT;

CREATE TABLE attempts (
    position     INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT NOT NULL UNIQUE,
    number       TEXT NOT NULL REFERENCES complaints (number),
    destination  TEXT NOT NULL,
    step         TEXT NOT NULL,
    lease_token  TEXT NOT NULL,
    begun        INTEGER NOT NULL,
    ended        INTEGER,
    outcome      TEXT,
    status       INTEGER,
    duration     INTEGER,
    request_hash TEXT NOT NULL,
    excerpt      TEXT,
    actor        TEXT NOT NULL,
    node         TEXT NOT NULL,
    settled      INTEGER NOT NULL DEFAULT 0,
    -- What the forwarder was answered when it completed the attempt itself; null while open or when only the reaper ended it.
    completion   TEXT,
    CHECK ((ended IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX attempts_number ON attempts (number, step);

CREATE TABLE events (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    number     TEXT NOT NULL REFERENCES complaints (number),
    sequence   INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    from_state TEXT,
    to_state   TEXT NOT NULL,
    by_kind    TEXT NOT NULL,
    actor      TEXT NOT NULL,
    reasons    TEXT NOT NULL,
    UNIQUE (number, sequence)
) STRICT;

CREATE TABLE destinations (
    key     TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    state   TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

CREATE TABLE registry (
    version INTEGER PRIMARY KEY NOT NULL,
    content TEXT NOT NULL,
    actor   TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

CREATE TABLE source_book (
    channel TEXT NOT NULL,
    key     TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (channel, key)
) STRICT, WITHOUT ROWID;
