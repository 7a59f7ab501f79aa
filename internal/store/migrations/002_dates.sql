-- Events and sayings in order of time: by the first moment of their date, then
-- the last, days of the Julian calendar with their fractions; those without a
-- date last. An index and no column: what it holds is read out of the line, and
-- cannot come to differ from it.
CREATE INDEX line_date ON line (
  coalesce(julianday(json_extract(json, '$.date.from')), 1e9),
  coalesce(julianday(json_extract(json, '$.date.until')), 1e9),
  type, id
) WHERE type IN ('event', 'saying');
