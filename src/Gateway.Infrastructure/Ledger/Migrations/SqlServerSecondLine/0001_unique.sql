-- What the guards of the statements see to already, each write having its turn alone: should one of them be wrong, or another program
-- write here, SQL Server refuses. Servers that know no unique index over columns that may be empty, or none with a condition, go
-- without. Outside a transaction, so that a refusal costs nothing else.

-- A phone, mail address or NIK is one person's alone.
BEGIN TRY
    EXEC ('CREATE UNIQUE INDEX reporter_index_identifies ON reporter_index (kind, hash) WHERE identifies = 1');
END TRY
BEGIN CATCH
    PRINT 'reporter_index_identifies: ' + ERROR_MESSAGE();
END CATCH;

-- A quarantined item that was mended leaves its key and its place to the item that mends it.
BEGIN TRY
    EXEC ('ALTER TABLE items ADD standing AS (CASE WHEN resolved = ''fixed'' THEN id ELSE '''' END) PERSISTED');
    EXEC ('CREATE UNIQUE INDEX items_occurrence ON items (source_key, occurrence, standing) WHERE occurrence IS NOT NULL');
    EXEC ('CREATE UNIQUE INDEX items_place ON items (arrival, item, standing) WHERE arrival IS NOT NULL');
END TRY
BEGIN CATCH
    PRINT 'items_occurrence, items_place: ' + ERROR_MESSAGE();
END CATCH;

BEGIN TRY
    EXEC ('CREATE UNIQUE INDEX complaints_central_id ON complaints (destination, central_id) WHERE central_id IS NOT NULL');
END TRY
BEGIN CATCH
    PRINT 'complaints_central_id: ' + ERROR_MESSAGE();
END CATCH;
