import type { Browser, Page } from './browser.ts';
import { DESCRIPTION, REDIRECT_URI, type SeededClient } from './seeded-client.ts';

/** A data point as it is labelled in the portal, with the category it stands in. */
type LabelledClaim = readonly [category: string, label: string];

export interface RegistrationOptions {
  readonly name: string;
  readonly redirectUris?: readonly [string, ...string[]];
  readonly claims?: readonly LabelledClaim[];
}

/** Fills in `/developer/add` and reads the credentials off the page that follows. */
export async function registerApp(
  browser: Browser,
  {
    name,
    redirectUris = [REDIRECT_URI],
    claims = [['Personal', 'Full name']],
  }: RegistrationOptions,
): Promise<SeededClient & { readonly page: Page }> {
  const add = await browser.visit('/developer/add');
  const form = add
    .form({ button: 'Add app' })
    .fill('App name', name)
    .fill('Description', DESCRIPTION)
    .fill('Redirect URIs', redirectUris.join('\n'))
    .tick('On a server (confidential)')
    .tick('I have read the developer terms of use and agree to all of them');
  for (const [category, label] of claims) form.tick(label, category);
  const page = await browser.submit(add, form.press('Add app'));
  if (page.status !== 200) throw new Error(`Not registered: ${page.status} ${page.text}`);
  const clientId = page.field('Client ID');
  const clientSecret = page.field('Client secret');
  return {
    number: Number(page.link('I have copied it, go on to the dashboard').split('/').at(-1)),
    name,
    clientId,
    clientSecret,
    redirectUri: redirectUris[0],
    claims: [],
    credentials: { client_id: clientId, client_secret: clientSecret },
    sandbox: {
      client_id: page.field('Sandbox client ID'),
      client_secret: page.field('Sandbox client secret'),
    },
    page,
  };
}

/** Decides on an app at `/review`, as a maintainer. */
export async function decideOn(
  browser: Browser,
  number: number,
  { decision, message = '' }: { readonly decision: string; readonly message?: string },
): Promise<Page> {
  const page = await browser.visit(`/review/${number}`);
  const form = page
    .form({ button: 'Record the decision' })
    .tick(decision)
    .fill('Message to the team', message);
  return browser.submit(page, form.press('Record the decision'));
}
