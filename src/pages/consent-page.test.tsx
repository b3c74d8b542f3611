import type { JSX } from 'hono/jsx/jsx-runtime';
import { describe, expect, it } from 'vitest';

import { instant } from '../domain/clock.ts';
import { ConsentPage, type ConsentPageProps } from './consent-page.tsx';
import { ASSET_NAMES, type PageFrame } from './page-frame.ts';

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
  client: { name: 'Library Desk', logo: null, team: ['Rohan Iyer', 'Meera Nair'] },
  redirectHost: 'desk.example.edu',
  person: { name: 'Asha Verma', username: '21114001', picture: null },
  categories: [
    {
      label: 'Student',
      claims: [
        { code: 'student.branch.name', label: 'Branch', values: ['Civil Engineering'] },
        { code: 'student.end_date', label: 'Graduation date', values: [] },
      ],
    },
    {
      label: 'Personal',
      claims: [
        { code: 'person.display_picture', label: 'Display picture', values: ['/media/a.png'] },
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
    expect(html).toMatch(/<dt>Branch<\/dt><dd>[^/]*Civil Engineering/u);
    expect(html).toMatch(/<dt>Graduation date<\/dt><dd>[^/]*nothing recorded/u);
    expect(html).toMatch(/<dt>Display picture<\/dt><dd><img [^>]*src="\/media\/a\.png"/u);
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
});
