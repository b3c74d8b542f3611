import type { InstallationStore } from '../../domain/storage.ts';
import { change, type RelationalDatabase } from './relational-database.ts';

export function installationStore(database: RelationalDatabase): InstallationStore {
  const { reading } = database;
  return {
    async isEmpty() {
      // Everything else belongs to somebody, but for pictures: those of synthetic people are always there.
      const somebody = await reading
        .selectFrom('account')
        .where('environment', '=', 'live')
        .select('id')
        .limit(1)
        .execute();
      return somebody.length === 0;
    },

    async holdsDemoData() {
      const { holds_demo_data } = await reading
        .selectFrom('installation')
        .select('holds_demo_data')
        .executeTakeFirstOrThrow();
      return holds_demo_data === 1;
    },

    async markDemoData() {
      await change(database, async (transaction) => {
        await transaction.updateTable('installation').set({ holds_demo_data: 1 }).execute();
      });
    },
  };
}
