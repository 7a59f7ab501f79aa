-- What cannot be made again.

CREATE TABLE payload (
  sha256 TEXT PRIMARY KEY,  -- of the bytes, lower-case hex
  bytes  INTEGER NOT NULL,  -- before compression
  data   BLOB NOT NULL      -- one zstd frame
) STRICT, WITHOUT ROWID;

CREATE TABLE capture (
  id      TEXT PRIMARY KEY,
  sha256  TEXT NOT NULL REFERENCES payload,
  url     TEXT NOT NULL,
  at      TEXT NOT NULL,    -- RFC 3339, '' where nobody says
  grade   TEXT NOT NULL,    -- archive, saved, text
  media   TEXT NOT NULL,
  charset TEXT NOT NULL,
  meta    TEXT NOT NULL     -- JSON object: headers, redirects, container
) STRICT, WITHOUT ROWID;
CREATE INDEX capture_payload ON capture (sha256);

-- Every name a capture was read under; the smallest is its page.
CREATE TABLE label (
  capture TEXT NOT NULL REFERENCES capture ON DELETE CASCADE,
  page    TEXT NOT NULL,
  PRIMARY KEY (capture, page)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_page ON label (page);

-- What was offered and could not be taken in.
CREATE TABLE skip (
  page  TEXT NOT NULL,
  stage TEXT NOT NULL,
  why   TEXT NOT NULL,
  PRIMARY KEY (page, stage, why)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
  seq  INTEGER PRIMARY KEY,
  id   TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL
) STRICT;

-- Append-only: hash is SHA-256 over the hash before and this row.
CREATE TABLE log (
  seq    INTEGER PRIMARY KEY,
  at     TEXT NOT NULL,
  what   TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash   TEXT NOT NULL
) STRICT;

-- What can be made again.

-- What one stage read in one capture. key is a digest of all that went into
-- it: a reading under another key is stale and is made again.
CREATE TABLE reading (
  capture TEXT NOT NULL REFERENCES capture ON DELETE CASCADE,
  stage   TEXT NOT NULL,
  key     TEXT NOT NULL,
  data    BLOB NOT NULL,    -- one zstd frame of JSON
  PRIMARY KEY (capture, stage)
) STRICT, WITHOUT ROWID;

-- The published generation, as JSON lines.
CREATE TABLE line (
  n    INTEGER PRIMARY KEY,
  id   TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX line_type ON line (type, id);

-- Line n names the line target in one of its fields.
CREATE TABLE ref (
  target INTEGER NOT NULL,
  n      INTEGER NOT NULL,
  PRIMARY KEY (target, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX ref_from ON ref (n);

-- Of what the published generation was made.
CREATE TABLE state (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW article_words AS
  SELECT n, json_extract(json, '$.title') AS title, json_extract(json, '$.text') AS text
  FROM line WHERE type = 'article';

CREATE VIRTUAL TABLE words USING fts5 (
  title, text,
  content = 'article_words', content_rowid = 'n',
  tokenize = 'unicode61 remove_diacritics 2'
);
