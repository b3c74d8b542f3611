import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from './migrations.ts';

it('makes whoever registered a client its owner, or else whoever joined first, and all others developers', () => {
  const database = new DatabaseSync(':memory:');
  try {
    migrate(database, MIGRATIONS.slice(0, 7));
    database.exec(`
      INSERT INTO account (id, environment, username, profile, is_active, created_at, updated_at)
        VALUES (1, 'live', '1', '{}', 1, 0, 0), (2, 'live', '2', '{}', 1, 0, 0), (3, 'live', '3', '{}', 1, 0, 0);
      INSERT INTO client (number, client_id, sandbox_client_id, client_type, name, name_key, description,
          redirect_uris, status, status_since, requested_claims, approved_claims, revision_state, revision_since,
          attestation_reminders, created_by, created_at, changed_at, revision)
        SELECT number, 'live' || number, 'sandbox' || number, 'public', 'App ' || number, 'app' || number, '', '[]',
          'in-review', 0, '[]', '[]', 'in-review', 0, 0, 2, 0, 0, 1
        FROM (SELECT 1 AS number UNION SELECT 2 UNION SELECT 3);
      INSERT INTO client_team_member (client_number, account_id, joined_at)
        VALUES (1, 1, 0), (1, 2, 0), (1, 3, 0), (2, 3, 0), (2, 1, 0);
    `);
    migrate(database, MIGRATIONS);
    const team = database
      .prepare('SELECT client_number, account_id, role FROM client_team_member ORDER BY id')
      .all()
      .map((row) => [row['client_number'], row['account_id'], row['role']]);
    expect(team).toEqual([
      [1, 1, 'developer'],
      [1, 2, 'owner'],
      [1, 3, 'developer'],
      [2, 3, 'owner'],
      [2, 1, 'developer'],
    ]);
  } finally {
    database.close();
  }
});
