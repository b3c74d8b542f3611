import { awaitsReview } from '../../domain/client-lifecycle.ts';
import { QueuePage, type BulkAnswer, type QueuedApp } from '../../pages/review/queue-page.tsx';
import { decideOnMany } from '../../review/decide-on-many.ts';
import {
  parseQueueFilter,
  parseQueueView,
  reviewQueue,
  type QueueEntry,
} from '../../review/queue.ts';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { catalogueOf } from '../language.ts';
import { pageFrame, showPage } from '../page-response.tsx';
import { appSummary } from './portal-dashboard-view.tsx';
import { reviewDependencies, riskPolicy } from './review-desk.ts';

/** GET /review */
export async function showQueue(c: AppContext): Promise<Response> {
  return showQueueWith(c, null);
}

/** POST /review/bulk. Answers with the queue: what came of it is told for each app. */
export async function decideInBulk(c: AppContext): Promise<Response> {
  const { form } = c.var;
  const message = form.text('bulk_message');
  const outcome = await decideOnMany(
    {
      seen: form.all('app'),
      reviewer: signedInPerson(c).account.id,
      type: form.text('decision'),
      message,
    },
    reviewDependencies(c),
  );
  const nothing = { message, decided: 0, voted: 0, left: [] };
  return showQueueWith(
    c,
    outcome.type === 'invalid'
      ? { ...nothing, problem: outcome.problem }
      : { ...outcome, message, problem: null },
  );
}

async function showQueueWith(c: AppContext, bulk: BulkAnswer | null): Promise<Response> {
  const queue = await reviewQueue(
    {
      view: parseQueueView(c.req.query('status')),
      filter: parseQueueFilter(c.req.query('only')),
      ...riskPolicy(c),
    },
    c.var.deps,
  );
  const page = (
    <QueuePage
      frame={pageFrame(c)}
      categories={catalogueOf(c).categories}
      view={queue.view}
      filter={queue.filter}
      counts={queue.counts}
      apps={queue.entries.map(queuedApp)}
      bulk={bulk}
    />
  );
  return showPage(c, page, (bulk?.problem ?? null) === null ? 200 : 422);
}

function queuedApp(entry: QueueEntry): QueuedApp {
  const { client, createdByName, statusSince, hints, awaitsAnswer, firstVoteBy } = entry;
  const waits = awaitsReview(client);
  return {
    ...appSummary(client),
    createdByName,
    since: statusSince,
    claimCount: client.requestedClaims.length,
    awaitsReview: waits,
    needsSecondVote: waits && firstVoteBy !== null,
    awaitsAnswer,
    hints,
    seen: [client.number, client.revision, client.status, client.revisionState].join(':'),
  };
}
