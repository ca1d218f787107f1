-- What is sent beside what came: fitted pictures, the whole of a long text, and files that cannot go with the reason. Ordinal 0 is the
-- text. Ids of uploads move here; what was uploaded and not created yet is uploaded once more, which leaves at most an orphan each.
CREATE TABLE sent_files (
    number      TEXT NOT NULL REFERENCES complaints (number),
    ordinal     INTEGER NOT NULL,
    media_type  TEXT NOT NULL,
    origin_hash TEXT NOT NULL,
    inline      BLOB,
    file        TEXT,
    length      INTEGER,
    hash        TEXT,
    refusal     TEXT,
    tries       INTEGER NOT NULL,
    place       BLOB,
    upload_id   TEXT,
    PRIMARY KEY (number, ordinal)
) STRICT;
ALTER TABLE attachments DROP COLUMN upload_id;
