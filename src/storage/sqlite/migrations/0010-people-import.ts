export const peopleImport = `
-- The import of people in the browser: one at a time, for every process to show.
CREATE TABLE people_import (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  number       INTEGER NOT NULL,
  file_name    TEXT NOT NULL,
  format       TEXT NOT NULL CHECK (format IN ('csv', 'jsonl')),
  size         INTEGER NOT NULL,
  started_at   INTEGER NOT NULL,
  started_by   INTEGER NOT NULL REFERENCES account (id),
  phase        TEXT NOT NULL CHECK (phase IN ('checking', 'checked', 'importing', 'imported', 'failed')),
  bytes        INTEGER NOT NULL,
  people       INTEGER NOT NULL,
  result       TEXT,
  seen_at      INTEGER NOT NULL,
  confirmed_by INTEGER REFERENCES account (id)
) STRICT;
`;
