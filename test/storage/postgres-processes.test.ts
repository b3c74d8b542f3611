import { beforeEach, describe, expect, inject, it } from 'vitest';

import { MIGRATIONS } from '../../src/storage/postgres/migrations/migrations.ts';
import { createDatabase, queryPostgres } from '../support/postgres.ts';
import { processConformance, race } from './process-conformance.ts';

let url: string;
beforeEach(async () => {
  url = await createDatabase(inject('postgresServer'));
});

processConformance(() => url, {
  count: 200,
  async damage() {
    // A unit that was cut off half-way would leave one of these.
    return queryPostgres(
      url,
      `SELECT id FROM "authorization" a WHERE NOT EXISTS (
         SELECT FROM authorization_code WHERE authorization_id = a.id)
       UNION ALL
       SELECT authorization_id FROM authorization_code c WHERE redeemed_at IS NOT NULL AND (
         NOT EXISTS (SELECT FROM access_token WHERE authorization_id = c.authorization_id)
         OR NOT EXISTS (SELECT FROM refresh_token WHERE authorization_id = c.authorization_id))`,
    );
  },
});

describe('opening', () => {
  it('by several processes at once migrates the database once', async () => {
    await race(['a', 'b', 'c', 'd'], url);
    const applied = await queryPostgres(url, 'SELECT name FROM migration ORDER BY number');
    expect(applied).toEqual(MIGRATIONS.map(({ name }) => ({ name })));
  });
});
