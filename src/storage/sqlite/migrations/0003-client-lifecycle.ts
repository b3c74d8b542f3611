export const clientLifecycle = `
-- Each version of what a client asks for. What it says never changes, only what becomes of it.
CREATE TABLE client_revision (
  client_number INTEGER NOT NULL REFERENCES client (number) ON DELETE CASCADE,
  number        INTEGER NOT NULL CHECK (number > 0),
  state         TEXT NOT NULL,
  since         INTEGER NOT NULL,
  claims        TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  decisions     TEXT NOT NULL,
  checklist     TEXT NOT NULL,
  first_voter   INTEGER REFERENCES account (id),
  first_vote    TEXT,
  PRIMARY KEY (client_number, number),
  CHECK ((first_voter IS NULL) = (first_vote IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX client_revision_by_voter ON client_revision (first_voter) WHERE first_voter IS NOT NULL;

-- What a team and the reviewers write to each other.
CREATE TABLE client_message (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  client_number INTEGER NOT NULL REFERENCES client (number) ON DELETE CASCADE,
  at            INTEGER NOT NULL,
  author        INTEGER NOT NULL REFERENCES account (id),
  side          TEXT NOT NULL CHECK (side IN ('team', 'reviewer')),
  text          TEXT NOT NULL
) STRICT;
CREATE INDEX client_message_by_client ON client_message (client_number);
CREATE INDEX client_message_by_author ON client_message (author);
`;
