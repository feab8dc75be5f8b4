-- What became of each record of a batch is in the history that the record store keeps, with the id of its batch. Rows in
-- registration_entry are of before that, and are still read; of new batches, only enterprises have rows there.
ALTER TABLE registration_batch ADD COLUMN records INTEGER NOT NULL DEFAULT 0;

UPDATE registration_batch
   SET records = (SELECT COUNT(*) FROM registration_entry e WHERE e.batch_id = registration_batch.batch_id);
