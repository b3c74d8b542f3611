import { createHash } from 'node:crypto';
import type {
  AccountId,
  PasswordHash,
  Profile,
  ProfileRecord,
  SignInIdentifier,
} from '../../domain/account.ts';
import { EVERY_AUDIT_EVENT } from '../../domain/audit-event.ts';
import type { NewClientSecret } from '../../domain/client-secret.ts';
import type { NewAuthorization, NewTokenPair } from '../../domain/authorization.ts';
import type { ClientStanding } from '../../domain/client-lifecycle.ts';
import { plainClaim } from '../../domain/client-revision.ts';
import type { Client, ClientNumber, NewClient, ReviewDecision } from '../../domain/client.ts';
import { type Instant, instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import type { Session } from '../../domain/session.ts';
import type { Storage } from '../../domain/storage.ts';

/** What the tests say about people and clients when it does not matter what exactly. */

/** @param seconds after an arbitrary noon */
export function at(seconds: number): Instant {
  return instant(Date.UTC(2026, 0, 1, 12) + seconds * 1000);
}

export const NOW = at(0);
export const DAY = 24 * 60 * 60;
/** The day of `NOW`. */
export const TODAY = '2026-01-01';

export function hash(secret: string): SecretHash {
  return new Uint8Array(createHash('sha256').update(secret).digest()) as SecretHash;
}

export function profileOf(fullName: string, record: ProfileRecord = {}): Profile {
  return {
    records: { person: { full_name: fullName }, student: record },
    roles: [{ role: 'Student', startDate: '2024-07-01', endDate: null }],
    customRoles: [],
  };
}

export interface PersonOptions {
  readonly profile?: Profile;
  readonly identifiers?: readonly SignInIdentifier[];
  readonly passwordHash?: string;
  readonly isActive?: boolean;
}

/** Imports one person, or changes them. */
export async function addPerson(
  storage: Storage,
  username: string,
  options: PersonOptions = {},
): Promise<AccountId> {
  const { profile = profileOf(`Name of ${username}`), identifiers = [username], ...rest } = options;
  await storage.importAccounts([{ username, revise: () => ({ profile, identifiers }), ...rest }], {
    at: NOW,
    dryRun: false,
  });
  const account = await storage.findAccountByUsername(username);
  return account!.id;
}

/** Of whom the tests do not say otherwise. */
export const LIVE = { environment: 'live' } as const;
export const SANDBOX = { environment: 'sandbox' } as const;

/** @param text of the secret; stored is its hash */
export function newSecret(text: string, changes: Partial<NewClientSecret> = {}): NewClientSecret {
  return {
    ...LIVE,
    hash: hash(text),
    name: `Name of ${text}`,
    hint: `…${text.slice(-4)}`,
    expiresAt: null,
    ...changes,
  };
}

/** Stores one synthetic person, or changes them. */
export async function addSynthetic(
  storage: Storage,
  username: string,
  profile = profileOf(`Synthetic ${username}`),
): Promise<AccountId> {
  await storage.storeSyntheticPeople([{ username, profile }], NOW);
  const people = await storage.listSyntheticPeople();
  return people.find((person) => person.username === username)!.id;
}

export function newClient(
  createdBy: AccountId,
  name: string,
  changes: Partial<NewClient> = {},
): NewClient {
  const { clientId = `client-id-of-${name}` } = changes;
  return {
    clientId,
    sandboxClientId: `sandbox-${clientId}`,
    secrets: [newSecret(`secret of ${name}`), newSecret(`sandbox secret of ${name}`, SANDBOX)],
    clientType: 'confidential',
    name,
    description: `What ${name} does.`,
    redirectUris: [`https://${name}.example/callback`],
    requestedClaims: ['person.full_name', 'student.branch.name'].map(plainClaim),
    begins: 'in-review',
    createdBy,
    createdAt: NOW,
    ...changes,
  };
}

/** Registers a client; its status is `in-review`. */
export async function addClient(
  storage: Storage,
  createdBy: AccountId,
  ...rest: readonly [name: string, changes?: Partial<NewClient>]
): Promise<ClientNumber> {
  const outcome = await storage.registerClient(newClient(createdBy, ...rest));
  if (outcome.type !== 'registered') throw new Error(`There is a client ${rest[0]} already.`);
  return outcome.number;
}

/** Where a client stands that was just registered. */
export const IN_REVIEW: ClientStanding = {
  status: 'in-review',
  revision: 1,
  revisionState: 'in-review',
  approvedRevision: null,
};

/** Where it stands once that is approved. */
export const APPROVED: ClientStanding = {
  status: 'approved',
  revision: 1,
  revisionState: 'approved',
  approvedRevision: 1,
};

export function approving(codes: readonly string[]): ReviewDecision['decisions'] {
  return codes.map((code) => ({ code, approved: true, reason: '' }));
}

/** The approval of a client as it was registered. */
export function approvalOf(
  number: ClientNumber,
  reviewer: AccountId,
  changes: Partial<ReviewDecision> = {},
): ReviewDecision {
  return {
    number,
    reviewer,
    at: NOW,
    type: 'approved',
    message: '',
    expected: IN_REVIEW,
    after: APPROVED,
    decisions: approving(['person.full_name', 'student.branch.name']),
    checklist: [],
    confirms: null,
    ...changes,
  };
}

export async function readClient(storage: Storage, number: ClientNumber): Promise<Client> {
  const dossier = await storage.findClientForReview(number);
  return dossier!.client;
}

/** A person, and an approved client of theirs. */
export async function addPersonWithClient(
  storage: Storage,
): Promise<{ readonly accountId: AccountId; readonly clientNumber: ClientNumber }> {
  const accountId = await addPerson(storage, '15114009');
  const clientNumber = await addClient(storage, accountId, 'noticeboard');
  await storage.recordReviewDecision(approvalOf(clientNumber, accountId));
  return { accountId, clientNumber };
}

/** Live unless said otherwise. */
interface Parties {
  readonly accountId: AccountId;
  readonly clientNumber: ClientNumber;
  readonly environment?: Environment;
}

/** @param code its text; stored is its hash */
export function newAuthorization(
  parties: Parties,
  code: string,
  changes: Partial<Omit<NewAuthorization, 'code'>> = {},
): NewAuthorization {
  return {
    ...LIVE,
    ...parties,
    grantedClaims: ['person.full_name'],
    createdAt: NOW,
    code: {
      hash: hash(code),
      redirectUri: 'https://noticeboard.example/callback',
      codeChallenge: null,
      expiresAt: at(60),
    },
    ...changes,
  };
}

/** The tokens `access-<suffix>` and `refresh-<suffix>`. */
export function tokenPair(suffix: string, changes: Partial<NewTokenPair> = {}): NewTokenPair {
  return {
    accessTokenHash: hash(`access-${suffix}`),
    accessTokenExpiresAt: at(36_000),
    accessTokenScope: ['read', 'write'],
    refreshTokenHash: hash(`refresh-${suffix}`),
    refreshTokenScope: ['read', 'write'],
    ...changes,
  };
}

/** One completed authorization whose code was redeemed for `tokenPair(suffix)`. */
export async function addTokens(
  storage: Storage,
  parties: Parties,
  suffix: string,
): Promise<number> {
  const id = await storage.issueAuthorizationCode(newAuthorization(parties, `code-${suffix}`));
  await storage.redeemAuthorizationCode({
    codeHash: hash(`code-${suffix}`),
    tokens: tokenPair(suffix),
    at: NOW,
  });
  return id;
}

/** Exchanges `refresh-<from>` for `tokenPair(to)`. */
export async function rotate(
  storage: Storage,
  from: string,
  to: string,
): ReturnType<Storage['rotateRefreshToken']> {
  return storage.rotateRefreshToken({
    refreshTokenHash: hash(`refresh-${from}`),
    tokens: tokenPair(to),
    sealedAnswer: sealed(to),
    at: NOW,
  });
}

/** What stands for the sealed answer of a rotation. */
export function sealed(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`sealed ${text}`));
}

export function newSession(
  accountId: AccountId,
  secret: string,
  changes: Partial<Session> & { readonly passwordHash?: PasswordHash } = {},
): Parameters<Storage['startSession']>[0] {
  return {
    hash: hash(secret),
    accountId,
    passwordHash: null,
    createdAt: NOW,
    expiresAt: at(3600),
    userAgent: 'Mozilla/5.0',
    network: '203.0.113.0/24',
    ...changes,
  };
}

/** What was done that the audit log tells of, newest first. */
export async function auditActions(storage: Storage): Promise<readonly string[]> {
  const events = await storage.listAuditEvents(EVERY_AUDIT_EVENT, { before: null, limit: 100 });
  return events.map(({ action }) => action);
}

/** Calls something many times at once. */
export async function atOnce<Result>(
  times: number,
  call: (index: number) => Promise<Result>,
): Promise<Result[]> {
  return Promise.all(Array.from({ length: times }, async (_, index) => call(index)));
}
