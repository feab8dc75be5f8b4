-- The home page lists the enterprises registered first, however many other records there are.
CREATE INDEX registration_batch_template ON registration_batch (template, at);
