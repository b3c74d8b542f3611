import { signInIdentifiers } from '../../account/sign-in-identifier.ts';
import { awaitsReview } from '../../domain/client-lifecycle.ts';
import { ownershipOf } from '../../domain/client-ownership.ts';
import type { ClientDossier } from '../../domain/client.ts';
import { displayName } from '../../domain/account.ts';
import { tellOfSuspension } from '../../account/tell-person.ts';
import { ReviewPage, type ReviewPageProps } from '../../pages/review/review-page.tsx';
import { appointOwner } from '../../review/appoint-owner.ts';
import { decideOnClient, isOwnClient, possibleDecisions } from '../../review/decide.ts';
import { riskHints } from '../../review/risk-hints.ts';
import { writeToTeam } from '../../review/write-to-team.ts';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { catalogueOf } from '../language.ts';
import { localPath } from '../local-path.ts';
import { notFound, pageFrame, seeOther, showPage } from '../page-response.tsx';
import { appView, positiveInteger } from './portal-dashboard-view.tsx';
import { daysNow, memberViews } from './team-view.ts';
import { deskTexts, reviewDependencies, riskPolicy } from './review-desk.ts';

type Sent = Pick<ReviewPageProps, 'values' | 'problem' | 'message' | 'appointment'>;

const NOTHING_SENT: Sent = {
  values: { decision: '', message: '', declined: [], checked: [] },
  problem: null,
  message: { value: '', problem: null },
  appointment: { person: '', problem: null },
};

/** GET /review/:number */
export async function showAppForReview(c: AppContext): Promise<Response> {
  const dossier = await findDossier(c);
  return dossier === undefined ? notFound(c) : showReview(c, dossier, NOTHING_SENT);
}

/** POST /review/:number/decision */
export async function decide(c: AppContext): Promise<Response> {
  const { form } = c.var;
  const dossier = await findDossier(c);
  if (dossier === undefined) return notFound(c);
  const values = decisionValues(c, dossier);
  const questions = deskTexts(c).checklist;
  const outcome = await decideOnClient(
    {
      number: dossier.client.number,
      reviewer: signedInPerson(c).account.id,
      type: values.decision,
      message: values.message,
      seen: {
        revision: Number(form.text('revision')),
        status: form.text('status'),
        revisionState: form.text('state'),
      },
      declined: values.declined,
      checklist: questions.map((question, index) => ({
        question,
        yes: values.checked.includes(index),
      })),
    },
    reviewDependencies(c),
  );
  switch (outcome.type) {
    case 'recorded':
      if (outcome.decision === 'suspended') {
        await tellOfSuspension(dossier.client, { ...c.var.deps, now: c.var.now });
      }
      return seeOther(c, localPath`/review`, 'decision-recorded');
    case 'vote-recorded':
      return seeOther(c, localPath`/review`, 'vote-recorded');
    case 'not-found':
      return notFound(c);
    case 'changed-meanwhile':
    case 'invalid': {
      const problem = outcome.type === 'invalid' ? outcome.problem : outcome.type;
      const now = (await findDossier(c)) ?? dossier;
      return showReview(c, now, { ...NOTHING_SENT, values, problem });
    }
  }
}

/** What the form sent. A data point that was not on it, because it is new or the page is old, is not declined. */
function decisionValues(c: AppContext, { client }: ClientDossier): Sent['values'] {
  const { form } = c.var;
  const ticked = form.all('approve');
  const shown = new Set(form.texts.map(([name]) => name));
  const declined = client.requestedClaims.filter(
    (code) => shown.has(`why.${code}`) && !ticked.includes(code),
  );
  return {
    decision: form.text('decision'),
    message: form.text('message'),
    declined: declined.map((code) => ({ code, reason: form.text(`why.${code}`) })),
    checked: form.all('checklist').map(Number),
  };
}

/** POST /review/:number/messages */
export async function writeToAppTeam(c: AppContext): Promise<Response> {
  const { form, now, deps } = c.var;
  const dossier = await findDossier(c);
  if (dossier === undefined) return notFound(c);
  const { account } = signedInPerson(c);
  const typed = form.text('conversation_message');
  const { number } = dossier.client;
  const outcome = await writeToTeam(
    { number, author: account.id, authorName: displayName(account), at: now, typed },
    { storage: deps.storage, sendMail: deps.sendMail, issuer: deps.institution.issuer },
  );
  switch (outcome.type) {
    case 'sent':
      return seeOther(c, localPath`/review/${number}`, 'message-sent');
    case 'not-found':
      return notFound(c);
    case 'invalid': {
      const { problem } = outcome;
      return problem === 'own-client'
        ? showReview(c, dossier, { ...NOTHING_SENT, problem })
        : showReview(c, dossier, { ...NOTHING_SENT, message: { value: typed, problem } });
    }
  }
}

/** POST /review/:number/owner: `owner`, what somebody signs in with. Only while no owner is here. */
export async function appoint(c: AppContext): Promise<Response> {
  const dossier = await findDossier(c);
  if (dossier === undefined) return notFound(c);
  const { deps, form, now } = c.var;
  const { number } = dossier.client;
  const person = form.text('owner');
  const found = await deps.storage.findAccountBySignInIdentifier(
    signInIdentifiers(person, deps.institution),
  );
  const actor = signedInPerson(c).account.id;
  const outcome = await appointOwner(
    { number, actor, at: now, today: daysNow(c).today },
    found?.account,
    { storage: deps.storage, sendMail: deps.sendMail, issuer: deps.institution.issuer },
  );
  switch (outcome.type) {
    case 'appointed':
      return seeOther(c, localPath`/review/${number}`, 'owner-appointed');
    case 'not-found':
      return notFound(c);
    case 'has-owner':
    case 'no-such-person':
    case 'own-client':
      return showReview(c, dossier, {
        ...NOTHING_SENT,
        appointment: { person, problem: outcome.type },
      });
  }
}

async function findDossier(c: AppContext): Promise<ClientDossier | undefined> {
  const number = positiveInteger(c.req.param('number'));
  return number === undefined ? undefined : c.var.deps.storage.findClientForReview(number);
}

async function showReview(c: AppContext, dossier: ClientDossier, sent: Sent): Promise<Response> {
  const { client, revisions } = dossier;
  const reviewer = signedInPerson(c).account.id;
  const isOwn = isOwnClient(dossier, reviewer);
  const days = daysNow(c);
  const { fourEyes } = c.var.deps.settings().review;
  const newest = revisions.find(({ number }) => number === client.revision);
  const firstVote = awaitsReview(client) ? (newest?.firstVote ?? null) : null;
  const entry = (await c.var.deps.storage.listClientsForReview()).find(
    (one) => one.client.number === client.number,
  );
  const page = (
    <ReviewPage
      frame={pageFrame(c)}
      app={appView(dossier)}
      categories={catalogueOf(c).categories}
      possible={possibleDecisions(dossier, reviewer)}
      isOwnApp={isOwn}
      team={{
        members: memberViews(dossier.team, days),
        canAppoint: !isOwn && ownershipOf(dossier.team, days).type === 'ownerless',
      }}
      hints={entry === undefined ? [] : riskHints(entry, riskPolicy(c))}
      needsTwo={fourEyes}
      firstVote={firstVote}
      hasVoted={firstVote?.reviewer === reviewer}
      {...deskTexts(c)}
      {...sent}
    />
  );
  const isFine =
    sent.problem === null && sent.message.problem === null && sent.appointment.problem === null;
  return showPage(c, page, isFine ? 200 : 422);
}
