import {
  type Expression,
  type ExpressionBuilder,
  type Selectable,
  sql,
  type SqlBool,
  type Transaction,
} from 'kysely';
import type { ClientSecretStore, SecretIncident } from '../../domain/client-secret-store.ts';
import {
  type ClientSecretId,
  MOST_CLIENT_SECRETS,
  type NewClientSecret,
  type SecretUse,
} from '../../domain/client-secret.ts';
import type { ClientNumber, TeamAction } from '../../domain/client.ts';
import { addSeconds, type Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import { ACCOUNT_COLUMNS, nameFromRow } from './account-row.ts';
import { recordClientEntry } from './audit-log.ts';
import { recordEvent } from './client-event.ts';
import { changeOwnClient, hasTeamMember } from './own-client.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

/**
 * What a team, a scanner and time do with secrets; that they are used is noted on the hot path. Whatever counts
 * the secrets of a client changes the client's row first, so that two such changes take turns.
 */
export function clientSecretStore(
  database: RelationalDatabase,
): Omit<ClientSecretStore, 'noteSecretUsed'> {
  return {
    async listClientSecrets(number, accountId) {
      const rows = await database.reading
        .selectFrom('client_secret')
        .innerJoin('client', 'client.number', 'client_secret.client_number')
        .innerJoin('account', 'account.id', 'client_secret.created_by')
        .where('client.number', '=', number)
        .where(hasTeamMember(accountId))
        .where('client_secret.revoked_at', 'is', null)
        .orderBy('client_secret.id')
        .select([
          'client_secret.id as secret_id',
          'client_secret.environment as secret_environment',
          'client_secret.name',
          'client_secret.hint',
          'client_secret.created_at',
          'client_secret.expires_at',
          'client_secret.last_used_at',
          'client_secret.last_used_network',
          'client_secret.leaked_at',
        ])
        .select(ACCOUNT_COLUMNS)
        .execute();
      return rows.map((row) => ({
        id: row.secret_id,
        environment: row.secret_environment,
        name: row.name,
        hint: row.hint,
        createdAt: row.created_at,
        createdByName: nameFromRow(row),
        expiresAt: row.expires_at,
        lastUse: lastUse(row.last_used_at, row.last_used_network),
        leakedAt: row.leaked_at,
      }));
    },

    async addClientSecret(action, secret) {
      return change(database, async (transaction) => {
        if (!(await takeTurn(transaction, action))) return 'not-found';
        const { number, actor, at } = action;
        const inForce = await countInForce(transaction, { number, at, ...secret });
        if (inForce >= MOST_CLIENT_SECRETS) return 'too-many';
        await storeSecrets(transaction, action, [secret]);
        const message = describe(secret);
        await recordEvent(transaction, { number, type: 'secret-added', at, actor, message });
        await recordClientEntry(transaction, action, {
          action: 'client.secret-added',
          details: named(secret),
        });
        return 'added';
      });
    },

    async revokeClientSecret(action, { secretId, evenIfLast }) {
      return change(database, async (transaction) => {
        if (!(await takeTurn(transaction, action))) return 'not-found';
        const { number, actor, at } = action;
        const secret = await transaction
          .selectFrom('client_secret')
          .where('id', '=', secretId)
          .where('client_number', '=', number)
          .where('revoked_at', 'is', null)
          .select(['environment', 'name', 'hint', 'expires_at'])
          .executeTakeFirst();
        if (secret === undefined) return 'not-found';
        const isInForce = secret.expires_at === null || secret.expires_at > at;
        if (isInForce && !evenIfLast) {
          const { environment } = secret;
          const inForce = await countInForce(transaction, { number, environment, at });
          if (inForce === 1) return 'is-last';
        }
        await transaction
          .updateTable('client_secret')
          .set({ revoked_at: at })
          .where('id', '=', secretId)
          .execute();
        const message = describe(secret);
        await recordEvent(transaction, { number, type: 'secret-revoked', at, actor, message });
        await recordClientEntry(transaction, action, {
          action: 'client.secret-revoked',
          details: named(secret),
        });
        return 'revoked';
      });
    },

    async recordSecretLeak({ hash, at, foundAt, revoke }) {
      return change(database, async (transaction) => {
        const found = await transaction
          .selectFrom('client_secret')
          .where('hash', '=', hash)
          .where(isInForceAt(at))
          .select(['id', 'client_number'])
          .executeTakeFirst();
        if (found === undefined) return undefined;
        const { client_number: number } = found;
        const client = await transaction
          .updateTable('client')
          .set({ changed_at: at })
          .where('number', '=', number)
          .returning('name')
          .executeTakeFirst();
        // Another report, or the team, may have been faster.
        const secret = await markLeaked(transaction, { id: found.id, at, revoke });
        if (client === undefined || secret === undefined) return undefined;
        const message = foundAt === '' ? describe(secret) : `${describe(secret)}\n${foundAt}`;
        await recordEvent(transaction, { number, type: 'secret-leaked', at, actor: null, message });
        await recordClientEntry(
          transaction,
          { number, actor: null, at },
          { action: 'client.secret-leaked', details: named(secret) },
        );
        return incident({ number, name: client.name }, secret);
      });
    },

    async takeExpiringSecrets({ at, withinSeconds }) {
      return change(database, async (transaction) => {
        const taken = await transaction
          .updateTable('client_secret')
          .set({ warned_within: withinSeconds })
          .where('revoked_at', 'is', null)
          .where('expires_at', '>', at)
          .where('expires_at', '<=', addSeconds(at, withinSeconds))
          .where(sql<SqlBool>`expires_at - created_at > ${withinSeconds * 1000}`)
          .where((warned) =>
            warned.or([
              warned('warned_within', 'is', null),
              warned('warned_within', '>', withinSeconds),
            ]),
          )
          .returning(['client_number', 'environment', 'name', 'hint', 'expires_at'])
          .execute();
        if (taken.length === 0) return [];
        const clients = await transaction
          .selectFrom('client')
          .where('number', 'in', [...new Set(taken.map((row) => row.client_number))])
          .select(['number', 'name'])
          .execute();
        return clients.flatMap((client) =>
          taken
            .filter((row) => row.client_number === client.number)
            .map((row) => incident(client, row)),
        );
      });
    },
  };
}

/** What the audit log keeps of a secret. */
function named({
  environment,
  name,
  hint,
}: Pick<NewClientSecret, 'environment' | 'name' | 'hint'>): {
  readonly environment: Environment;
  readonly name: string;
  readonly hint: string;
} {
  return { environment, name, hint };
}

/** Stores secrets of a client, in the transaction of the change they are part of. */
export async function storeSecrets(
  transaction: Transaction<Schema>,
  { number, actor, at }: TeamAction,
  secrets: readonly NewClientSecret[],
): Promise<void> {
  if (secrets.length === 0) return;
  await transaction
    .insertInto('client_secret')
    .values(
      secrets.map(({ environment, hash, name, hint, expiresAt }) => ({
        client_number: number,
        environment,
        hash,
        name,
        hint,
        created_by: actor,
        created_at: at,
        expires_at: expiresAt,
        revoked_at: null,
        leaked_at: null,
        last_used_at: null,
        last_used_network: null,
        warned_within: null,
      })),
    )
    .execute();
}

/** Waits for other changes to the client's secrets. False: the client does not exist for the actor. */
async function takeTurn(transaction: Transaction<Schema>, action: TeamAction): Promise<boolean> {
  const set = { changed_at: action.at };
  return changeOwnClient(transaction, action, { may: 'secrets', set, event: null });
}

type SecretCondition = (
  expression: ExpressionBuilder<Schema, 'client_secret'>,
) => Expression<SqlBool>;

function isInForceAt(at: Instant): SecretCondition {
  return (secret) =>
    secret.and([
      secret('client_secret.revoked_at', 'is', null),
      secret.or([
        secret('client_secret.expires_at', 'is', null),
        secret('client_secret.expires_at', '>', at),
      ]),
    ]);
}

async function countInForce(
  transaction: Transaction<Schema>,
  of: { readonly number: ClientNumber; readonly environment: Environment; readonly at: Instant },
): Promise<number> {
  const rows = await transaction
    .selectFrom('client_secret')
    .where('client_number', '=', of.number)
    .where('environment', '=', of.environment)
    .where(isInForceAt(of.at))
    .select('id')
    .execute();
  return rows.length;
}

type SecretRow = Pick<
  Selectable<Schema['client_secret']>,
  'environment' | 'name' | 'hint' | 'expires_at'
>;

/** Undefined: it was revoked before, or is not to be revoked and known to have leaked. */
async function markLeaked(
  transaction: Transaction<Schema>,
  leak: { readonly id: ClientSecretId; readonly at: Instant; readonly revoke: boolean },
): Promise<SecretRow | undefined> {
  return transaction
    .updateTable('client_secret')
    .set((secret) => ({
      leaked_at: secret.fn.coalesce('leaked_at', secret.val(leak.at)),
      ...(leak.revoke && { revoked_at: leak.at }),
    }))
    .where('id', '=', leak.id)
    .where('revoked_at', 'is', null)
    .$if(!leak.revoke, (first) => first.where('leaked_at', 'is', null))
    .returning(['environment', 'name', 'hint', 'expires_at'])
    .executeTakeFirst();
}

function incident(
  client: { readonly number: ClientNumber; readonly name: string },
  { environment, name, hint, expires_at: expiresAt }: SecretRow,
): SecretIncident {
  return {
    client: client.number,
    clientName: client.name,
    secret: { environment, name, hint, expiresAt },
  };
}

/** For the history: what the developer called it, if anything, and how it is recognised. */
function describe({ name, hint }: Pick<NewClientSecret, 'name' | 'hint'>): string {
  return name === '' ? hint : `${name} (${hint})`;
}

function lastUse(at: Instant | null, network: string | null): SecretUse | null {
  return at === null || network === null ? null : { at, network };
}
