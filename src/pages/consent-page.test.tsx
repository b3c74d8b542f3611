import type { JSX } from 'hono/jsx/jsx-runtime';
import { describe, expect, it } from 'vitest';

import { instant } from '../domain/clock.ts';
import { ConsentPage, type ConsentPageProps } from './consent-page.tsx';
import { ASSET_NAMES, type PageFrame } from './page-frame.ts';

const asked = { type: 'string' as const, required: true, reason: '', isNew: false, isTicked: true };
const props: ConsentPageProps = {
  frame: {
    institution: 'Demo Institute',
    brand: { theme: null, logo: null, contact: null },
    assets: Object.fromEntries(ASSET_NAMES.map((name) => [name, name])) as PageFrame['assets'],
    person: { name: 'Asha Verma', isMaintainer: false },
    csrfToken: 'the-token',
    path: '/oauth/authorise',
    reopenAt: '/oauth/authorise?client_id=1',
    language: 'en',
    notice: null,
    now: instant(0),
    timeZone: 'Asia/Kolkata',
  },
  client: { name: 'Library Desk', logo: null, team: ['Rohan Iyer', 'Meera Nair'], users: 40 },
  redirectHost: 'desk.example.edu',
  person: { name: 'Asha Verma', username: '21114001', picture: null },
  before: null,
  categories: [
    {
      label: 'Student',
      claims: [
        { ...asked, code: 'student.branch.name', label: 'Branch', values: ['Civil Engineering'] },
        { ...asked, code: 'student.end_date', label: 'Graduation date', values: [] },
      ],
    },
    {
      label: 'Personal',
      claims: [
        {
          ...asked,
          code: 'person.display_picture',
          label: 'Display picture',
          type: 'picture',
          values: ['/media/a.png'],
        },
      ],
    },
  ],
  action: '/oauth/authorise?client_id=abc&state=xyz',
  accountId: 17,
  chooseAgainAt: null,
};
const render = async (page: JSX.Element): Promise<string> => (await page).toString();
const html = await render(<ConsentPage {...props} />);

describe('the consent screen', () => {
  it('sends back exactly the claims it showed, and for whom', () => {
    const form = /<form method="post" action="\/oauth\/authorise[^>]*>.*?<\/form>/su.exec(
      html,
    )?.[0];
    const claims = [...(form ?? '').matchAll(/name="claim" value="([^"]+)"/gu)];
    expect(claims.map((claim) => claim[1])).toEqual([
      'student.branch.name',
      'student.end_date',
      'person.display_picture',
    ]);
    expect(form).toContain('name="account" value="17"');
    expect(form).toMatch(/name="decision" value="deny".*name="decision" value="allow"/su);
  });

  it('answers to the very request, query included', () => {
    expect(html).toContain('action="/oauth/authorise?client_id=abc&amp;state=xyz"');
  });

  it('shows each data point with its value, and says where there is none', () => {
    expect(html).toMatch(/<dt>Branch<input [^>]*><\/dt><dd>[^/]*Civil Engineering/u);
    expect(html).toMatch(/<dt>Graduation date<input [^>]*><\/dt><dd>[^/]*nothing recorded/u);
    expect(html).toMatch(
      /<dt>Display picture<input [^>]*><\/dt><dd><img [^>]*src="\/media\/a\.png"/u,
    );
  });

  it('draws a value as a picture only where a picture is asked for', async () => {
    const claim = { ...asked, code: 'a.b', label: 'B', values: ['/media/a.png'] };
    const page = await render(
      <ConsentPage {...props} categories={[{ label: 'A', claims: [claim] }]} />,
    );
    expect(page).not.toContain('<img');
    expect(page).toContain('<span class="consent-value">/media/a.png</span>');
  });

  it('shows what every app gets, asked for or not', () => {
    expect(html).toMatch(/<dt>Username<\/dt><dd>[^/]*21114001/u);
    expect(html).toMatch(/<dt>Account number<\/dt><dd>[^/]*17/u);
  });

  it('says who makes the app, where Allow leads and how to take it back', () => {
    expect(html).toContain('Made by <bdi>Rohan Iyer</bdi> and <bdi>Meera Nair</bdi>.');
    expect(html).toMatch(/Allow takes you to <strong[^>]*>desk\.example\.edu/u);
    expect(html).toContain('href="/account"');
  });

  it('lets somebody else sign in, and brings them back to this request', () => {
    const form = /<form method="post" action="\/auth\/logout".*?<\/form>/su.exec(html)?.[0];
    expect(form).toContain('name="next" value="/oauth/authorise?client_id=abc&amp;state=xyz"');
  });

  it('lets untick what the app can do without, and says what each data point is for', async () => {
    const branch = { code: 'student.branch.name', label: 'Branch', values: ['Civil Engineering'] };
    const claims = [
      { ...asked, ...branch, required: false, reason: 'To greet your <b>branch</b>.' },
      { ...asked, code: 'student.end_date', label: 'Graduation date', values: [], isTicked: false },
    ];
    const page = await render(
      <ConsentPage {...props} categories={[{ label: 'Student', claims }]} />,
    );
    expect(page).toMatch(/type="checkbox"[^>]*name="claim" value="student\.branch\.name" checked/u);
    expect(page).toContain('name="optional" value="student.branch.name"');
    expect(page).toContain('To greet your &lt;b&gt;branch&lt;/b&gt;.');
    expect(page).toContain('<input type="hidden" name="claim" value="student.end_date"/>');
    expect(page).not.toContain('name="optional" value="student.end_date"');
    expect(page).toContain('Untick what you do not want to share.');
    expect(html).not.toContain('type="checkbox"');
  });

  it('leaves unticked what was left out the last time', async () => {
    const claim = {
      ...asked,
      code: 'a.b',
      label: 'B',
      values: [],
      required: false,
      isTicked: false,
    };
    const page = await render(
      <ConsentPage {...props} categories={[{ label: 'A', claims: [claim] }]} />,
    );
    expect(page).toMatch(/type="checkbox"[^>]*value="a\.b"\/>/u);
  });

  it('tells the first time from a change, and marks what is new', async () => {
    expect(html).toContain('This app has not asked you before.');
    const before = { allowedAt: instant(-86_400_000), endedAt: null };
    const same = await render(<ConsentPage {...props} before={before} />);
    expect(same).toMatch(/You last allowed this app .*It asks for nothing new\./u);
    const claims = [{ ...asked, code: 'a.b', label: 'B', values: [], isNew: true }];
    const changed = await render(
      <ConsentPage {...props} before={before} categories={[{ label: 'A', claims }]} />,
    );
    expect(changed).toContain('see what is marked as new');
    expect(changed).toMatch(/<dt>B <span class="badge badge-accent">New/u);
    const ended = await render(
      <ConsentPage {...props} before={{ ...before, endedAt: instant(-1000) }} />,
    );
    expect(ended).toContain('You ended this app’s access');
  });

  it('says how many others use it, unless they are few, and where to complain', async () => {
    expect(html).toContain('At least 40 other people here use it.');
    const few = { ...props.client, users: 0 };
    const contact = { href: 'mailto:help@demo.example', label: 'help@demo.example' };
    const frame = { ...props.frame, brand: { ...props.frame.brand, contact } };
    const page = await render(<ConsentPage {...props} frame={frame} client={few} />);
    expect(page).not.toContain('other people here');
    expect(page).toContain('href="mailto:help@demo.example?subject=Library%20Desk"');
  });
});
