import type { Kysely, Transaction, Updateable } from 'kysely';
import type { ClientStanding } from '../../domain/client-lifecycle.ts';
import type { ClientRevisionStore, StandingOutcome } from '../../domain/client-revision-store.ts';
import type { ClientPermission } from '../../domain/client-role.ts';
import { type ExpectedStanding, plainClaim } from '../../domain/client-revision.ts';
import type { ClientNumber, TeamAction } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import { type ClientEntry, recordClientEntry } from './audit-log.ts';
import { builtOnce } from './built-once.ts';
import { recordEvent } from './client-event.ts';
import { storeRevision } from './client-revisions.ts';
import { standingColumns, standsAs } from './expected-standing.ts';
import { claimsFromText, requestedClaimsFromText } from './json-text.ts';
import { hasMemberWho, isOwnClient } from './own-client.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { ClientTable, Schema } from './schema.ts';

/**
 * What becomes of what a client asks for. Each step changes the client's row first, on the condition that it still
 * stands as expected: of two steps at once one finds that it does not.
 */
export function clientRevisionStore(database: RelationalDatabase): ClientRevisionStore {
  const { reading } = database;
  const findTerms = {
    live: builtOnce(({ number }: Named) => termsOf(reading, number, 'live')),
    sandbox: builtOnce(({ number }: Named) => termsOf(reading, number, 'sandbox')),
  };

  return {
    async listGrantableTerms(number, environment) {
      const [row] = await findTerms[environment](reading, { number });
      if (row === undefined) return [];
      const terms = requestedClaimsFromText(row.claims);
      return claimsFromText(row.codes).map(
        (code) => terms.find((claim) => claim.code === code) ?? plainClaim(code),
      );
    },

    async changeRequestedClaims(action, { requestedClaims, begins, expected, after, message }) {
      const { number, actor, at } = action;
      return change(database, async (transaction) => {
        const codes = JSON.stringify(requestedClaims.map(({ code }) => code));
        const outcome = await step(transaction, action, {
          may: 'change',
          expected,
          set: {
            ...standingColumns(expected, after, at),
            requested_claims: codes,
            ...(begins === 'approved' && { approved_claims: codes }),
          },
        });
        if (outcome !== 'changed') return outcome;
        await replaceOpenRevision(transaction, { number, revision: expected.revision, at });
        const revision = { number: after.revision, state: begins, claims: requestedClaims, at };
        await storeRevision(transaction, number, revision);
        const type = EDIT_EVENTS[begins];
        await recordEvent(transaction, { number, type, at, actor, message });
        const details = { revision: after.revision };
        await recordClientEntry(transaction, action, {
          action: 'client.data-points-changed',
          details: { ...details, state: begins, change: message },
        });
        if (begins === 'approved') {
          const nobody = { number, at, actor: null };
          const byItself = { action: 'client.approved-by-itself', details } as const;
          await recordClientEntry(transaction, nobody, byItself);
        }
        return outcome;
      });
    },

    async moveRevision(action, { event, expected, after }) {
      const { number, actor, at } = action;
      return change(database, async (transaction) => {
        const outcome = await step(transaction, action, {
          may: 'review',
          expected,
          set: standingColumns(expected, after, at),
        });
        if (outcome !== 'changed') return outcome;
        await transaction
          .updateTable('client_revision')
          .set({ state: after.revisionState, since: at, first_voter: null, first_vote: null })
          .where('client_number', '=', number)
          .where('number', '=', after.revision)
          .execute();
        if (event === 'withdrawn' || event === 'approved-by-itself') {
          const [to, from] =
            event === 'withdrawn'
              ? (['requested_claims', 'approved_claims'] as const)
              : (['approved_claims', 'requested_claims'] as const);
          await transaction
            .updateTable('client')
            .set((client) => ({ [to]: client.ref(from) }))
            .where('number', '=', number)
            .execute();
        }
        if (event === 'approved-by-itself') {
          await transaction
            .updateTable('client')
            .set({ attested_at: at, attestation_reminders: 0 })
            .where('number', '=', number)
            .execute();
        }
        const steps =
          event === 'approved-by-itself'
            ? ([
                ['submitted', actor],
                [event, null],
              ] as const)
            : ([[event, actor]] as const);
        for (const [type, by] of steps) {
          await recordEvent(transaction, { number, type, at, actor: by });
        }
        for (const [type, by] of steps) {
          const entry: ClientEntry = {
            action: `client.${type}`,
            details: { revision: after.revision },
          };
          await recordClientEntry(transaction, { number, at, actor: by }, entry);
        }
        return outcome;
      });
    },

    async retireClient({ number, actor, at }) {
      return change(database, async (transaction) => {
        const retired = await transaction
          .updateTable('client')
          .set({ status: 'retired', status_since: at })
          .where('number', '=', number)
          .where('status', '<>', 'retired')
          .where(hasMemberWho(actor, { may: 'end' }))
          .returning('revision')
          .executeTakeFirst();
        if (retired === undefined) return false;
        // From now on its authorizations are refused; `pruneExpired` removes them.
        await transaction.insertInto('deleted_client').values({ number }).execute();
        await recordEvent(transaction, { number, type: 'retired', at, actor });
        await recordClientEntry(
          transaction,
          { number, actor, at },
          { action: 'client.retired', details: { revision: retired.revision } },
        );
        return true;
      });
    },

    async recordFirstVote({ number, reviewer, at, expected, ...vote }) {
      return change(database, async (transaction) => {
        const client = await transaction
          .updateTable('client')
          .set({ changed_at: at })
          .where('number', '=', number)
          .where(standsAs(expected))
          .returning('revision')
          .executeTakeFirst();
        if (client === undefined) {
          return (await exists(transaction, number)) ? 'changed-meanwhile' : 'not-found';
        }
        const { message, decisions, checklist } = vote;
        const voted = await transaction
          .updateTable('client_revision')
          .set({
            first_voter: reviewer,
            first_vote: JSON.stringify({ at, message, decisions, checklist }),
          })
          .where('client_number', '=', number)
          .where('number', '=', client.revision)
          .where('first_voter', 'is', null)
          .returning('number')
          .executeTakeFirst();
        if (voted === undefined) return 'changed-meanwhile';
        const type = 'approval-proposed';
        await recordEvent(transaction, { number, type, at, actor: reviewer, message });
        await recordClientEntry(
          transaction,
          { number, actor: reviewer, at },
          { action: 'client.approval-proposed', details: { revision: client.revision } },
        );
        return 'recorded';
      });
    },

    async addClientMessage(number, { at, author, side, text }) {
      return change(database, async (transaction) => {
        if (!(await exists(transaction, number))) return false;
        await transaction
          .insertInto('client_message')
          .values({ client_number: number, at, author, side, text })
          .execute();
        return true;
      });
    },

    async attestClient({ number, actor, at }) {
      return change(database, async (transaction) => {
        const attested = await transaction
          .updateTable('client')
          .set({ attested_at: at, attestation_reminders: 0 })
          .where('number', '=', number)
          .where('status', '=', 'approved')
          .where(hasMemberWho(actor, { may: 'review' }))
          .returning('number')
          .executeTakeFirst();
        if (attested === undefined) return false;
        await recordEvent(transaction, { number, type: 'attested', at, actor });
        await recordClientEntry(
          transaction,
          { number, actor, at },
          { action: 'client.attested', details: {} },
        );
        return true;
      });
    },

    async takeDueAttestations({ attestedBefore, reminder, at }) {
      return change(database, async (transaction) => {
        const due = await transaction
          .updateTable('client')
          .set({ attestation_reminders: reminder })
          .where('status', '=', 'approved')
          .where('attested_at', '<=', attestedBefore)
          .where('attestation_reminders', '<', reminder)
          .returning(['number', 'name'])
          .execute();
        for (const { number } of due) {
          await recordEvent(transaction, { number, type: 'attestation-asked', at, actor: null });
        }
        for (const { number } of due) {
          await recordClientEntry(
            transaction,
            { number, actor: null, at },
            { action: 'client.attestation-asked', details: { reminder } },
          );
        }
        return due;
      });
    },
  };
}

/** By how the revision begins. */
const EDIT_EVENTS = {
  draft: 'claims-drafted',
  'in-review': 'claims-changed',
  approved: 'claims-narrowed',
} as const;

/** Takes a step of the team's, if the client still stands as expected. */
interface Named {
  readonly number: ClientNumber;
}

/** What a client may be granted, in its own words. */
function termsOf(reading: Kysely<Schema>, number: ClientNumber, environment: Environment) {
  const isLive = environment === 'live';
  return reading
    .selectFrom('client')
    .innerJoin('client_revision', (join) =>
      join.onRef('client_revision.client_number', '=', 'client.number').on((revision) =>
        revision(
          'client_revision.number',
          '=',
          isLive
            ? revision.ref('client.approved_revision')
            : // Once a change is withdrawn, what is approved is asked for, in its own words.
              revision
                .case()
                .when('client.revision_state', '=', 'withdrawn')
                .then(revision.ref('client.approved_revision'))
                .else(revision.ref('client.revision'))
                .end(),
        ),
      ),
    )
    .where('client.number', '=', number)
    .select([
      'client_revision.claims',
      isLive ? 'client.approved_claims as codes' : 'client.requested_claims as codes',
    ]);
}

async function step(
  transaction: Transaction<Schema>,
  { number, actor }: TeamAction,
  taken: {
    readonly may: ClientPermission;
    readonly expected: ExpectedStanding;
    readonly set: Updateable<ClientTable>;
  },
): Promise<StandingOutcome> {
  const { may } = taken;
  const moved = await transaction
    .updateTable('client')
    .set(taken.set)
    .where('number', '=', number)
    .where(standsAs(taken.expected))
    .where(hasMemberWho(actor, { may }))
    .returning('number')
    .executeTakeFirst();
  if (moved !== undefined) return 'changed';
  return (await isOwnClient(transaction, number, { actor, may }))
    ? 'changed-meanwhile'
    : 'not-found';
}

/** What an edit does to the revision before: one that was decided stays as it is. */
async function replaceOpenRevision(
  transaction: Transaction<Schema>,
  of: { readonly number: number; readonly revision: number; readonly at: Instant },
): Promise<void> {
  await transaction
    .updateTable('client_revision')
    .set({ state: 'replaced' satisfies ClientStanding['revisionState'], since: of.at })
    .where('client_number', '=', of.number)
    .where('number', '=', of.revision)
    .where('state', 'in', ['draft', 'in-review', 'changes-requested', 'rejected'])
    .execute();
}

async function exists(transaction: Transaction<Schema>, number: number): Promise<boolean> {
  const found = await transaction
    .selectFrom('client')
    .where('number', '=', number)
    .select('number')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return found !== undefined;
}
