import { claimDifference } from '../../domain/claim-difference.ts';
import type { ClientDossier, ClientForReview } from '../../domain/client.ts';
import { QueuePage, type QueuedApp } from '../../pages/review/queue-page.tsx';
import { ReviewPage, type ReviewPageProps } from '../../pages/review/review-page.tsx';
import { decideOnClient, isOwnClient, possibleDecisions } from '../../review/decide.ts';
import { parseShownStatus, reviewQueue } from '../../review/queue.ts';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { localPath } from '../local-path.ts';
import { notFound, pageFrame, seeOther, showPage } from '../page-response.tsx';
import { appSummary, appView, positiveInteger } from './portal-dashboard-view.tsx';

/** GET /review */
export async function showQueue(c: AppContext): Promise<Response> {
  const queue = await reviewQueue(parseShownStatus(c.req.query('status')), c.var.deps);
  const page = (
    <QueuePage
      frame={pageFrame(c)}
      shown={queue.shown}
      counts={queue.counts}
      apps={queue.clients.map(queuedApp)}
    />
  );
  return showPage(c, page);
}

function queuedApp({ client, createdByName, statusSince }: ClientForReview): QueuedApp {
  return {
    ...appSummary(client),
    createdByName,
    statusSince,
    claimCount: client.requestedClaims.length,
    isChange: client.approvedClaims.length > 0,
  };
}

/** GET /review/:number */
export async function showAppForReview(c: AppContext): Promise<Response> {
  const dossier = await findDossier(c);
  if (dossier === undefined) return notFound(c);
  return showReview(c, dossier, { values: { decision: '', message: '' }, problem: null });
}

/** POST /review/:number/decision */
export async function decide(c: AppContext): Promise<Response> {
  const { deps, form, now } = c.var;
  const number = positiveInteger(c.req.param('number'));
  if (number === undefined) return notFound(c);
  const values = { decision: form.text('decision'), message: form.text('message') };
  const outcome = await decideOnClient(
    {
      number,
      reviewer: signedInPerson(c).account.id,
      type: values.decision,
      message: values.message,
      seen: { revision: Number(form.text('revision')), status: form.text('status') },
    },
    { storage: deps.storage, now, sendMail: deps.sendMail, issuer: deps.institution.issuer },
  );
  if (outcome.type === 'recorded') return seeOther(c, localPath`/review`, 'decision-recorded');
  const dossier = await findDossier(c);
  if (outcome.type === 'not-found' || dossier === undefined) return notFound(c);
  const problem = outcome.type === 'changed-meanwhile' ? outcome.type : outcome.problem;
  return showReview(c, dossier, { values, problem });
}

async function findDossier(c: AppContext): Promise<ClientDossier | undefined> {
  const number = positiveInteger(c.req.param('number'));
  return number === undefined ? undefined : c.var.deps.storage.findClientForReview(number);
}

async function showReview(
  c: AppContext,
  dossier: ClientDossier,
  { values, problem }: Pick<ReviewPageProps, 'values' | 'problem'>,
): Promise<Response> {
  const { client } = dossier;
  const reviewer = signedInPerson(c).account.id;
  const page = (
    <ReviewPage
      frame={pageFrame(c)}
      app={appView(dossier)}
      categories={c.var.deps.catalogue.categories}
      change={
        client.approvedClaims.length === 0
          ? null
          : claimDifference(client.approvedClaims, client.requestedClaims)
      }
      possible={possibleDecisions(dossier, reviewer)}
      isOwnApp={isOwnClient(dossier, reviewer)}
      values={values}
      problem={problem}
    />
  );
  return showPage(c, page, problem === null ? 200 : 422);
}
