-- The version of the settings under which a call was made stands apart from who made it.
ALTER TABLE attempts ADD settings bigint NULL;

-- What tells of danger to life is few and goes first.
CREATE INDEX complaints_urgent ON complaints (destination, state, ready_at, position);

-- What a centre lists (institutions, templates), by version: one for each time that it differed.
CREATE TABLE masters (
    destination nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    list nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    version bigint NOT NULL,
    taken bigint NOT NULL,
    actor nvarchar(400) NOT NULL,
    content nvarchar(max) NOT NULL,
    PRIMARY KEY (destination, list, version)
);
