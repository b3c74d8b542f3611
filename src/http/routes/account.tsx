import { disconnectApp } from '../../account/connected-clients.ts';
import { changeOwnPassword } from '../../account/own-password.ts';
import { displayName } from '../../domain/account.ts';
import { AccountPage, type AccountPageProps } from '../../pages/account/account-page.tsx';
import { waitingTime } from '../../pages/components/moment.tsx';
import { signedInPerson } from '../access.ts';
import { connectedApps } from '../connected-apps.ts';
import type { AppContext } from '../environment.ts';
import { languageOf, pageTexts } from '../language.ts';
import { localPath } from '../local-path.ts';
import type { NoticeCode } from '../notice.ts';
import { notFound, pageFrame, seeOther, showPage } from '../page-response.tsx';
import { passwordAdvice } from '../password-advice.ts';
import { clientAddress } from '../request-context.ts';
import { noteThrottled, TOO_MANY_ATTEMPTS } from '../too-many-attempts.ts';

type PasswordProblems = AccountPageProps['passwordProblems'];

/** GET /account */
export async function showAccount(c: AppContext): Promise<Response> {
  return showAccountPage(c, { current: null, new: null });
}

/** POST /account/apps/:number/end. Said to be done also when it was done before, in another tab. */
export async function endAppAccess(c: AppContext): Promise<Response> {
  const clientNumber = numberInPath(c);
  if (clientNumber === undefined) return notFound(c);
  const { deps, now } = c.var;
  const accountId = signedInPerson(c).account.id;
  await disconnectApp({ accountId, clientNumber }, { ...deps, now });
  return backToAccount(c, 'access-ended');
}

/** POST /account/sessions/:number/end. Of the person's own only; the answer tells nothing about other numbers. */
export async function endSession(c: AppContext): Promise<Response> {
  const number = numberInPath(c);
  if (number === undefined) return notFound(c);
  await c.var.deps.storage.endSession(signedInPerson(c).account.id, number);
  return backToAccount(c, 'session-ended');
}

/** POST /account/sessions/end-others */
export async function endOtherSessions(c: AppContext): Promise<Response> {
  const { account, session } = signedInPerson(c);
  await c.var.deps.storage.endOtherSessions(account.id, session.number);
  return backToAccount(c, 'other-sessions-ended');
}

/** POST /account/password */
export async function changePassword(c: AppContext): Promise<Response> {
  const { deps, form, now } = c.var;
  const { account, session } = signedInPerson(c);
  const language = languageOf(c);
  const text = pageTexts(c).password;
  const outcome = await changeOwnPassword(
    {
      account,
      currentPassword: form.text('current_password'),
      newPassword: form.text('new_password'),
      address: clientAddress(c),
      language,
      keepSession: session.number,
    },
    { ...deps, now },
  );
  switch (outcome.type) {
    case 'changed':
      return backToAccount(c, 'password-changed');
    case 'wrong-password':
      return showAccountPage(c, { current: text.wrongCurrent, new: null }, 422);
    case 'unacceptable-password':
      return showAccountPage(
        c,
        { current: null, new: passwordAdvice(outcome.problem, pageTexts(c)) },
        422,
      );
    case 'throttled': {
      noteThrottled(c, outcome.retryAt);
      const wait = waitingTime(outcome.retryAt, { now, language });
      const current = text.tooManyAttempts(wait);
      return showAccountPage(c, { current, new: null }, TOO_MANY_ATTEMPTS);
    }
  }
}

async function showAccountPage(
  c: AppContext,
  passwordProblems: PasswordProblems,
  status = 200,
): Promise<Response> {
  const { deps, now } = c.var;
  const { account, session } = signedInPerson(c);
  const [apps, sessions] = await Promise.all([
    connectedApps(c, account.id),
    deps.storage.listSessions(account.id, now),
  ]);
  const others = sessions
    .filter(({ number }) => number !== session.number)
    .map((other) => ({ ...other, isThisOne: false }))
    .toSorted((one, other) => other.lastSeenAt - one.lastSeenAt);
  const page = (
    <AccountPage
      frame={pageFrame(c)}
      person={{ name: displayName(account), username: account.username }}
      apps={apps}
      sessions={[{ ...session, isThisOne: true }, ...others]}
      passwordProblems={passwordProblems}
    />
  );
  return showPage(c, page, status);
}

function backToAccount(c: AppContext, notice: NoticeCode): Response {
  return seeOther(c, localPath`/account`, notice);
}

function numberInPath(c: AppContext): number | undefined {
  const text = c.req.param('number') ?? '';
  return /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : undefined;
}
