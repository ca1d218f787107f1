-- What is done about a complaint at the centre beside its create: handed on to an institution, a follow-up posted.
CREATE TABLE tasks (
    position    INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    number      TEXT NOT NULL REFERENCES complaints (number),
    ordinal     INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('hand-on', 'follow-up')),
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'parked', 'unknown', 'dropped')),
    version     INTEGER NOT NULL,
    reasons     TEXT NOT NULL,
    destination TEXT NOT NULL,
    -- The complaint or the item whose words are posted, or the institution to which it is handed on.
    origin      TEXT NOT NULL,
    -- Masked words under the complaint's key, where the origin is an item.
    words       BLOB,
    started     INTEGER NOT NULL,
    started_by  TEXT NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    claims      INTEGER NOT NULL DEFAULT 0,
    looks       INTEGER NOT NULL DEFAULT 0,
    -- Null: only a person brings it on.
    due         INTEGER,
    lease_token TEXT,
    lease_beat  INTEGER NOT NULL DEFAULT 0,
    -- Since when nobody knows whether the centre has it; null while that is known.
    doubt_since INTEGER,
    -- Institution that had the complaint before it was handed on.
    held_by     TEXT,
    last_move   TEXT,
    UNIQUE (number, ordinal),
    CHECK ((state = 'running') = (lease_token IS NOT NULL))
) STRICT;

CREATE INDEX tasks_due ON tasks (destination, due) WHERE due IS NOT NULL;

CREATE INDEX tasks_origin ON tasks (origin);

CREATE INDEX tasks_running ON tasks (destination, position) WHERE state = 'running';

CREATE INDEX tasks_state ON tasks (state, position);

ALTER TABLE attempts ADD COLUMN task TEXT REFERENCES tasks (id);

CREATE INDEX attempts_task ON attempts (task) WHERE task IS NOT NULL;

-- What the centre said last of a delivered complaint, as a whole, under the complaint's key.
CREATE TABLE readings (
    number      TEXT PRIMARY KEY NOT NULL REFERENCES complaints (number),
    version     INTEGER NOT NULL,
    since       INTEGER NOT NULL,
    looked      INTEGER NOT NULL,
    changed     INTEGER,
    closed      INTEGER,
    failures    INTEGER NOT NULL,
    trouble     TEXT,
    fingerprint BLOB,
    content     BLOB
) STRICT, WITHOUT ROWID;

-- Status at the centre as it is written there; null until it was read.
ALTER TABLE complaints ADD COLUMN central_status TEXT;

ALTER TABLE complaints ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;

-- When the centre is looked at again; null: no more.
ALTER TABLE complaints ADD COLUMN read_due INTEGER;

CREATE INDEX complaints_read ON complaints (destination, read_due) WHERE read_due IS NOT NULL;

CREATE INDEX complaints_link ON complaints (link_to) WHERE link_to IS NOT NULL;

UPDATE complaints SET read_due = ready_at WHERE state = 'delivered';
