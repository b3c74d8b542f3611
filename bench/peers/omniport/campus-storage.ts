import { randomBytes } from 'node:crypto';
import { hashPassword } from '../../../src/account/password.ts';
import { networkOf } from '../../../src/account/network.ts';
import { identifiersOf } from '../../../src/account/sign-in-identifier.ts';
import type { Profile } from '../../../src/domain/account.ts';
import { plainClaim } from '../../../src/domain/client-revision.ts';
import { addSeconds, instant, type Instant } from '../../../src/domain/clock.ts';
import type { Storage } from '../../../src/domain/storage.ts';
import { hashSecret } from '../../../src/protocol/secret-hash.ts';
import {
  campusApp,
  campusPerson,
  derivedText,
  LIFETIMES,
  PASSWORD,
  personData,
  type Scale,
  sessionSecret,
  tokenPair,
  type TokenPair,
} from '../../campus.ts';

/** What every app of the campus asks for and was approved for. */
const CLAIMS = [
  'person.short_name',
  'person.full_name',
  'person.roles',
  'person.display_picture',
  'student.start_date',
  'student.end_date',
  'student.enrolment_number',
  'student.branch.name',
  'student.branch.degree.name',
  'student.branch.department.name',
  'student.current_year',
  'student.current_semester',
  'contact_information.email_address',
  'contact_information.email_address_verified',
  'contact_information.institute_webmail_address',
  'contact_information.primary_phone_number',
] as const;

const SCOPE = ['read', 'write'] as const;
/** How many are stored at once: as many as share one commit. */
const BATCH = 512;

/** Who and what is stored under which number. */
export interface CampusNumbers {
  /** Account ids by number of the person. */
  readonly accounts: readonly number[];
  /** Client numbers by number of the app. */
  readonly clients: readonly number[];
}

/** Stores people, their sessions and approved apps. */
export async function storeCampus(storage: Storage, scale: Scale): Promise<CampusNumbers> {
  const at = instant(Date.now());
  const passwordHash = await hashPassword(PASSWORD, randomBytes);
  const people = Array.from({ length: scale.people }, (_, number) => campusPerson(number));
  await storage.importAccounts(
    people.map((person, number) => {
      const profile = profileOf(number);
      const identifiers = identifiersOf(person.username, profile, { countryCode: '91' });
      const revise = () => ({ profile, identifiers });
      return { username: person.username, passwordHash, isActive: true, revise };
    }),
    { at, dryRun: false },
  );
  const numbers = await campusNumbers(storage, scale, at);
  await inBatches(scale.people, async (number) => {
    await storage.startSession({
      hash: hashSecret(sessionSecret(number)),
      accountId: numbers.accounts[number] ?? 0,
      passwordHash,
      createdAt: at,
      expiresAt: addSeconds(at, LIFETIMES.session),
      userAgent: 'benchmark',
      network: networkOf('127.0.0.1'),
    });
  });
  // Each has let in one app before, which of its tokens the first is for.
  await inBatches(Math.min(scale.people, scale.tokens), async (number) => {
    await storage.recordConsent({
      accountId: numbers.accounts[number] ?? 0,
      clientNumber: numbers.clients[number % scale.apps] ?? 0,
      granted: CLAIMS,
      declined: [],
      at,
    });
  });
  return numbers;
}

/** The numbers of a campus, whose apps are registered when they are missing. */
export async function campusNumbers(
  storage: Storage,
  { people, apps }: Scale,
  at: Instant,
): Promise<CampusNumbers> {
  const accounts: number[] = [];
  for (let number = 0; number < people; number += 1) {
    const account = await storage.findAccountByUsername(campusPerson(number).username);
    accounts.push(account?.id ?? 0);
  }
  const clients: number[] = [];
  for (let number = 0; number < apps; number += 1) {
    const { clientId } = campusApp(number);
    const known = await storage.findClientByClientId(clientId);
    clients.push(known?.number ?? (await storeApp(storage, number, { by: accounts[0] ?? 0, at })));
  }
  return { accounts, clients };
}

async function storeApp(
  storage: Storage,
  number: number,
  { by, at }: { readonly by: number; readonly at: Instant },
): Promise<number> {
  const app = campusApp(number);
  const registered = await storage.registerClient({
    clientId: app.clientId,
    sandboxClientId: derivedText(`sandbox client ${number}`, 40),
    clientType: 'confidential',
    name: app.name,
    description: 'An app of the benchmark. '.repeat(32).trim(),
    redirectUris: [app.redirectUri],
    requestedClaims: CLAIMS.map(plainClaim),
    begins: 'approved',
    createdBy: by,
    createdAt: at,
    secrets: [
      {
        environment: 'live',
        hash: hashSecret(app.clientSecret),
        name: 'Benchmark',
        hint: app.clientSecret.slice(-4),
        expiresAt: null,
      },
    ],
  });
  if (registered.type !== 'registered') throw new Error(`${app.name} exists already.`);
  return registered.number;
}

/**
 * Stores token pairs the way they come to be: an authorization with its code, then the redemption.
 * @param range numbers of the pairs, the last one excluded
 */
export async function storePairs(
  storage: Storage,
  { scale, numbers }: { readonly scale: Scale; readonly numbers: CampusNumbers },
  range: { readonly from: number; readonly to: number },
): Promise<void> {
  await inBatches(range.to - range.from, async (offset) => {
    const number = range.from + offset;
    await issueAndRedeem(storage, tokenPair(number, scale), { numbers, code: `code ${number}` });
  });
}

/** One authorization, from consent to its first token pair. */
export async function issueAndRedeem(
  storage: Storage,
  pair: TokenPair,
  { numbers, code }: { readonly numbers: CampusNumbers; readonly code: string },
): Promise<void> {
  const at = instant(Date.now());
  const codeHash = hashSecret(code);
  await storage.issueAuthorizationCode({
    clientNumber: numbers.clients[pair.app] ?? 0,
    environment: 'live',
    accountId: numbers.accounts[pair.person] ?? 0,
    grantedClaims: CLAIMS,
    createdAt: at,
    code: {
      hash: codeHash,
      redirectUri: campusApp(pair.app).redirectUri,
      codeChallenge: null,
      expiresAt: addSeconds(at, LIFETIMES.code),
    },
  });
  await storage.redeemAuthorizationCode({ codeHash, tokens: hashedPair(pair, at), at });
}

/** The pair as it is stored. */
export function hashedPair(
  pair: Pick<TokenPair, 'accessToken' | 'refreshToken'>,
  at: Instant,
): Parameters<Storage['redeemAuthorizationCode']>[0]['tokens'] {
  return {
    accessTokenHash: hashSecret(pair.accessToken),
    accessTokenExpiresAt: addSeconds(at, LIFETIMES.accessToken),
    accessTokenScope: SCOPE,
    refreshTokenHash: hashSecret(pair.refreshToken),
    refreshTokenScope: SCOPE,
  };
}

async function inBatches(count: number, work: (index: number) => Promise<void>): Promise<void> {
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(BATCH, count - start);
    await Promise.all(Array.from({ length: size }, async (_, offset) => work(start + offset)));
  }
}

/** The data of `personData`, as the storage keeps it. */
function profileOf(number: number): Profile {
  const { shortName, fullName, username, branch, email, webmail, phone } = campusPerson(number);
  const student = personData(number)['student'] as Readonly<Record<string, string | number | null>>;
  return {
    records: {
      person: { short_name: shortName, full_name: fullName },
      student: {
        start_date: student['startDate'] ?? null,
        enrolment_number: username,
        'branch.name': branch,
        'branch.degree.name': student['branch degree name'] ?? null,
        'branch.department.name': student['branch department name'] ?? null,
        current_year: student['currentYear'] ?? null,
        current_semester: student['currentSemester'] ?? null,
      },
      contact_information: {
        email_address: email,
        email_address_verified: true,
        institute_webmail_address: webmail,
        primary_phone_number: phone,
      },
    },
    roles: [{ role: 'Student', startDate: '2021-07-16', endDate: null }],
    customRoles: [],
  };
}
