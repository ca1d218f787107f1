-- What the gates have judged, in the order in which they did, and the keyed values by which a complaint of the same matter finds it.
CREATE TABLE judgements (
    judged INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL REFERENCES complaints (number)
) STRICT;

CREATE INDEX judgements_number ON judgements (number);

CREATE TABLE near_bands (
    band   INTEGER NOT NULL,
    judged INTEGER NOT NULL,
    PRIMARY KEY (band, judged)
) STRICT, WITHOUT ROWID;

CREATE INDEX complaints_duplicates ON complaints (link_to) WHERE state = 'duplicate';
