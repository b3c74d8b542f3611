import type { Selectable, Transaction } from 'kysely';
import type { ClientNumber, ClientStore } from '../../domain/client.ts';
import { recordAuditEvent, recordClientEntry } from './audit-log.ts';
import { recordEvent } from './client-event.ts';
import { clientNameKey } from './client-name.ts';
import { storeRevision } from './client-revisions.ts';
import { storeSecrets } from './client-secret-store.ts';
import { redirectUrisFromText } from './json-text.ts';
import { changeOwnClient, hasMemberWho } from './own-client.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { ClientTable, Schema } from './schema.ts';

/** What a team does with its clients' own rows. */
export type ClientRegistrationStore = Pick<
  ClientStore,
  'registerClient' | 'changeClientDetails' | 'changeRedirectUris' | 'setLogo' | 'deleteClient'
>;

/** Number of the revision that a client is registered with. */
const FIRST = 1;

export function clientRegistrationStore(database: RelationalDatabase): ClientRegistrationStore {
  return {
    async registerClient(client) {
      const codes = client.requestedClaims.map(({ code }) => code);
      const isApproved = client.begins === 'approved';
      return change(database, async (transaction) => {
        const registered = await transaction
          .insertInto('client')
          .values({
            client_id: client.clientId,
            client_type: client.clientType,
            sandbox_client_id: client.sandboxClientId,
            name: client.name,
            name_key: clientNameKey(client.name),
            description: client.description,
            redirect_uris: JSON.stringify(client.redirectUris),
            status: client.begins,
            status_since: client.createdAt,
            requested_claims: JSON.stringify(codes),
            approved_claims: JSON.stringify(isApproved ? codes : []),
            revision_state: client.begins,
            revision_since: client.createdAt,
            approved_revision: isApproved ? FIRST : null,
            attested_at: isApproved ? client.createdAt : null,
            attestation_reminders: 0,
            logo_path: null,
            created_by: client.createdBy,
            created_at: client.createdAt,
            changed_at: client.createdAt,
            revision: FIRST,
          })
          .onConflict((conflict) => conflict.column('name_key').doNothing())
          .returning('number')
          .executeTakeFirst();
        if (registered === undefined) return { type: 'name-taken' };
        const { number } = registered;
        const { createdBy: actor, createdAt: at } = client;
        await transaction
          .insertInto('client_team_member')
          .values({ client_number: number, account_id: actor, joined_at: at, role: 'owner' })
          .execute();
        await storeSecrets(transaction, { number, actor, at }, client.secrets);
        const revision = { number: FIRST, state: client.begins, claims: client.requestedClaims };
        await storeRevision(transaction, number, { ...revision, at });
        const type = client.begins === 'draft' ? 'drafted' : 'registered';
        await recordEvent(transaction, { number, type, at, actor });
        if (isApproved) {
          await recordEvent(transaction, { number, type: 'approved-by-itself', at, actor: null });
        }
        const details = { revision: FIRST };
        await recordClientEntry(
          transaction,
          { number, actor, at },
          { action: 'client.registered', details: { ...details, state: client.begins } },
        );
        if (isApproved) {
          const nobody = { number, actor: null, at };
          const byItself = { action: 'client.approved-by-itself', details } as const;
          await recordClientEntry(transaction, nobody, byItself);
        }
        return { type: 'registered', number };
      });
    },

    async changeClientDetails(action, { name, description, clientType }) {
      const set = {
        name,
        name_key: clientNameKey(name),
        description,
        client_type: clientType,
      };
      try {
        return await change(database, async (transaction) => {
          const before = await readBefore(transaction, action.number);
          const changed = await changeOwnClient(transaction, action, {
            may: 'change',
            set,
            event: 'details-changed',
          });
          if (!changed || before === undefined) return 'not-found';
          const details = {
            formerName: before.name === name ? null : before.name,
            clientType: before.client_type === clientType ? null : clientType,
            description: before.description === description ? null : ('changed' as const),
          };
          if (Object.values(details).some((one) => one !== null)) {
            const entry = { action: 'client.details-changed', details } as const;
            await recordClientEntry(transaction, action, entry);
          }
          return 'changed';
        });
      } catch (error) {
        if (database.isUniqueViolation(error, 'client.name_key')) return 'name-taken';
        throw error;
      }
    },

    async changeRedirectUris(action, redirectUris) {
      return change(database, async (transaction) => {
        const before = await readBefore(transaction, action.number);
        const changed = await changeOwnClient(transaction, action, {
          may: 'change',
          set: { redirect_uris: JSON.stringify(redirectUris) },
          event: 'redirect-uris-changed',
        });
        if (!changed || before === undefined) return 'not-found';
        const registered = redirectUrisFromText(before.redirect_uris);
        const added = redirectUris.filter((uri) => !registered.includes(uri));
        const removed = registered.filter((uri) => !redirectUris.includes(uri));
        if (added.length + removed.length > 0) {
          const entry = {
            action: 'client.redirect-uris-changed',
            details: { added, removed },
          } as const;
          await recordClientEntry(transaction, action, entry);
        }
        return 'changed';
      });
    },

    async setLogo(action, logoPath) {
      return change(database, async (transaction) => {
        const changed = await changeOwnClient(transaction, action, {
          may: 'change',
          set: { logo_path: logoPath },
          event: null,
        });
        if (!changed) return 'not-found';
        const entry = { action: 'client.logo-changed', details: {} } as const;
        await recordClientEntry(transaction, action, entry);
        return 'changed';
      });
    },

    async deleteClient({ number, actor, at }) {
      return change(database, async (transaction) => {
        const deleted = await transaction
          .deleteFrom('client')
          .where('number', '=', number)
          .where(hasMemberWho(actor, { may: 'end' }))
          .returning('name')
          .executeTakeFirst();
        if (deleted === undefined) return 'not-found';
        // From now on its authorizations are refused; `pruneExpired` removes them.
        await transaction
          .insertInto('deleted_client')
          .values({ number })
          // One that was retired may be among them already.
          .onConflict((conflict) => conflict.column('number').doNothing())
          .execute();
        await recordAuditEvent(transaction, {
          at,
          actor,
          action: 'client.deleted',
          subject: { type: 'client', id: String(number), label: deleted.name },
          details: {},
        });
        return 'deleted';
      });
    },
  };
}

/** What a change is compared with, for the audit log; nobody else changes it until the transaction is over. */
async function readBefore(
  transaction: Transaction<Schema>,
  number: ClientNumber,
): Promise<
  | Pick<Selectable<ClientTable>, 'name' | 'description' | 'client_type' | 'redirect_uris'>
  | undefined
> {
  return transaction
    .selectFrom('client')
    .where('number', '=', number)
    .select(['name', 'description', 'client_type', 'redirect_uris'])
    .forNoKeyUpdate()
    .executeTakeFirst();
}
