export const peopleImport = `
-- The import of people in the browser: one at a time, for every process to show.
CREATE TABLE people_import (
  id           bigint PRIMARY KEY CHECK (id = 1),
  number       bigint NOT NULL,
  file_name    text NOT NULL,
  format       text NOT NULL CHECK (format IN ('csv', 'jsonl')),
  size         bigint NOT NULL,
  started_at   bigint NOT NULL,
  started_by   bigint NOT NULL REFERENCES account (id),
  phase        text NOT NULL CHECK (phase IN ('checking', 'checked', 'importing', 'imported', 'failed')),
  bytes        bigint NOT NULL,
  people       bigint NOT NULL,
  result       text,
  seen_at      bigint NOT NULL,
  confirmed_by bigint REFERENCES account (id)
);
`;
