import { allow, askConsent, authorisePath } from '../support/consent.ts';
import {
  issueCode,
  obtainTokens,
  requestRefresh,
  requestToken,
  revoke,
  userData,
} from '../support/provider-client.ts';
import type { RawResponse } from '../support/raw-request.ts';
import { seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What an installation answers all day, and what signing in to an app makes a person wait for. */
export type Operation =
  | 'user data'
  | 'refresh'
  | 'redeem a code'
  | 'revoke'
  | 'show the consent screen'
  | 'allow an app for the first time'
  | 'allow an app again'
  | 'authorize without asking';

/** One request for each, ready to be sent once; what it needs was done before, and is not counted. */
export type Operations = Readonly<Record<Operation, () => Promise<RawResponse>>>;

/** Two installations: one that always asks, and one that remembers. */
export interface Installations {
  readonly asking: TestServer;
  readonly remembering: TestServer;
  close(): Promise<void>;
}

export async function startInstallations(): Promise<Installations> {
  const asking = await startTestServer();
  const remembering = await startTestServer({
    settings: { consent: { remember: 'ask-when-changed' } },
  });
  return {
    asking,
    remembering,
    async close() {
      await asking.close();
      await remembering.close();
    },
  };
}

export async function prepareOperations({
  asking,
  remembering,
}: Installations): Promise<Operations> {
  const client = await seedClient(asking);
  const toRead = await obtainTokens(asking, client);
  const toRefresh = await obtainTokens(asking, client);
  const toRevoke = await obtainTokens(asking, client);
  const code = await issueCode(asking, client);

  const newcomer = await asking.browser('faculty');
  const regular = await asking.browser('student');
  await allow(regular, await askConsent(regular, client));
  const firstPage = await askConsent(newcomer, client);
  const laterPage = await askConsent(regular, client);

  const known = await seedClient(remembering);
  const remembered = await remembering.browser('student');
  await allow(remembered, await askConsent(remembered, known));
  return {
    'user data': async () => userData(asking, toRead.access_token),
    refresh: async () => requestRefresh(asking, client, { refresh_token: toRefresh.refresh_token }),
    'redeem a code': async () =>
      requestToken(asking, {
        ...client.credentials,
        grant_type: 'authorization_code',
        redirect_uri: client.redirectUri,
        code,
      }),
    revoke: async () => revoke(asking, client, { token: toRevoke.access_token }),
    'show the consent screen': async () => newcomer.visit(authorisePath(client)),
    'allow an app for the first time': async () =>
      newcomer.submit(firstPage, firstPage.form({ button: 'Allow' }).press('Allow')),
    'allow an app again': async () =>
      regular.submit(laterPage, laterPage.form({ button: 'Allow' }).press('Allow')),
    'authorize without asking': async () => remembered.visit(authorisePath(known)),
  };
}

/** Bytes of an answer as its sender is charged for them: header lines and body. */
export function bytesOf({ headers, bytes }: RawResponse): number {
  const lines = Object.entries(headers).flatMap(([name, value = '']) =>
    [value].flat().map((one) => `${name}: ${one}\r\n`),
  );
  return Buffer.byteLength(lines.join('')) + bytes.byteLength;
}
