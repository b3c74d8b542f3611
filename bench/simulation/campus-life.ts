import type { AccountId } from '../../src/domain/account.ts';
import type { ClientNumber } from '../../src/domain/client.ts';
import { addSeconds, type Instant } from '../../src/domain/clock.ts';
import type { AttemptedEndpoint, UsageKind } from '../../src/domain/client-activity.ts';
import type { Environment } from '../../src/domain/environment.ts';
import type { Storage } from '../../src/domain/storage.ts';
import type { Founded } from './founding.ts';
import type { Ledger } from './ledger.ts';
import type { SeededRandom } from './seeded-random.ts';
import { CLAIMS, type HeldTokens, type TokenProtocol } from './tokens.ts';
import { LIFETIMES, MOST_DEVICES, READS_AFTER_FLOW, REVOKED_AT_SIGN_OUT } from './volumes.ts';

/** Something that somebody does at a moment. */
export type Deed = (at: Instant) => Promise<void>;

/** Everything people and apps do that leaves something in the database. */
export interface CampusLife {
  readonly signIn: Deed;
  readonly mistypePassword: Deed;
  readonly resetPassword: Deed;
  readonly useWebApp: Deed;
  readonly loseCode: Deed;
  readonly setUpPhone: Deed;
  readonly openPhoneApp: Deed;
  readonly connectNightlyApp: Deed;
  readonly disconnect: Deed;
  readonly maintain: Deed;
  readonly tryInSandbox: Deed;
  /** One for each person that connected a nightly app. */
  nightlyRefreshes(): readonly Deed[];
}

interface CampusLifeOptions {
  readonly storage: Storage;
  readonly founded: Founded;
  readonly random: SeededRandom;
  readonly made: Ledger;
  readonly protocol: TokenProtocol;
}

/** Which part of the requests is stored one by one; all are counted. */
const SHOWN = 0.05;
const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo';
const USER_AGENT =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36';

export function campusLife(options: CampusLifeOptions): CampusLife {
  const { storage, founded, random, made, protocol } = options;
  const phones = new Map<AccountId, HeldTokens[]>();
  const agreed = new Set<string>();
  /** Whoever chose a new password. */
  const changed = new Set<AccountId>();
  const nightly = new Map<string, HeldTokens>();

  const someone = () => founded.people[random.below(founded.people.length)] ?? 0;
  const one = (apps: readonly ClientNumber[]) => apps[random.below(apps.length)] ?? 0;

  /** Everybody has a few apps that they use nearly always; the first ones are everybody's. */
  function webAppOf(accountId: AccountId): ClientNumber {
    const apps = founded.webApps;
    const favourite = Math.floor(-Math.log2(1 - random.fraction()));
    const popularity = (accountId * 2_654_435_761 + favourite * 40_503) % 1000;
    return apps[Math.floor((popularity / 1000) ** 2 * apps.length)] ?? one(apps);
  }

  function noteRequest(
    clientNumber: ClientNumber,
    environment: Environment,
    what: {
      readonly at: Instant;
      readonly endpoint: AttemptedEndpoint;
      readonly kind: UsageKind | null;
    },
  ): void {
    const { at, endpoint, kind } = what;
    storage.noteClientActivity({
      clientNumber,
      environment,
      day: new Date(at).toISOString().slice(0, 10),
      kind,
      // Of an app the last hundred are kept, whichever they are.
      attempt:
        random.fraction() > SHOWN
          ? null
          : {
              at,
              endpoint,
              reason: null,
              parameters: [
                { name: 'client_id', value: `client-id-of-${clientNumber}` },
                {
                  name: 'redirect_uri',
                  value: `https://app-${clientNumber}.campus.example/callback`,
                },
              ],
              network: '203.0.113.0/24',
              requestId: '0198f1c2-7d3e-7000-8000-000000000000',
            },
    });
  }

  function read(held: HeldTokens, at: Instant): void {
    made.count('activity', at);
    storage.noteDataRead(held.authorizationId, at, CLAIMS);
    noteRequest(held.clientNumber, 'live', { at, endpoint: 'user-data', kind: 'data-read' });
  }

  /** What the consent screen and the token endpoint do. */
  async function flow(
    accountId: AccountId,
    clientNumber: ClientNumber,
    { at, isLost = false }: { readonly at: Instant; readonly isLost?: boolean },
  ): Promise<HeldTokens | undefined> {
    // The same answer again changes nothing but a date.
    const pair = `${accountId} ${clientNumber}`;
    if (!agreed.has(pair)) {
      agreed.add(pair);
      const answered = { accountId, clientNumber, granted: CLAIMS, declined: [], at };
      await storage.recordConsent(answered);
      made.count('notification', at);
      const app = `app-${clientNumber}`;
      const content = { type: 'app-allowed', clientNumber, app, claims: CLAIMS } as const;
      await storage.notify(accountId, content, at);
    }
    const environment = 'live';
    const held = await protocol.authorize({ accountId, clientNumber, environment, at, isLost });
    noteRequest(clientNumber, 'live', { at, endpoint: 'authorize', kind: 'consent-allowed' });
    if (held === undefined) return undefined;
    made.count('activity', at);
    storage.noteAllowed(held.authorizationId, at, CLAIMS);
    noteRequest(clientNumber, 'live', { at, endpoint: 'token', kind: 'tokens-issued' });
    read(held, at);
    return held;
  }

  async function countAttempt(accountId: AccountId, at: Instant): Promise<readonly string[]> {
    const keys = [
      `sign-in:account:${accountId}`,
      `sign-in:network:10.${accountId % 251}.${accountId % 241}.0/24`,
    ];
    const subjects = keys.map((key) => ({ key, limit: 100, windowSeconds: 15 * 60 }));
    for (const _key of keys) made.count('attempt', at);
    await storage.countAttempt({ subjects, at });
    return keys;
  }

  return {
    async signIn(at) {
      const accountId = someone();
      const [target = '', network = ''] = await countAttempt(accountId, at);
      made.count('session', at);
      const browser = {
        network: `10.${accountId % 251}.${random.below(4)}.0/24`,
        device: USER_AGENT,
      };
      await storage.startSession({
        hash: protocol.newHash(),
        accountId,
        createdAt: at,
        expiresAt: addSeconds(at, LIFETIMES.session),
        userAgent: USER_AGENT,
        network: browser.network,
        passwordHash: changed.has(accountId) ? PASSWORD_HASH : null,
      });
      const seen = await storage.noteBrowser(accountId, browser, at);
      if (seen === 'new') {
        made.count('notification', at);
        const content = { type: 'new-sign-in', userAgent: USER_AGENT, ...browser } as const;
        await storage.notify(accountId, content, at);
      }
      await storage.forgiveAttempts([target]);
      await storage.takeBackAttempt([network]);
    },

    async mistypePassword(at) {
      await countAttempt(someone(), at);
    },

    async resetPassword(at) {
      const accountId = someone();
      await countAttempt(accountId, at);
      const hash = protocol.newHash();
      made.count('password-reset', at);
      const expiresAt = addSeconds(at, LIFETIMES.passwordReset);
      await storage.issuePasswordReset({ accountId, hash, issuedAt: at, expiresAt });
      if (random.fraction() < 0.2) return;
      changed.add(accountId);
      await storage.redeemPasswordReset({ hash, passwordHash: PASSWORD_HASH, at });
      made.count('notification', at);
      await storage.notify(accountId, { type: 'password-changed', network: '10.0.0.0/24' }, at);
    },

    async useWebApp(at) {
      const accountId = someone();
      const clientNumber = webAppOf(accountId);
      const held = await flow(accountId, clientNumber, { at });
      if (held === undefined) return;
      if (random.fraction() < READS_AFTER_FLOW - 1) read(held, addSeconds(at, 3600));
      if (random.fraction() >= REVOKED_AT_SIGN_OUT) return;
      const tokenHash = held.refreshToken;
      await storage.revokeToken({ tokenHash, clientNumber, environment: 'live', at });
      noteRequest(clientNumber, 'live', { at, endpoint: 'revoke', kind: null });
    },

    async loseCode(at) {
      const accountId = someone();
      await flow(accountId, webAppOf(accountId), { at, isLost: true });
    },

    async setUpPhone(at) {
      const accountId = someone();
      const held = await flow(accountId, one(founded.phoneApps), { at });
      if (held === undefined) return;
      const devices = phones.get(accountId);
      if (devices === undefined) phones.set(accountId, [held]);
      else if (devices.length < MOST_DEVICES) devices.push(held);
      else devices[random.below(devices.length)] = held;
    },

    async openPhoneApp(at) {
      const devices = phones.get(someone()) ?? [];
      const index = random.below(devices.length);
      const held = devices[index];
      if (held === undefined) return;
      if (held.expiresAt <= at && !(await protocol.refresh(held, at))) {
        devices.splice(index, 1);
        return;
      }
      noteRequest(held.clientNumber, 'live', { at, endpoint: 'token', kind: 'tokens-refreshed' });
      read(held, at);
    },

    async connectNightlyApp(at) {
      const accountId = someone();
      const clientNumber = one(founded.nightlyApps);
      const held = await flow(accountId, clientNumber, { at });
      if (held !== undefined) nightly.set(`${accountId} ${clientNumber}`, held);
    },

    async disconnect(at) {
      const accountId = someone();
      const clientNumber = webAppOf(accountId);
      agreed.delete(`${accountId} ${clientNumber}`);
      await storage.disconnectClient(accountId, clientNumber, at);
    },

    async maintain(at) {
      made.count('audit-event', at);
      const accountId = someone();
      await storage.appendAuditEvent({
        at,
        actor: accountId,
        action: 'account.role-given',
        subject: { type: 'account', id: String(accountId), label: 'Asha Kumari' },
        details: { role: 'Maintainer', startDate: '2026-07-01', endDate: null },
      });
    },

    async tryInSandbox(at) {
      const accountId = founded.synthetic[random.below(founded.synthetic.length)] ?? 0;
      const clientNumber = one([...founded.webApps, ...founded.phoneApps, ...founded.nightlyApps]);
      const environment = 'sandbox';
      await protocol.authorize({ accountId, clientNumber, environment, at });
      noteRequest(clientNumber, environment, { at, endpoint: 'token', kind: 'tokens-issued' });
    },

    nightlyRefreshes: () =>
      [...nightly].map(([key, held]) => async (at: Instant) => {
        if (await protocol.refresh(held, at)) read(held, at);
        else nightly.delete(key);
      }),
  };
}
