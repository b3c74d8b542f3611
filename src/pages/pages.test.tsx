import type { JSX } from 'hono/jsx/jsx-runtime';
import { describe, expect, it } from 'vitest';

import { instant } from '../domain/clock.ts';
import type { NotificationContent } from '../domain/notification.ts';
import { AccountPage } from './account/account-page.tsx';
import { ActivityPage } from './account/activity-page.tsx';
import { NotificationsPage } from './account/notifications-page.tsx';
import type { ConnectedApp } from './account/connected-app.ts';
import { ConsentPage } from './consent-page.tsx';
import { ErrorPage } from './error-page.tsx';
import { FeedPage } from './feed-page.tsx';
import { ForgotPasswordPage } from './forgot-password-page.tsx';
import { HomePage } from './home-page.tsx';
import { ASSET_NAMES, type PageFrame } from './page-frame.ts';
import { InvitationPage } from './portal/invitation-page.tsx';
import { PlaygroundPage } from './playground/playground-page.tsx';
import type { PlaygroundPageProps } from './playground/playground-view.ts';
import { ResetPasswordPage } from './reset-password-page.tsx';
import { ResubmitPage } from './resubmit-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Text as somebody with bad intentions would register or type it. */
const hostile = `"><script>alert('1')</script><img src=x onerror=alert(1)>&amp;`;

const now = instant(Date.UTC(2026, 10, 24, 7, 30));
const signedOut: PageFrame = {
  institution: 'Demo Institute',
  brand: { theme: null, logo: null, contact: null },
  assets: Object.fromEntries(
    ASSET_NAMES.map((name) => [name, `/assets/${name}`]),
  ) as PageFrame['assets'],
  person: null,
  csrfToken: 'the-token',
  path: '/',
  reopenAt: '/',
  language: 'en',
  notice: null,
  now,
  timeZone: 'Asia/Kolkata',
};
const frame: PageFrame = {
  ...signedOut,
  person: { name: hostile, isMaintainer: false },
  notice: { type: 'success', text: hostile },
};
const person = { name: hostile, username: hostile, picture: null };
const app: ConnectedApp = {
  number: 3,
  name: hostile,
  logo: null,
  status: 'approved',
  readable: [{ label: 'Personal', claims: ['Full name', hostile] }],
  connectedAt: now,
  lastReadAt: null,
};
const session = {
  number: 1,
  userAgent: hostile,
  network: '203.0.113.0/24',
  lastSeenAt: now,
  createdAt: now,
  isThisOne: true,
};

const aboutApp = { app: hostile, clientNumber: 7 };
const NOTIFIED: readonly NotificationContent[] = [
  { type: 'app-allowed', ...aboutApp, claims: ['a.b'] },
  { type: 'access-widened', ...aboutApp, claims: [] },
  { type: 'app-suspended', ...aboutApp },
  { type: 'team-invitation', ...aboutApp, invitationId: 3, by: hostile },
  { type: 'password-changed', network: hostile },
  { type: 'new-sign-in', network: hostile, userAgent: hostile },
  { type: 'data-exported', network: hostile },
];

const playground: PlaygroundPageProps = {
  frame,
  app: { number: 7, name: hostile, isPublic: false },
  clientId: hostile,
  callback: 'https://auth.example/developer/7/playground/callback',
  ownRedirectUris: [hostile, 'https://app.example/'],
  people: [{ username: hostile, name: hostile }],
  codeSeconds: 60,
  retrySeconds: 10,
  mayMakeSecret: true,
  present: 'authorize',
  run: {
    redirect_uri: hostile,
    code: hostile,
    code_verifier: hostile,
    client_secret: '',
    access_token: '',
    refresh_token: '',
    spent_refresh_token: '',
  },
  authorization: {
    redirect_uri: hostile,
    state: hostile,
    pkce: true,
    response_type: hostile,
    login_hint: hostile,
  },
  exchange: {
    step: 'authorize',
    request: hostile,
    response: null,
    meaning: 'authorize',
    reason: null,
    samples: [{ language: 'Go', code: hostile }],
  },
  openAt: `/oauth/authorise?state=${hostile}`,
  madeSecret: null,
  secretProblem: { code: 'wrong-password' },
  problem: null,
};

const pages: Readonly<Record<string, JSX.Element>> = {
  playground: <PlaygroundPage {...playground} />,
  'playground with tokens': (
    <PlaygroundPage
      {...playground}
      present="user-data"
      run={{
        ...playground.run,
        client_secret: hostile,
        access_token: hostile,
        refresh_token: hostile,
        spent_refresh_token: hostile,
      }}
      authorization={null}
      exchange={{
        step: 'user-data',
        request: hostile,
        response: hostile,
        meaning: 'failed',
        reason: 'token-expired',
        samples: [{ language: 'Go', code: hostile }],
      }}
      openAt={null}
      madeSecret={hostile}
      problem={{ step: 'user-data', field: 'access_token', code: 'foreign-token' }}
    />
  ),
  'sign in': (
    <SignInPage
      frame={signedOut}
      next={`/oauth/authorise?state=${hostile}`}
      identifier={hostile}
      problem={{ type: 'wrong-credentials' }}
      demoSignIns={[{ username: '21114001', password: 'demo', who: hostile }]}
    />
  ),
  'forgot password': (
    <ForgotPasswordPage
      frame={signedOut}
      state={{ type: 'form', identifier: hostile, retryAt: now }}
    />
  ),
  'mail sent': <ForgotPasswordPage frame={signedOut} state={{ type: 'sent', validMinutes: 30 }} />,
  'reset password': (
    <ResetPasswordPage
      frame={signedOut}
      state={{ type: 'form', token: hostile, username: hostile, problem: 'Too short.' }}
    />
  ),
  'expired link': <ResetPasswordPage frame={signedOut} state={{ type: 'expired' }} />,
  error: (
    <ErrorPage
      frame={frame}
      title={hostile}
      explanation={hostile}
      details={[{ label: 'redirect_uri', value: hostile }]}
      advice={hostile}
    />
  ),
  resubmit: <ResubmitPage frame={frame} action="/developer/add" fields={[[hostile, hostile]]} />,
  consent: (
    <ConsentPage
      frame={frame}
      client={{ name: hostile, logo: '/media/logo.png', team: [hostile, 'Rohan Iyer'], users: 40 }}
      before={{ allowedAt: now, endedAt: null }}
      redirectHost={hostile}
      person={person}
      categories={[
        {
          label: 'Personal',
          claims: ['p.n', 'p.o'].map((code) => ({
            code,
            label: hostile,
            type: 'string' as const,
            values: [hostile],
            required: code === 'p.n',
            reason: hostile,
            isNew: true,
            isTicked: true,
          })),
        },
      ]}
      action={`/oauth/authorise?state=${hostile}`}
      accountId={17}
      chooseAgainAt={null}
    />
  ),
  invitation: (
    <InvitationPage
      frame={frame}
      invitation={{
        app: hostile,
        address: hostile,
        role: 'viewer',
        invitedByName: hostile,
        expiresAt: now,
      }}
      logo={null}
      personName={hostile}
      path="/invitations/3"
    />
  ),
  home: <HomePage frame={signedOut} />,
  feed: <FeedPage frame={frame} person={person} apps={[app]} />,
  account: (
    <AccountPage
      frame={frame}
      person={person}
      apps={[app]}
      sessions={[session, { ...session, number: 2, isThisOne: false }]}
      passwordProblems={{ current: 'Wrong.', new: null }}
      downloadProblem="Wrong."
    />
  ),
  activity: (
    <ActivityPage
      frame={frame}
      apps={[
        { number: 1, name: hostile },
        { number: 2, name: 'B' },
      ]}
      chosen={2}
      entries={(['read', 'allowed'] as const).map((kind, index) => ({
        id: index,
        kind,
        app: hostile,
        data: [hostile],
        firstAt: now,
        lastAt: instant(now + 1000),
        count: 12,
      }))}
      older="/account/activity?before=1"
      newest="/account/activity"
    />
  ),
  'no activity': (
    <ActivityPage frame={frame} apps={[]} chosen={null} entries={[]} older={null} newest={null} />
  ),
  notifications: (
    <NotificationsPage
      frame={{ ...frame, unread: 2 }}
      notifications={NOTIFIED.map((content, id) => ({
        id: id + 1,
        at: now,
        readAt: id === 0 ? now : null,
        content,
      }))}
      choice={{ appAccessMail: true, newSignInMail: false }}
      labelOf={() => hostile}
    />
  ),
};

const render = async (page: JSX.Element): Promise<string> => (await page).toString();

const rendered = await Promise.all(
  Object.entries(pages).map(async ([name, page]) => [name, await render(page)] as const),
);

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(rendered)('every page: %s', (_name, html) => {
  it('carries the CSRF token in each form that posts', () => {
    const forms = html.match(/<form[^>]*method="post".*?<\/form>/gsu) ?? [];
    for (const form of forms) {
      expect(form).toContain('<input type="hidden" name="csrf_token" value="the-token"/>');
    }
    const asking = html.match(/<form[^>]*method="get"/gu) ?? [];
    expect(html.match(/<form/gu)?.length ?? 0).toBe(forms.length + asking.length);
  });

  it('shows hostile text as text', () => {
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img src=x');
  });

  it('obeys the content security policy: no inline script, handler or style', () => {
    expect(html).not.toMatch(/<script(?![^>]* src=)/u);
    expect(html).not.toMatch(/<style|<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)* (?:style|on[a-z]+)=/u);
  });

  it('uses each id once, and refers to none that is not there', () => {
    const ids = matches(html, / id="([^"]+)"/gu);
    expect(ids).toEqual([...new Set(ids)]);
    const references = matches(
      html,
      / (?:for|aria-describedby|aria-labelledby|aria-controls)="([^"]+)"/gu,
    ).flatMap((list) => list.split(' '));
    const anchors = matches(html, / href="#([^"]+)"/gu);
    for (const id of [...references, ...anchors]) expect(ids).toContain(id);
  });

  it('has a language, a title and one main heading', () => {
    expect(html).toMatch(/^<html lang="en">/u);
    expect(matches(html, /<title>(.+?)<\/title>/gu)).toHaveLength(1);
    expect(matches(html, /<h1[ >]/gu)).toHaveLength(1);
  });
});

describe('the navigation', () => {
  const home = async (changes: Partial<PageFrame>): Promise<string> => {
    return render(<HomePage frame={{ ...signedOut, ...changes }} />);
  };

  it('offers review to maintainers only', async () => {
    expect(await home({ person: { name: 'A', isMaintainer: false } })).not.toContain('/review');
    expect(await home({ person: { name: 'A', isMaintainer: true } })).toContain('/review');
  });

  it('marks where one is, also on pages below', async () => {
    const maintainer = { name: 'A', isMaintainer: true };
    const below = await home({ person: maintainer, path: '/developer/3' });
    expect(below).toContain('href="/developer" aria-current="true"');
    const itself = await home({ person: maintainer, path: '/developer' });
    expect(itself).toContain('href="/developer" aria-current="page"');
    expect(matches(itself, /(aria-current)/gu)).toHaveLength(1);
  });
});
