import type { Kysely } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Consent, ConsentNow, ConsentStore } from '../../domain/consent.ts';
import { builtOnce } from './built-once.ts';
import { claimsFromText, type JsonText } from './json-text.ts';
import { yieldsData } from './live-authorization.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

const COLUMNS = ['granted', 'declined', 'first_at', 'last_at', 'ended_at'] as const;

export function consentStore(database: RelationalDatabase): ConsentStore {
  const { reading } = database;
  const queries = consentQueries(reading);
  const countOthers = builtOnce(({ clientNumber, than, most }: Others) =>
    reading
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
      .select((all) => all.fn.countAll<number>().as('people')),
  );

  return {
    async findConsent(accountId, clientNumber, at) {
      return consentNow(reading, queries, { accountId, clientNumber, at });
    },

    async recordConsent(answered) {
      const { accountId, clientNumber, at } = answered;
      const granted = JSON.stringify(answered.granted);
      const declined = JSON.stringify(answered.declined);
      return change(database, async (transaction) => {
        const before = await consentNow(transaction, queries, { accountId, clientNumber, at });
        await queries.record(transaction, { accountId, clientNumber, granted, declined, at });
        return before;
      });
    },

    async countOthersWithConsent(clientNumber, { than, most }) {
      const [counted] = await countOthers(reading, { clientNumber, than, most });
      return counted?.people ?? 0;
    },

    async listConsents(accountId) {
      const rows = await reading
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

/** Whose answer to which app, and when it is asked for. */
interface Asked {
  readonly accountId: AccountId;
  readonly clientNumber: ClientNumber;
  readonly at: Instant;
}
interface Answered extends Asked {
  readonly granted: JsonText;
  readonly declined: JsonText;
}
interface Others {
  readonly clientNumber: ClientNumber;
  readonly than: AccountId;
  readonly most: number;
}

type ConsentQueries = ReturnType<typeof consentQueries>;

function consentQueries(database: Kysely<Schema>) {
  return {
    find: builtOnce(({ accountId, clientNumber, at }: Asked) =>
      database
        .selectFrom('consent')
        .where('account_id', '=', accountId)
        .where('client_number', '=', clientNumber)
        .select(COLUMNS)
        .select((of) =>
          of
            .case()
            .when(
              of.exists(
                of
                  .selectFrom('authorization')
                  .where('authorization.account_id', '=', accountId)
                  .where('authorization.client_number', '=', clientNumber)
                  .where('authorization.revoked_at', 'is', null)
                  .where((query) => yieldsData(query, at))
                  .select('authorization.id'),
              ),
            )
            .then(of.lit(1))
            .else(of.lit(0))
            .end()
            .as('is_live'),
        ),
    ),
    record: builtOnce(({ accountId, clientNumber, granted, declined, at }: Answered) =>
      database
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
        ),
    ),
  };
}

async function consentNow(
  on: Kysely<Schema>,
  { find }: ConsentQueries,
  asked: Asked,
): Promise<ConsentNow | undefined> {
  const [row] = await find(on, asked);
  return row && { ...consentFromRow(row), isLive: row.is_live === 1 };
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
