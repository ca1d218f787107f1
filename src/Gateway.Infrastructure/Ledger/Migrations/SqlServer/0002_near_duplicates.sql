-- What the gates have judged, in the order in which they did, and the keyed values by which a complaint of the same matter finds it.
CREATE TABLE judgements (
    judged bigint IDENTITY (1, 1) NOT NULL PRIMARY KEY,
    number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL REFERENCES complaints (number)
);

CREATE INDEX judgements_number ON judgements (number);

CREATE TABLE near_bands (
    band bigint NOT NULL,
    judged bigint NOT NULL,
    PRIMARY KEY (band, judged)
);

CREATE INDEX complaints_duplicates ON complaints (link_to, state);
