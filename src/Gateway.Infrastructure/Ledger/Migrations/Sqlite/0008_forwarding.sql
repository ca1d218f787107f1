-- The version of the settings under which a call was made stands apart from who made it.
ALTER TABLE attempts ADD COLUMN settings INTEGER;
UPDATE attempts SET
    settings = CAST(substr(actor, instr(actor, ', settings ') + 11) AS INTEGER),
    actor = substr(actor, 1, instr(actor, ', settings ') - 1)
WHERE instr(actor, ', settings ') > 0;

-- What tells of danger to life is few and goes first.
CREATE INDEX complaints_urgent ON complaints (destination, state, ready_at, position)
    WHERE danger IS NOT NULL AND state IN ('queued', 'retrying');

-- What a centre lists (institutions, templates), by version: one for each time that it differed.
CREATE TABLE masters (
    destination TEXT NOT NULL,
    list        TEXT NOT NULL,
    version     INTEGER NOT NULL,
    taken       INTEGER NOT NULL,
    actor       TEXT NOT NULL,
    content     TEXT NOT NULL,
    PRIMARY KEY (destination, list, version)
) STRICT;
