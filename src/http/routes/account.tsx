import { disconnectAllApps, disconnectApp } from '../../account/connected-clients.ts';
import { ownData } from '../../account/own-data.ts';
import { changeOwnPassword, confirmOwnPassword } from '../../account/own-password.ts';
import { tellOfExport } from '../../account/tell-person.ts';
import { displayName } from '../../domain/account.ts';
import { calendarDate } from '../../domain/clock.ts';
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
import { eventOf } from '../security-event.ts';
import { noteThrottled, TOO_MANY_ATTEMPTS } from '../too-many-attempts.ts';

type Problems = Partial<AccountPageProps['passwordProblems']> & {
  readonly download?: string;
};

/** GET /account */
export async function showAccount(c: AppContext): Promise<Response> {
  return showAccountPage(c, {});
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

/** POST /account/apps/end-all */
export async function endAllAppAccess(c: AppContext): Promise<Response> {
  const { deps, now } = c.var;
  await disconnectAllApps(signedInPerson(c).account.id, { ...deps, now });
  return backToAccount(c, 'all-access-ended');
}

/** POST /account/data: all that is kept about the person, as a file. */
export async function downloadOwnData(c: AppContext): Promise<Response> {
  const { deps, form, now } = c.var;
  const { account } = signedInPerson(c);
  const text = pageTexts(c).password;
  const confirmation = await confirmOwnPassword(
    { accountId: account.id, password: form.text('own_password'), address: clientAddress(c) },
    { ...deps, now },
  );
  switch (confirmation.type) {
    case 'wrong-password':
      return showAccountPage(c, { download: text.wrongCurrent }, 422);
    case 'throttled': {
      noteThrottled(c, confirmation.retryAt);
      const wait = waitingTime(confirmation.retryAt, { now, language: languageOf(c) });
      return showAccountPage(c, { download: text.tooManyAttempts(wait) }, TOO_MANY_ATTEMPTS);
    }
    case 'confirmed': {
      const data = await ownData(account, { ...deps, now });
      await tellOfExport(eventOf(c, account), { ...deps, now });
      const date = calendarDate(now, deps.institution.timeZone);
      return c.body(data, 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="my-data-${date}.json"`,
        'Cache-Control': 'no-store',
      });
    }
  }
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
      return showAccountPage(c, { current: text.wrongCurrent }, 422);
    case 'unacceptable-password':
      return showAccountPage(c, { new: passwordAdvice(outcome.problem, pageTexts(c)) }, 422);
    case 'throttled': {
      noteThrottled(c, outcome.retryAt);
      const wait = waitingTime(outcome.retryAt, { now, language });
      const current = text.tooManyAttempts(wait);
      return showAccountPage(c, { current }, TOO_MANY_ATTEMPTS);
    }
  }
}

async function showAccountPage(c: AppContext, problems: Problems, status = 200): Promise<Response> {
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
      passwordProblems={{ current: problems.current ?? null, new: problems.new ?? null }}
      downloadProblem={problems.download ?? null}
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
