export const clientActivity = `
-- The last requests of an app, for its team; never a secret, a code or a token.
CREATE TABLE client_attempt (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  client_number INTEGER NOT NULL REFERENCES client (number) ON DELETE CASCADE,
  environment   TEXT NOT NULL CHECK (environment IN ('live', 'sandbox')),
  at            INTEGER NOT NULL,
  endpoint      TEXT NOT NULL,
  reason        TEXT, -- NULL: it did what it was for
  parameters    TEXT NOT NULL,
  network       TEXT NOT NULL,
  request_id    TEXT NOT NULL
) STRICT;
CREATE INDEX client_attempt_by_client ON client_attempt (client_number, environment, id);
CREATE INDEX client_attempt_by_time ON client_attempt (at);

CREATE TABLE client_usage (
  client_number INTEGER NOT NULL REFERENCES client (number) ON DELETE CASCADE,
  environment   TEXT NOT NULL CHECK (environment IN ('live', 'sandbox')),
  day           TEXT NOT NULL, -- of the institution: YYYY-MM-DD
  kind          TEXT NOT NULL,
  count         INTEGER NOT NULL,
  PRIMARY KEY (client_number, environment, day, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_usage_by_day ON client_usage (day);
`;
