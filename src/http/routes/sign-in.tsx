import { signOut } from '../../account/session.ts';
import { signIn } from '../../account/sign-in.ts';
import { tellOfNewSignIn } from '../../account/tell-person.ts';
import type { Account } from '../../domain/account.ts';
import { SignInPage, type SignInPageProps } from '../../pages/sign-in-page.tsx';
import { dropCookie } from '../cookies.ts';
import type { AppContext } from '../environment.ts';
import { languageOfBrowser } from '../language.ts';
import { eventOf } from '../security-event.ts';
import { localPath, parseNextPath, type LocalPath } from '../local-path.ts';
import { pageFrame, redirect, seeOther, showPage } from '../page-response.tsx';
import { clientAddress } from '../request-context.ts';
import { dropSession, writeSession } from '../session-cookie.ts';
import { noteThrottled, TOO_MANY_ATTEMPTS } from '../too-many-attempts.ts';

/** Longer than anything that identifies a person; what is typed beyond is not shown again. */
const LONGEST_IDENTIFIER = 320;

/** GET /auth/login */
export async function showSignIn(c: AppContext): Promise<Response> {
  const next = parseNextPath(nextOf(new URL(c.req.url).search));
  if (c.var.signedIn !== undefined) return redirect(c, next ?? localPath`/feed`);
  return showSignInForm(c, next, { identifier: '', problem: null });
}

/** POST /auth/login */
export async function answerSignIn(c: AppContext): Promise<Response> {
  const { deps, form, now, signedIn } = c.var;
  const next = parseNextPath(form.text('next'));
  const identifier = form.text('identifier');
  const outcome = await signIn(
    {
      identifier,
      password: form.text('password'),
      address: clientAddress(c),
      userAgent: c.req.header('user-agent') ?? '',
      sessionSecret: signedIn?.sessionSecret,
    },
    { ...deps, now },
  );
  switch (outcome.type) {
    case 'signed-in':
      writeSession(c, outcome.sessionSecret);
      // Forms of before the sign-in are worth nothing after it.
      dropCookie(c, 'visitor');
      await takeLanguageAlong(c, outcome.account);
      if (outcome.isNewBrowser) {
        await tellOfNewSignIn(eventOf(c, outcome.account), { ...deps, now });
      }
      return seeOther(c, next ?? localPath`/feed`);
    case 'wrong-credentials':
      return showSignInForm(c, next, { identifier, problem: outcome });
    case 'throttled':
      noteThrottled(c, outcome.retryAt);
      return showSignInForm(c, next, { identifier, problem: outcome });
  }
}

/** Whoever chose a language before signing in, and none before that, gets mails in it as well. */
async function takeLanguageAlong(c: AppContext, { id, language }: Account): Promise<void> {
  const chosen = languageOfBrowser(c);
  if (language !== null || chosen === undefined) return;
  await c.var.deps.storage.chooseLanguage(id, chosen);
}

/** POST /auth/logout. `next`: where to go on to, e.g. back to a consent screen, to sign in as somebody else. */
export async function answerSignOut(c: AppContext): Promise<Response> {
  const { deps, form, now, signedIn } = c.var;
  if (signedIn !== undefined) await signOut(signedIn.sessionSecret, { ...deps, now });
  dropSession(c);
  return seeOther(c, parseNextPath(form.text('next')) ?? localPath`/`, 'signed-out');
}

async function showSignInForm(
  c: AppContext,
  next: LocalPath | undefined,
  { identifier, problem }: Pick<SignInPageProps, 'identifier' | 'problem'>,
): Promise<Response> {
  const page = (
    <SignInPage
      frame={pageFrame(c)}
      next={next ?? ''}
      identifier={identifier.slice(0, LONGEST_IDENTIFIER)}
      problem={problem}
      demoSignIns={c.var.deps.demoSignIns}
    />
  );
  return showPage(c, page, statusFor(problem));
}

function statusFor(problem: SignInPageProps['problem']): number {
  if (problem === null) return 200;
  return problem.type === 'throttled' ? TOO_MANY_ATTEMPTS : 422;
}

/**
 * The parameter `next`. The replaced system appended it as it was, and took everything behind `?next=`
 * (wire contract §4.1): a path with a query that is not encoded goes on to the end, ampersands and all.
 */
function nextOf(search: string): string | undefined {
  const raw = /^\?next=(\/[^?&]*\?.*)$/su.exec(search)?.[1];
  return raw ?? new URLSearchParams(search).get('next') ?? undefined;
}
