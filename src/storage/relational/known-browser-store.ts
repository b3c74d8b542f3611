import type { NotificationStore } from '../../domain/notification.ts';
import { change, type RelationalDatabase } from './relational-database.ts';

export function knownBrowserStore(
  database: RelationalDatabase,
): Pick<NotificationStore, 'noteBrowser'> {
  return {
    async noteBrowser(accountId, { network, device }, at) {
      return change(database, async (transaction) => {
        const known = await transaction
          .selectFrom('known_browser')
          .where('account_id', '=', accountId)
          .select(['network', 'device'])
          .execute();
        await transaction
          .insertInto('known_browser')
          .values({ account_id: accountId, network, device, last_at: at })
          .onConflict((conflict) =>
            conflict.columns(['account_id', 'network', 'device']).doUpdateSet({ last_at: at }),
          )
          .execute();
        if (known.length === 0) return 'first';
        return known.some((one) => one.network === network && one.device === device)
          ? 'known'
          : 'new';
      });
    },
  };
}
