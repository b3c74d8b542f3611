/**
 * Instants are milliseconds since 1970, hashes SHA-256, JSON is text.
 * Deleting a row deletes everything that descends from it, but for the authorizations of a client.
 */
export const initialSchema = `
-- Real people are of the environment 'live', synthetic ones of the 'sandbox'. Usernames are two worlds, too.
CREATE TABLE account (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  environment   TEXT NOT NULL CHECK (environment IN ('live', 'sandbox')),
  username      TEXT,
  profile       TEXT NOT NULL,
  password_hash TEXT,
  is_active     INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  language      TEXT,
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  UNIQUE (environment, username),
  UNIQUE (id, environment) -- for authorization
) STRICT;

-- An identifier may belong to two people: then it signs in nobody, but neither loses it.
CREATE TABLE account_identifier (
  identifier TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  PRIMARY KEY (identifier, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_identifier_by_account ON account_identifier (account_id);

CREATE TABLE session (
  number       INTEGER PRIMARY KEY AUTOINCREMENT,
  hash         BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  account_id   INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at   INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  user_agent   TEXT NOT NULL,
  network      TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_expiry ON session (expires_at);

-- At most one link of an account works; a used one is deleted.
CREATE TABLE password_reset (
  hash       BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
  account_id INTEGER NOT NULL UNIQUE REFERENCES account (id) ON DELETE CASCADE,
  issued_at  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX password_reset_by_expiry ON password_reset (expires_at);

-- Counts until it expires: its window is over.
CREATE TABLE attempt (
  id         INTEGER PRIMARY KEY,
  subject    TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attempt_by_subject ON attempt (subject, expires_at);
CREATE INDEX attempt_by_expiry ON attempt (expires_at);

CREATE TABLE client (
  number             INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id          TEXT NOT NULL UNIQUE,
  sandbox_client_id  TEXT NOT NULL UNIQUE,
  client_type        TEXT NOT NULL CHECK (client_type IN ('confidential', 'public')),
  name               TEXT NOT NULL,
  name_key           TEXT NOT NULL UNIQUE, -- the name as compared, see client-name.ts
  description        TEXT NOT NULL,
  redirect_uris      TEXT NOT NULL,
  status             TEXT NOT NULL CHECK (status IN (
    'draft', 'in-review', 'changes-requested', 'rejected', 'approved', 'suspended', 'retired'
  )),
  status_since       INTEGER NOT NULL, -- when the status last changed
  requested_claims   TEXT NOT NULL,
  approved_claims    TEXT NOT NULL,
  revision_state        TEXT NOT NULL CHECK (revision_state IN (
    'draft', 'in-review', 'changes-requested', 'rejected', 'approved', 'withdrawn'
  )), -- of the newest revision
  revision_since        INTEGER NOT NULL,
  approved_revision     INTEGER, -- NULL: never approved
  attested_at           INTEGER, -- when it was last approved, or its team last confirmed it
  attestation_reminders INTEGER NOT NULL DEFAULT 0,
  logo_path          TEXT,
  created_by         INTEGER NOT NULL REFERENCES account (id),
  created_at         INTEGER NOT NULL,
  changed_at         INTEGER NOT NULL, -- when the newest event was written
  revision           INTEGER NOT NULL,
  CHECK (client_id <> sandbox_client_id)
) STRICT;
CREATE INDEX client_by_creator ON client (created_by);

-- A revoked one stays, so that it is known by its hash should it be found somewhere.
CREATE TABLE client_secret (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  client_number     INTEGER NOT NULL REFERENCES client (number) ON DELETE CASCADE,
  environment       TEXT NOT NULL CHECK (environment IN ('live', 'sandbox')),
  hash              BLOB NOT NULL CHECK (length(hash) = 32),
  name              TEXT NOT NULL,
  hint              TEXT NOT NULL,
  created_by        INTEGER NOT NULL REFERENCES account (id),
  created_at        INTEGER NOT NULL,
  expires_at        INTEGER,
  revoked_at        INTEGER,
  leaked_at         INTEGER, -- when it was first reported as found in the open
  last_used_at      INTEGER,
  last_used_network TEXT,
  warned_within     INTEGER, -- seconds before its end for which its team was last warned
  CHECK ((last_used_at IS NULL) = (last_used_network IS NULL))
) STRICT;
CREATE INDEX client_secret_by_client ON client_secret (client_number, environment);
CREATE INDEX client_secret_by_hash ON client_secret (hash);
CREATE INDEX client_secret_by_creator ON client_secret (created_by);
CREATE INDEX client_secret_by_expiry ON client_secret (expires_at)
  WHERE expires_at IS NOT NULL AND revoked_at IS NULL;

-- \`id\` keeps the order of joining.
CREATE TABLE client_team_member (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  client_number INTEGER NOT NULL REFERENCES client (number) ON DELETE CASCADE,
  account_id    INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  joined_at     INTEGER NOT NULL,
  UNIQUE (client_number, account_id)
) STRICT;
CREATE INDEX client_team_member_by_account ON client_team_member (account_id);

CREATE TABLE client_event (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  client_number INTEGER NOT NULL REFERENCES client (number) ON DELETE CASCADE,
  type          TEXT NOT NULL,
  at            INTEGER NOT NULL,
  actor         INTEGER REFERENCES account (id), -- NULL: nobody, it happened by itself
  message       TEXT NOT NULL
) STRICT;
CREATE INDEX client_event_by_client ON client_event (client_number);
CREATE INDEX client_event_by_actor ON client_event (actor);

-- That client credentials of one environment reach accounts of the other cannot even be stored.
-- Those of a deleted client are refused wherever they are read, and removed little by little:
-- there may be a million, and everybody would have to wait for them to be gone.
CREATE TABLE authorization (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  client_number  INTEGER NOT NULL,
  environment    TEXT NOT NULL,
  account_id     INTEGER NOT NULL,
  granted_claims TEXT NOT NULL,
  created_at     INTEGER NOT NULL,
  revoked_at     INTEGER,
  last_read_at   INTEGER,
  FOREIGN KEY (account_id, environment) REFERENCES account (id, environment) ON DELETE CASCADE
) STRICT;
CREATE INDEX authorization_by_account ON authorization (account_id, client_number);
CREATE INDEX authorization_by_client ON authorization (client_number);
CREATE INDEX authorization_by_revocation ON authorization (revoked_at) WHERE revoked_at IS NOT NULL;

-- Clients that were deleted or retired, as long as authorizations of theirs are left.
CREATE TABLE deleted_client (
  number INTEGER PRIMARY KEY
) STRICT;

-- Redeemed codes stay until pruned, so that a replay is recognised.
CREATE TABLE authorization_code (
  hash                  BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
  authorization_id      INTEGER NOT NULL REFERENCES authorization (id) ON DELETE CASCADE,
  redirect_uri          TEXT NOT NULL,
  code_challenge_method TEXT CHECK (code_challenge_method IN ('S256', 'plain')),
  code_challenge        TEXT,
  expires_at            INTEGER NOT NULL,
  redeemed_at           INTEGER,
  CHECK ((code_challenge_method IS NULL) = (code_challenge IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX authorization_code_by_authorization ON authorization_code (authorization_id);
CREATE INDEX authorization_code_by_expiry ON authorization_code (expires_at);

-- One that ends before its authorization is deleted: on the wire, unknown and revoked are the same.
CREATE TABLE access_token (
  hash             BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
  authorization_id INTEGER NOT NULL REFERENCES authorization (id) ON DELETE CASCADE,
  scope            TEXT NOT NULL,
  expires_at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX access_token_by_authorization ON access_token (authorization_id);
CREATE INDEX access_token_by_expiry ON access_token (expires_at);

-- Spent ones stay as long as their authorization, so that a replay is recognised.
CREATE TABLE refresh_token (
  hash              BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
  authorization_id  INTEGER NOT NULL REFERENCES authorization (id) ON DELETE CASCADE,
  scope             TEXT NOT NULL,
  access_token_hash BLOB NOT NULL CHECK (length(access_token_hash) = 32),
  predecessor_hash  BLOB CHECK (length(predecessor_hash) = 32),
  rotated_at        INTEGER,
  sealed_answer     BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_token_by_authorization ON refresh_token (authorization_id);

CREATE TABLE media (
  path         TEXT NOT NULL PRIMARY KEY,
  content_type TEXT NOT NULL CHECK (content_type IN ('image/png', 'image/webp')),
  bytes        BLOB NOT NULL
) STRICT;

-- Facts about the installation itself: a single row.
CREATE TABLE installation (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  holds_demo_data INTEGER NOT NULL CHECK (holds_demo_data IN (0, 1))
) STRICT;
INSERT INTO installation (id, holds_demo_data) VALUES (1, 0);
`;
