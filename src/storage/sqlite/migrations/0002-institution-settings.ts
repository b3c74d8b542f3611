export const institutionSettings = `
-- The newest version of a concern is what holds; the others are its history.
CREATE TABLE setting (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  concern  TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version > 0),
  document TEXT NOT NULL,
  at       INTEGER NOT NULL,
  actor    INTEGER REFERENCES account (id), -- NULL: the operator, from the command line
  UNIQUE (concern, version)
) STRICT;
CREATE INDEX setting_by_actor ON setting (actor);
`;
