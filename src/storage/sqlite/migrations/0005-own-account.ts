export const ownAccount = `
-- What apps did, by authorization, hour and data points. Outlives the authorization and the app.
CREATE TABLE app_activity (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id       INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  authorization_id INTEGER NOT NULL,
  hour             INTEGER NOT NULL, -- hours since 1970
  kind             TEXT NOT NULL CHECK (kind IN ('allowed', 'read')),
  claims_hash      BLOB NOT NULL CHECK (length(claims_hash) = 32),
  claims           TEXT NOT NULL,
  client_number    INTEGER NOT NULL,
  client_name      TEXT NOT NULL,
  first_at         INTEGER NOT NULL,
  last_at          INTEGER NOT NULL,
  count            INTEGER NOT NULL,
  UNIQUE (authorization_id, hour, kind, claims_hash)
) STRICT;
CREATE INDEX app_activity_by_account ON app_activity (account_id, id);
CREATE INDEX app_activity_by_hour ON app_activity (hour);

-- The last answer of a person to an app.
CREATE TABLE consent (
  account_id    INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  client_number INTEGER NOT NULL REFERENCES client (number) ON DELETE CASCADE,
  granted       TEXT NOT NULL,
  declined      TEXT NOT NULL,
  first_at      INTEGER NOT NULL,
  last_at       INTEGER NOT NULL,
  ended_at      INTEGER, -- when the person ended the access
  PRIMARY KEY (account_id, client_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_by_client ON consent (client_number) WHERE ended_at IS NULL;

CREATE TABLE notification (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  at         INTEGER NOT NULL,
  type       TEXT NOT NULL,
  content    TEXT NOT NULL,
  read_at    INTEGER
) STRICT;
CREATE INDEX notification_by_account ON notification (account_id, id);
CREATE INDEX notification_unread ON notification (account_id) WHERE read_at IS NULL;
CREATE INDEX notification_by_time ON notification (at);

CREATE TABLE notification_choice (
  account_id       INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  app_access_mail  INTEGER NOT NULL CHECK (app_access_mail IN (0, 1)),
  new_sign_in_mail INTEGER NOT NULL CHECK (new_sign_in_mail IN (0, 1))
) STRICT;

-- With which browsers, and where, somebody signed in before.
CREATE TABLE known_browser (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  network    TEXT NOT NULL,
  device     TEXT NOT NULL,
  last_at    INTEGER NOT NULL,
  PRIMARY KEY (account_id, network, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_browser_by_time ON known_browser (last_at);
`;
