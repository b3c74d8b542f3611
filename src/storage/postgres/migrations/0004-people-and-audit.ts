export const peopleAndAudit = `
-- What people are found by, besides their identifiers: see search-terms.ts.
CREATE TABLE account_search_term (
  term       text COLLATE "C" NOT NULL,
  account_id bigint NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  PRIMARY KEY (term, account_id)
);
CREATE INDEX account_search_term_by_account ON account_search_term (account_id);

-- Refers to nothing: what was done stays told when what it was done to is gone.
CREATE TABLE audit_event (
  seq           bigint PRIMARY KEY,
  at            bigint NOT NULL,
  actor         bigint, -- NULL: the system, or its operator
  actor_name    text,
  action        text COLLATE "C" NOT NULL,
  subject_type  text COLLATE "C" NOT NULL,
  subject_id    text COLLATE "C" NOT NULL,
  subject_label text NOT NULL,
  details       text NOT NULL,
  previous_hash text NOT NULL,
  hash          text NOT NULL,
  CHECK ((actor IS NULL) = (actor_name IS NULL))
);
CREATE INDEX audit_event_by_actor ON audit_event (actor, seq);
CREATE INDEX audit_event_by_action ON audit_event (action, seq);
CREATE INDEX audit_event_by_subject ON audit_event (subject_type, subject_id, seq);
CREATE INDEX audit_event_by_time ON audit_event (at, seq);

-- The end of the chain: a single row, so that events cut off the end are missed.
CREATE TABLE audit_head (
  id   bigint PRIMARY KEY CHECK (id = 1),
  seq  bigint NOT NULL,
  hash text NOT NULL
);
`;
