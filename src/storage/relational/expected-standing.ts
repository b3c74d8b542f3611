import type { Expression, ExpressionBuilder, SqlBool, Updateable } from 'kysely';
import type { ClientStanding } from '../../domain/client-lifecycle.ts';
import type { ExpectedStanding } from '../../domain/client-revision.ts';
import type { Instant } from '../../domain/clock.ts';
import type { ClientTable, Schema } from './schema.ts';

type ClientCondition = (expression: ExpressionBuilder<Schema, 'client'>) => Expression<SqlBool>;

/** Condition on `client`: it still stands where a step was decided on. Part of the statement that takes the step. */
export function standsAs({ status, revision, revisionState }: ExpectedStanding): ClientCondition {
  return (client) =>
    client.and([
      client('client.status', '=', status),
      client('client.revision', '=', revision),
      client('client.revision_state', '=', revisionState),
    ]);
}

/** The columns of `client` that a step changes. */
export function standingColumns(
  before: ExpectedStanding,
  after: ClientStanding,
  at: Instant,
): Updateable<ClientTable> {
  return {
    status: after.status,
    ...(before.status !== after.status && { status_since: at }),
    revision: after.revision,
    revision_state: after.revisionState,
    // Editing what waits already does not make it wait anew.
    ...(before.revisionState !== after.revisionState && { revision_since: at }),
    approved_revision: after.approvedRevision,
  };
}
