export const clientTeam = `
-- Whoever registered a client owns it; if they left its team, whoever joined first.
ALTER TABLE client_team_member ADD COLUMN role TEXT NOT NULL DEFAULT 'developer'
  CHECK (role IN ('owner', 'developer', 'viewer'));
ALTER TABLE client_team_member ADD COLUMN is_successor INTEGER NOT NULL DEFAULT 0
  CHECK (is_successor IN (0, 1));
CREATE UNIQUE INDEX client_team_member_successor ON client_team_member (client_number)
  WHERE is_successor = 1;
UPDATE client_team_member SET role = 'owner' WHERE id IN (
  SELECT coalesce(
    (SELECT member.id FROM client_team_member AS member
      WHERE member.client_number = client.number AND member.account_id = client.created_by),
    (SELECT min(member.id) FROM client_team_member AS member
      WHERE member.client_number = client.number)
  ) FROM client
);

-- What its team was told about its owners: NULL: nothing.
ALTER TABLE client ADD COLUMN ownership_notice TEXT
  CHECK (ownership_notice IN ('ends-soon', 'ownerless'));

CREATE TABLE client_invitation (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  client_number INTEGER NOT NULL REFERENCES client (number) ON DELETE CASCADE,
  address       TEXT NOT NULL,
  address_key   TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('owner', 'developer', 'viewer')),
  invitee       INTEGER REFERENCES account (id) ON DELETE CASCADE, -- NULL: nobody here has the address
  hash          BLOB NOT NULL UNIQUE,
  invited_by    INTEGER NOT NULL REFERENCES account (id),
  sent_at       INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  UNIQUE (client_number, address_key)
) STRICT;
CREATE INDEX client_invitation_by_invitee ON client_invitation (invitee);
CREATE INDEX client_invitation_by_inviter ON client_invitation (invited_by);
CREATE INDEX client_invitation_by_expiry ON client_invitation (expires_at);
`;
