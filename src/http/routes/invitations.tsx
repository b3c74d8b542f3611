import { signInIdentifiers } from '../../account/sign-in-identifier.ts';
import { displayName } from '../../domain/account.ts';
import { InvitationPage } from '../../pages/portal/invitation-page.tsx';
import {
  answerInvitation,
  type AnswerDependencies,
  findInvitation,
  type FoundInvitation,
} from '../../portal/answer-invitation.ts';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { pageTexts } from '../language.ts';
import { localPath } from '../local-path.ts';
import { pageFrame, seeOther, showError, showPageWithSecret } from '../page-response.tsx';
import { dashboardPath } from './portal-dashboard-view.tsx';

/** RFC 9110 §15.5.11: it was here, and is gone for good. */
const GONE = 410;

/** GET /invitations/:key: the secret of a mailed link, or a number from the person's notifications */
export async function showInvitation(c: AppContext): Promise<Response> {
  const { account } = signedInPerson(c);
  const found = await findInvitation(key(c), account, answering(c));
  if (found.type !== 'found') return showOther(c, found);
  const { invitation } = found;
  const page = (
    <InvitationPage
      frame={pageFrame(c)}
      invitation={invitation}
      logo={invitation.logoPath === null ? null : `/media/${invitation.logoPath}`}
      personName={displayName(account)}
      path={localPath`/invitations/${key(c)}`}
    />
  );
  // Its forms lead to the secret of the link.
  return showPageWithSecret(c, page);
}

/** POST /invitations/:key/accept */
export async function acceptInvitation(c: AppContext): Promise<Response> {
  return answer(c, true);
}

/** POST /invitations/:key/decline */
export async function declineInvitation(c: AppContext): Promise<Response> {
  return answer(c, false);
}

async function answer(c: AppContext, accepts: boolean): Promise<Response> {
  const { account: person } = signedInPerson(c);
  const outcome = await answerInvitation(key(c), { person, accepts }, answering(c));
  switch (outcome.type) {
    case 'joined':
      return seeOther(c, dashboardPath(outcome.number), 'team-joined');
    case 'declined':
      return seeOther(c, localPath`/developer`, 'invitation-declined');
    case 'already-member':
    case 'for-somebody-else':
    case 'not-found':
      return showOther(c, outcome);
  }
}

async function showOther(
  c: AppContext,
  found: Exclude<FoundInvitation, { readonly type: 'found' }>,
): Promise<Response> {
  const { team: text } = pageTexts(c);
  switch (found.type) {
    case 'already-member':
      return seeOther(c, dashboardPath(found.number));
    case 'for-somebody-else':
      return showError(c, { status: 403, ...text.forSomebodyElse });
    case 'not-found':
      return showError(c, { status: GONE, ...text.invitationGone });
  }
}

function key(c: AppContext): string {
  return c.req.param('key') ?? '';
}

function answering(c: AppContext): AnswerDependencies {
  const { deps, now } = c.var;
  const { storage, hashSecret, institution } = deps;
  const identifiersOf = (address: string): readonly string[] =>
    signInIdentifiers(address, institution);
  return { storage, hashSecret, now, identifiersOf };
}
