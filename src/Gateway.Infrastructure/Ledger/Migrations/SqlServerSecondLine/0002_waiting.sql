-- What waits is a handful among all that was ever delivered, and is asked for many times a second. Servers that know no index with a condition go
-- without: there the questions are answered by the longer indexes, and cost more the longer the history is.
BEGIN TRY
    EXEC ('CREATE INDEX complaints_unpublished_now ON complaints (destination, agency, state, ready_at, position) INCLUDE (published, danger, wish, klasifikasi) WHERE published IS NULL AND state IN (''queued'', ''retrying'')');
END TRY
BEGIN CATCH
    PRINT 'complaints_unpublished_now: ' + ERROR_MESSAGE();
END CATCH;

BEGIN TRY
    EXEC ('CREATE INDEX complaints_urgent_now ON complaints (destination, state, ready_at, position) INCLUDE (danger, published, wish, klasifikasi) WHERE danger IS NOT NULL');
END TRY
BEGIN CATCH
    PRINT 'complaints_urgent_now: ' + ERROR_MESSAGE();
END CATCH;
