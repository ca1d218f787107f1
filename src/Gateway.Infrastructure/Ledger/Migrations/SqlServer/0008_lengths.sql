-- A source may declare a type of any length, and the centre name a task at any length. No index has these columns.
ALTER TABLE arrivals ALTER COLUMN media_type nvarchar(max) NULL;
ALTER TABLE attachments ALTER COLUMN media_type nvarchar(max) NOT NULL;
ALTER TABLE sent_files ALTER COLUMN media_type nvarchar(max) NOT NULL;
ALTER TABLE tasks ALTER COLUMN held_by nvarchar(max) NULL;

-- What was published and not claimed is looked for each second, whatever the destination.
CREATE INDEX complaints_published_at ON complaints (published) INCLUDE (state);
