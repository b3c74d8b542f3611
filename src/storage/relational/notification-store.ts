import type { AccountId } from '../../domain/account.ts';
import type { Instant } from '../../domain/clock.ts';
import {
  DEFAULT_NOTIFICATION_CHOICE,
  type NotificationContent,
  type NotificationStore,
} from '../../domain/notification.ts';
import { builtOnce } from './built-once.ts';
import { type JsonText, notificationFromText } from './json-text.ts';
import { change, type RelationalDatabase } from './relational-database.ts';

type Notifications = Omit<NotificationStore, 'noteBrowser'>;

export function notificationStore(database: RelationalDatabase): Notifications {
  const { reading } = database;
  const insert = builtOnce((row: NewRow) =>
    reading.insertInto('notification').values({
      account_id: row.accountId,
      at: row.at,
      read_at: null,
      type: row.type,
      content: row.content,
    }),
  );
  const findChoice = builtOnce(({ accountId }: { readonly accountId: AccountId }) =>
    reading
      .selectFrom('notification_choice')
      .where('account_id', '=', accountId)
      .select(['app_access_mail', 'new_sign_in_mail']),
  );

  return {
    async notify(accountId, content, at) {
      const row = { accountId, at, ...kept(content) };
      await change(database, async (transaction) => insert(transaction, row));
    },

    async notifyPeopleOfApp(clientNumber, content, at) {
      const { type, content: text } = kept(content);
      const told = await change(database, async (transaction) =>
        transaction
          .insertInto('notification')
          .columns(['account_id', 'at', 'type', 'content'])
          .expression((query) =>
            query
              .selectFrom('consent')
              .where('client_number', '=', clientNumber)
              .where('ended_at', 'is', null)
              .select((of) => [
                'account_id',
                of.cast<number>(of.val(at), 'bigint').as('at'),
                of.cast<typeof type>(of.val(type), 'text').as('type'),
                of.cast<string>(of.val(text), 'text').as('content'),
              ]),
          )
          .executeTakeFirstOrThrow(),
      );
      return Number(told.numInsertedOrUpdatedRows ?? 0);
    },

    async listNotifications(accountId, limit) {
      const rows = await reading
        .selectFrom('notification')
        .where('account_id', '=', accountId)
        .orderBy('id', 'desc')
        .limit(limit)
        .select(['id', 'at', 'read_at', 'content'])
        .execute();
      return rows.map((row) => ({
        id: row.id,
        at: row.at,
        readAt: row.read_at,
        content: notificationFromText(row.content),
      }));
    },

    async countUnreadNotifications(accountId) {
      const { unread } = await reading
        .selectFrom('notification')
        .where('account_id', '=', accountId)
        .where('read_at', 'is', null)
        .select((all) => all.fn.countAll<number>().as('unread'))
        .executeTakeFirstOrThrow();
      return unread;
    },

    async markNotificationsRead(accountId, { type, id }, at) {
      await change(database, async (transaction) =>
        transaction
          .updateTable('notification')
          .set({ read_at: at })
          .where('account_id', '=', accountId)
          .where('read_at', 'is', null)
          .where('id', type === 'one' ? '=' : '<=', id)
          .execute(),
      );
    },

    async findNotificationChoice(accountId) {
      const [row] = await findChoice(reading, { accountId });
      if (row === undefined) return DEFAULT_NOTIFICATION_CHOICE;
      return {
        appAccessMail: row.app_access_mail === 1,
        newSignInMail: row.new_sign_in_mail === 1,
      };
    },

    async chooseNotifications(accountId, choice) {
      const chosen = {
        app_access_mail: choice.appAccessMail ? 1 : 0,
        new_sign_in_mail: choice.newSignInMail ? 1 : 0,
      } as const;
      await change(database, async (transaction) =>
        transaction
          .insertInto('notification_choice')
          .values({ account_id: accountId, ...chosen })
          .onConflict((conflict) => conflict.column('account_id').doUpdateSet(chosen))
          .execute(),
      );
    },
  };
}

interface NewRow {
  readonly accountId: AccountId;
  readonly at: Instant;
  readonly type: NotificationContent['type'];
  readonly content: JsonText;
}

function kept(content: NotificationContent): {
  readonly type: NotificationContent['type'];
  readonly content: string;
} {
  return { type: content.type, content: JSON.stringify(content) };
}
