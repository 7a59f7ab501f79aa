-- The event mentions of each article, found with its reading and written with it:
-- they are many, nothing is resolved from them, and they stand in no generation.
CREATE TABLE event_mentions (
  article TEXT PRIMARY KEY,
  capture TEXT NOT NULL REFERENCES capture ON DELETE CASCADE,
  data    BLOB NOT NULL     -- one zstd frame of JSON, a list for each field
) STRICT;
CREATE INDEX event_mentions_capture ON event_mentions (capture);
