-- What accuses an office is seen by a Penelaah Pengawasan alone; what tells of danger to life is marked.
ALTER TABLE complaints ADD COLUMN supervised INTEGER NOT NULL DEFAULT 0;
ALTER TABLE complaints ADD COLUMN danger TEXT;
