import type { Kysely } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Consent, ConsentNow, ConsentStore } from '../../domain/consent.ts';
import { claimsFromText, type JsonText } from './json-text.ts';
import { yieldsData } from './live-authorization.ts';
import { change, readSnapshot, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

const COLUMNS = ['granted', 'declined', 'first_at', 'last_at', 'ended_at'] as const;

export function consentStore(database: RelationalDatabase): ConsentStore {
  return {
    async findConsent(accountId, clientNumber, at) {
      return readSnapshot(database, async (transaction) =>
        consentNow(transaction, { accountId, clientNumber, at }),
      );
    },

    async recordConsent(answered) {
      const { accountId, clientNumber, at } = answered;
      const granted = JSON.stringify(answered.granted);
      const declined = JSON.stringify(answered.declined);
      return change(database, async (transaction) => {
        const before = await consentNow(transaction, answered);
        await transaction
          .insertInto('consent')
          .values({
            account_id: accountId,
            client_number: clientNumber,
            granted,
            declined,
            first_at: at,
            last_at: at,
            ended_at: null,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['account_id', 'client_number'])
              .doUpdateSet({ granted, declined, last_at: at, ended_at: null }),
          )
          .execute();
        return before;
      });
    },

    async countOthersWithConsent(clientNumber, { than, most }) {
      const { people } = await database.reading
        .selectFrom((query) =>
          query
            .selectFrom('consent')
            .where('client_number', '=', clientNumber)
            .where('ended_at', 'is', null)
            .where('account_id', '<>', than)
            .select('account_id')
            .limit(most)
            .as('other'),
        )
        .select((all) => all.fn.countAll<number>().as('people'))
        .executeTakeFirstOrThrow();
      return people;
    },

    async listConsents(accountId) {
      const rows = await database.reading
        .selectFrom('consent')
        .innerJoin('client', 'client.number', 'consent.client_number')
        .where('account_id', '=', accountId)
        .orderBy('last_at', 'desc')
        .select(['client.number', 'client.name', ...COLUMNS])
        .execute();
      return rows.map((row) => ({
        client: { number: row.number, name: row.name },
        ...consentFromRow(row),
      }));
    },
  };
}

async function consentNow(
  database: Kysely<Schema>,
  {
    accountId,
    clientNumber,
    at,
  }: { readonly accountId: AccountId; readonly clientNumber: ClientNumber; readonly at: Instant },
): Promise<ConsentNow | undefined> {
  const row = await database
    .selectFrom('consent')
    .where('account_id', '=', accountId)
    .where('client_number', '=', clientNumber)
    .select(COLUMNS)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const live = await database
    .selectFrom('authorization')
    .where('authorization.account_id', '=', accountId)
    .where('authorization.client_number', '=', clientNumber)
    .where('authorization.revoked_at', 'is', null)
    .where((query) => yieldsData(query, at))
    .select('authorization.id')
    .limit(1)
    .executeTakeFirst();
  return { ...consentFromRow(row), isLive: live !== undefined };
}

interface ConsentRow {
  readonly granted: JsonText;
  readonly declined: JsonText;
  readonly first_at: Instant;
  readonly last_at: Instant;
  readonly ended_at: Instant | null;
}

function consentFromRow(row: ConsentRow): Consent {
  return {
    granted: claimsFromText(row.granted),
    declined: claimsFromText(row.declined),
    firstAt: row.first_at,
    lastAt: row.last_at,
    endedAt: row.ended_at,
  };
}
