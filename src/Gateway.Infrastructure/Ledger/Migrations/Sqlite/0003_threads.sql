-- Which complaint a mail thread belongs to, by the keyed hash of each Message-ID in it. The first mail under an id keeps it.
CREATE TABLE threads (
    thread BLOB PRIMARY KEY NOT NULL,
    number TEXT NOT NULL REFERENCES complaints (number)
) STRICT, WITHOUT ROWID;
