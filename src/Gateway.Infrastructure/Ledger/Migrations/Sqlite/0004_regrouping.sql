-- Which complaint stands in the place of which, after a split or a join. Both stay.
CREATE TABLE lineage (
    parent TEXT NOT NULL REFERENCES complaints (number),
    child  TEXT NOT NULL REFERENCES complaints (number),
    how    TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (parent, child)
) STRICT, WITHOUT ROWID;

CREATE INDEX lineage_child ON lineage (child);

-- What a complaint said before it was amended, by the version at which it said so.
CREATE TABLE revisions (
    number      TEXT NOT NULL REFERENCES complaints (number),
    version     INTEGER NOT NULL,
    sealed      BLOB NOT NULL,
    judul       TEXT NOT NULL,
    isi         TEXT NOT NULL,
    content_key BLOB NOT NULL,
    PRIMARY KEY (number, version)
) STRICT, WITHOUT ROWID;

-- The same words again are known again, also when an officer mended them meanwhile.
CREATE INDEX revisions_content ON revisions (content_key);

-- When the reporter was asked; null while no answer is awaited.
ALTER TABLE complaints ADD COLUMN asked INTEGER;

CREATE INDEX complaints_asked ON complaints (channel, position) WHERE asked IS NOT NULL;
