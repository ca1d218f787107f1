-- Processes that work on the ledger, as long as their hearts beat.
CREATE TABLE nodes (
    id nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    name nvarchar(400) NOT NULL,
    beat bigint NOT NULL,
    at bigint NOT NULL
);

-- What one node does for all. Free when its node is not among the nodes.
CREATE TABLE duties (
    name nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    node nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    token bigint NOT NULL,
    since bigint NOT NULL
);

-- Who works on it; free as a duty is.
ALTER TABLE arrivals ADD node nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE rounds ADD node nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL;
