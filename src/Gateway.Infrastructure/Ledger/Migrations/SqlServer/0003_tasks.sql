-- What is done about a complaint at the centre beside its create: handed on to an institution, a follow-up posted.
CREATE TABLE tasks (
    position bigint IDENTITY (1, 1) NOT NULL PRIMARY KEY,
    id nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL UNIQUE,
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number),
    ordinal bigint NOT NULL,
    kind nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (kind IN ('hand-on', 'follow-up')),
    state nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'parked', 'unknown', 'dropped')),
    version bigint NOT NULL,
    reasons nvarchar(max) NOT NULL,
    destination nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    -- The complaint or the item whose words are posted, or the institution to which it is handed on.
    origin nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    -- Masked words under the complaint's key, where the origin is an item.
    words varbinary(max) NULL,
    started bigint NOT NULL,
    started_by nvarchar(400) NOT NULL,
    attempts bigint NOT NULL DEFAULT 0,
    claims bigint NOT NULL DEFAULT 0,
    looks bigint NOT NULL DEFAULT 0,
    -- Null: only a person brings it on.
    due bigint NULL,
    lease_token nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    lease_beat bigint NOT NULL DEFAULT 0,
    -- Since when nobody knows whether the centre has it; null while that is known.
    doubt_since bigint NULL,
    -- Institution that had the complaint before it was handed on.
    held_by nvarchar(400) NULL,
    last_move nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    UNIQUE (number, ordinal),
    CHECK ((state = 'running' AND lease_token IS NOT NULL) OR (state <> 'running' AND lease_token IS NULL))
);

CREATE INDEX tasks_due ON tasks (destination, due);

CREATE INDEX tasks_origin ON tasks (origin);

CREATE INDEX tasks_state ON tasks (state, position);

ALTER TABLE attempts ADD task nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL REFERENCES tasks (id);

CREATE INDEX attempts_task ON attempts (task);

-- What the centre said last of a delivered complaint, as a whole, under the complaint's key.
CREATE TABLE readings (
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY REFERENCES complaints (number),
    version bigint NOT NULL,
    since bigint NOT NULL,
    looked bigint NOT NULL,
    changed bigint NULL,
    closed bigint NULL,
    failures bigint NOT NULL,
    trouble nvarchar(400) NULL,
    fingerprint varbinary(64) NULL,
    content varbinary(max) NULL
);

-- Status at the centre as it is written there; null until it was read.
ALTER TABLE complaints ADD central_status nvarchar(400) NULL;

ALTER TABLE complaints ADD closed bigint NOT NULL DEFAULT 0;

-- When the centre is looked at again; null: no more.
ALTER TABLE complaints ADD read_due bigint NULL;

CREATE INDEX complaints_read ON complaints (destination, read_due);

CREATE INDEX complaints_link ON complaints (link_to);
