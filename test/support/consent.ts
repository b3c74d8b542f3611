import type { Browser, Page } from './browser.ts';
import type { SeededClient } from './seeded-client.ts';

/** Parameters of an authorization request: pairs when one is repeated. */
export type AuthorizationParameters =
  Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[];

/** The authorise page's address with these parameters. */
export function authorisePath(
  client: SeededClient | null,
  parameters: AuthorizationParameters = {},
): string {
  const pairs = Array.isArray(parameters)
    ? (parameters as readonly (readonly [string, string])[])
    : Object.entries(parameters);
  const query = new URLSearchParams([
    ...(client === null ? [] : [['client_id', client.clientId]]),
    ...pairs.map(([name, value]) => [name, value]),
  ]);
  return `/oauth/authorise?${query.toString()}`;
}

/** Opens the consent screen in a browser where somebody is signed in. */
export async function askConsent(
  browser: Browser,
  client: SeededClient,
  parameters: AuthorizationParameters = {},
): Promise<Page> {
  const page = await browser.visit(authorisePath(client, parameters));
  if (page.status !== 200) throw new Error(`No consent screen: ${page.status} ${page.text}`);
  return page;
}

/** Presses Allow on a consent screen, and answers where the browser was sent. */
export async function allow(browser: Browser, consentPage: Page): Promise<URL> {
  const done = await browser.submit(
    consentPage,
    consentPage.form({ button: 'Allow' }).press('Allow'),
  );
  return done.url;
}

/** Opens the consent screen and allows. */
export async function authorize(
  browser: Browser,
  client: SeededClient,
  parameters: AuthorizationParameters = {},
): Promise<URL> {
  return allow(browser, await askConsent(browser, client, parameters));
}

/** The parameter `code` of where the browser was sent. */
export function codeOf(location: URL): string {
  const code = location.searchParams.get('code');
  if (code === null) throw new Error(`No code in ${location.href}`);
  return code;
}
