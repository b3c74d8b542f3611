import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { importPeople as importFile } from '../../src/account/import-people/import-people.ts';
import { hashPassword } from '../../src/account/password.ts';
import { identifiersOf } from '../../src/account/sign-in-identifier.ts';
import type { Account } from '../../src/domain/account.ts';
import type { Instant } from '../../src/domain/clock.ts';
import { DEFAULT_CLAIM_CATALOGUE } from '../../src/domain/claim-catalogue.ts';
import type { Random } from '../../src/domain/random.ts';
import { DEFAULT_SETTINGS, type InstitutionSettings } from '../../src/domain/settings.ts';
import type { Storage } from '../../src/domain/storage.ts';
import type { AppDependencies, Assets, Log } from '../../src/http/dependencies.ts';
import { requestListener } from '../../src/http/request-listener.ts';
import { followingSettings } from '../../src/http/following-settings.ts';
import { openSettings } from '../../src/institution/live-settings.ts';
import type { RenderedMail } from '../../src/mail/mail.ts';
import { mailWording } from '../../src/mail/mail-wording.ts';
import { renderMail } from '../../src/mail/render-mail.ts';
import { ASSET_NAMES, type AssetName } from '../../src/pages/page-frame.ts';
import { peopleImports } from '../../src/people/people-imports.ts';
import { hashSecret } from '../../src/protocol/secret-hash.ts';
import { ensureSyntheticPeople } from '../../src/sandbox/ensure-synthetic-people.ts';
import { openBrowser, type Browser } from './browser.ts';
import { PASSWORD, PEOPLE, type PersonName } from './people.ts';
import { rawRequest, type RawRequest, type RawResponse } from './raw-request.ts';
import { testClock, type TestClock } from './test-clock.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

/** The product in this process: its real app on a real database, with a clock that a test moves. */
export interface TestServer {
  /** Where it listens, and its issuer unless another one was asked for. */
  readonly origin: string;
  readonly dependencies: AppDependencies;
  readonly storage: Storage;
  readonly clock: TestClock;
  /** Everything mailed so far, in words, first to last. */
  readonly mails: readonly RenderedMail[];
  /** Everything logged so far, as the lines would be written. */
  readonly logs: readonly string[];
  readonly database: TestDatabase;
  readonly people: Readonly<Record<PersonName, Account>>;
  /** One request exactly as written, without cookies. */
  request(target: string, request?: RawRequest): Promise<RawResponse>;
  /**
   * A browser in which somebody is signed in already; nobody: a fresh one.
   * @param reachable origins it can reach besides ours, e.g. of an example app
   */
  browser(signedIn?: PersonName, reachable?: readonly string[]): Promise<Browser>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  readonly issuer?: string;
  readonly trustProxy?: boolean;
  readonly catalogue?: AppDependencies['catalogue'];
  /** The built files for browsers; texts that stand for them unless given. */
  readonly assets?: Assets;
  /** What holds without a decision of a maintainer. */
  readonly settings?: Partial<InstitutionSettings>;
}

const COUNTRY_CODE = '91';
const random: Random = (byteCount) => randomBytes(byteCount);

/** Starts a server of its own for a test file, on a free port and an empty database. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await openTestDatabase();
  const { storage } = database;
  const clock = testClock();
  const mails: RenderedMail[] = [];
  const logs: string[] = [];

  // The port is known before the app, whose issuer it is a part of.
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const log = collectingLog(logs);
  const defaults: InstitutionSettings = {
    ...DEFAULT_SETTINGS,
    ...options.settings,
    identity: {
      ...DEFAULT_SETTINGS.identity,
      name: 'Test Institute',
      ...options.settings?.identity,
    },
  };
  const dependencies: AppDependencies = followingSettings(
    {
      storage,
      requestStorage: (whole) => whole,
      clock: clock.read,
      random,
      hashSecret,
      catalogue: options.catalogue ?? DEFAULT_CLAIM_CATALOGUE,
      sendMail: (message) =>
        mails.push(
          renderMail(message, {
            settings: dependencies.settings(),
            issuer: dependencies.institution.issuer,
          }),
        ),
      mailWording: mailWording(),
      institution: {
        issuer: options.issuer ?? origin,
        timeZone: 'Asia/Kolkata',
        countryCode: COUNTRY_CODE,
      },
      lifetimes: {
        authorizationCode: 60,
        refreshRetry: 10,
        session: 14 * 24 * 3600,
        passwordReset: 3600,
      },
      assets: options.assets ?? testAssets(),
      log,
      observe: async (_request, answer) => answer(),
      isStopping: () => false,
      peopleImports: peopleImports({
        storage,
        clock: clock.read,
        log,
        isStopping: () => false,
        runImport: async (source, how) =>
          importFile(source, how, { ...dependencies, now: clock.read() }),
      }),
      trustProxy: options.trustProxy ?? false,
      demoSignIns: [],
    },
    await openSettings({ storage, defaults, log }),
  );
  server.on('request', requestListener(dependencies));
  const people = await storePeople(storage, clock.read());
  await ensureSyntheticPeople({ ...dependencies, now: clock.read() });

  return {
    origin,
    dependencies,
    storage,
    clock,
    mails,
    logs,
    database,
    people,
    request: (target, request) => rawRequest(origin, target, request),
    async browser(signedIn, reachable = []) {
      const browser = openBrowser(origin, reachable);
      if (signedIn !== undefined) await enter(browser, people[signedIn], dependencies);
      return browser;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await database.remove();
    },
  };
}

let hashedPassword: Promise<string> | undefined;

/** Imports the people of the tests, all with the same password. */
export async function storePeople(
  storage: Storage,
  at: Instant,
): Promise<Readonly<Record<PersonName, Account>>> {
  hashedPassword ??= hashPassword(PASSWORD, random);
  const passwordHash = await hashedPassword;
  const batch = Object.values(PEOPLE).map(({ username, profile }) => ({
    username,
    passwordHash,
    revise: () => ({
      profile,
      identifiers: identifiersOf(username, profile, { countryCode: COUNTRY_CODE }),
    }),
  }));
  await storage.importAccounts(batch, { at, dryRun: false });
  const accounts = Object.entries(PEOPLE).map(async ([name, { username }]) => {
    const account = await storage.findAccountByUsername(username);
    return [name, account] as const;
  });
  return Object.fromEntries(await Promise.all(accounts)) as Record<PersonName, Account>;
}

/** A session without its sign-in, for tests about something else. */
async function enter(browser: Browser, account: Account, deps: AppDependencies): Promise<void> {
  const secret = Buffer.from(deps.random(32)).toString('base64url');
  const now = deps.clock();
  const found = await deps.storage.findAccountWithPassword(account.id);
  await deps.storage.startSession({
    hash: deps.hashSecret(secret),
    accountId: account.id,
    passwordHash: found?.passwordHash ?? null,
    createdAt: now,
    expiresAt: (now + deps.lifetimes.session * 1000) as typeof now,
    userAgent: 'Test browser',
    network: '127.0.0.0/24',
  });
  const name = deps.institution.issuer.startsWith('https:') ? '__Host-session' : 'session';
  browser.jar.put('127.0.0.1', name, secret);
}

function testAssets(): Assets {
  const urls = Object.fromEntries(ASSET_NAMES.map((name) => [name, `/assets/${name}`]));
  return {
    urls: urls as Record<AssetName, string>,
    find: (fileName) =>
      ASSET_NAMES.some((name) => name === fileName)
        ? { contentType: 'text/plain; charset=utf-8', bytes: Buffer.from(`/* ${fileName} */`) }
        : undefined,
  };
}

function collectingLog(lines: string[]): Log {
  const collect =
    (level: string) =>
    (fields: Readonly<Record<string, unknown>>, message: string): void => {
      lines.push(JSON.stringify({ level, ...fields, message }));
    };
  return { info: collect('info'), warn: collect('warn'), error: collect('error') };
}
