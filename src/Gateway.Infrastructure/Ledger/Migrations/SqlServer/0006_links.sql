-- What the gates linked, beside what a person did: it stays, so that a person's link can be taken back. Alone in its transaction, so that older nodes
-- that work beside this wait for no more than a moment.
ALTER TABLE complaints ADD link_found nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL;
