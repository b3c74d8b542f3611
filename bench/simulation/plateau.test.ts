import { it } from 'vitest';
import { measuredSqlite } from './measured-database.ts';
import { expectPlateau, PATIENCE } from './plateau.ts';

it(
  'a campus reaches a plateau on SQLite',
  async () => {
    const database = await measuredSqlite();
    try {
      await expectPlateau(database);
    } finally {
      await database.remove();
    }
  },
  PATIENCE,
);
