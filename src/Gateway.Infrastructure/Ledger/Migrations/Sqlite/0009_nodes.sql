-- Processes that work on the ledger, as long as their hearts beat. What the one before left is struck off by who has the lock of the house.
CREATE TABLE nodes (
    id   TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    beat INTEGER NOT NULL,
    at   INTEGER NOT NULL
) STRICT;

-- What one node does for all. Free when its node is not among the nodes.
CREATE TABLE duties (
    name  TEXT PRIMARY KEY NOT NULL,
    node  TEXT NOT NULL,
    token INTEGER NOT NULL,
    since INTEGER NOT NULL
) STRICT;

-- Who works on it; free as a duty is.
ALTER TABLE arrivals ADD COLUMN node TEXT;
ALTER TABLE rounds ADD COLUMN node TEXT;
