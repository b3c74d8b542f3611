export const peopleAndAudit = `
-- What people are found by, besides their identifiers: see search-terms.ts.
CREATE TABLE account_search_term (
  term       TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  PRIMARY KEY (term, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_search_term_by_account ON account_search_term (account_id);

-- Refers to nothing: what was done stays told when what it was done to is gone.
CREATE TABLE audit_event (
  seq           INTEGER PRIMARY KEY,
  at            INTEGER NOT NULL,
  actor         INTEGER, -- NULL: the system, or its operator
  actor_name    TEXT,
  action        TEXT NOT NULL,
  subject_type  TEXT NOT NULL,
  subject_id    TEXT NOT NULL,
  subject_label TEXT NOT NULL,
  details       TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL,
  CHECK ((actor IS NULL) = (actor_name IS NULL))
) STRICT;
CREATE INDEX audit_event_by_actor ON audit_event (actor, seq);
CREATE INDEX audit_event_by_action ON audit_event (action, seq);
CREATE INDEX audit_event_by_subject ON audit_event (subject_type, subject_id, seq);
CREATE INDEX audit_event_by_time ON audit_event (at, seq);

-- The end of the chain: a single row, so that events cut off the end are missed.
CREATE TABLE audit_head (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  seq  INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
`;
