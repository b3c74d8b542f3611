import { inject, it } from 'vitest';
import { measuredPostgres } from '../../bench/simulation/measured-database.ts';
import { expectPlateau, PATIENCE } from '../../bench/simulation/plateau.ts';

it(
  'a campus reaches a plateau on PostgreSQL',
  async () => {
    const database = await measuredPostgres(inject('postgresServer'));
    try {
      await expectPlateau(database);
    } finally {
      await database.remove();
    }
  },
  PATIENCE,
);
