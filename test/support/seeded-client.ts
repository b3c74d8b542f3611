import type { ClaimCode } from '../../src/domain/claim.ts';
import {
  afterEdit,
  type ClientStatus,
  type FirstState,
} from '../../src/domain/client-lifecycle.ts';
import { plainClaim, type RequestedClaim } from '../../src/domain/client-revision.ts';
import type { ClientType, ReviewDecision } from '../../src/domain/client.ts';
import { makeSecret } from '../../src/portal/new-secret.ts';
import { newClientId } from '../../src/protocol/client-secret.ts';
import { standingAfter } from '../../src/review/decide.ts';
import type { PersonName } from './people.ts';
import type { TestServer } from './test-server.ts';

/** An app as its developer knows it. */
export interface SeededClient {
  readonly number: number;
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly claims: readonly ClaimCode[];
  /** `client_id` and `client_secret` for the body of a token request. */
  readonly credentials: { readonly client_id: string; readonly client_secret: string };
  /** The same of the sandbox. */
  readonly sandbox: { readonly client_id: string; readonly client_secret: string };
}

export interface SeededClientOptions {
  readonly name?: string;
  readonly redirectUris?: readonly [string, ...string[]];
  readonly claims?: readonly ClaimCode[];
  /** The same with what is said about each. */
  readonly terms?: readonly RequestedClaim[];
  readonly clientType?: ClientType;
  readonly status?: Exclude<ClientStatus, 'retired'>;
  readonly createdBy?: PersonName;
}

export const REDIRECT_URI = 'https://app.example/callback';
const DEFAULT_CLAIMS: readonly ClaimCode[] = ['person.short_name', 'student.enrolment_number'];
/** 127 words and more, none of them about anything. */
export const DESCRIPTION = `It lends books. ${'People of the campus find books here and borrow them. '.repeat(16)}`;

let count = 0;

/** Puts an app into storage without going through the pages, for tests about something else. */
export async function seedClient(
  server: TestServer,
  options: SeededClientOptions = {},
): Promise<SeededClient> {
  const { storage, people, clock, dependencies } = server;
  count += 1;
  const name = options.name ?? `Library ${count}`;
  const clientId = newClientId(dependencies.random);
  const sandboxClientId = newClientId(dependencies.random);
  const first = { name: 'First', expiresAt: null } as const;
  const live = makeSecret({ environment: 'live', ...first }, dependencies);
  const sandbox = makeSecret({ environment: 'sandbox', ...first }, dependencies);
  const { clientSecret } = live;
  const redirectUris = options.redirectUris ?? [REDIRECT_URI];
  const terms = options.terms ?? (options.claims ?? DEFAULT_CLAIMS).map(plainClaim);
  const claims = terms.map(({ code }) => code);
  const registered = await storage.registerClient({
    clientId,
    sandboxClientId,
    clientType: options.clientType ?? 'confidential',
    secrets: [live.stored, sandbox.stored],
    name,
    description: DESCRIPTION,
    redirectUris,
    requestedClaims: terms,
    begins: options.status === 'draft' ? 'draft' : 'in-review',
    createdBy: people[options.createdBy ?? 'developer'].id,
    createdAt: clock.read(),
  });
  if (registered.type !== 'registered') throw new Error(`The name ${name} is taken.`);
  const { number } = registered;
  await decideTo(server, number, options.status ?? 'approved');
  return {
    number,
    name,
    clientId,
    clientSecret,
    redirectUri: redirectUris[0],
    claims,
    credentials: { client_id: clientId, client_secret: clientSecret },
    sandbox: { client_id: sandboxClientId, client_secret: sandbox.clientSecret },
  };
}

/** A decision that an app can be brought into a status with. */
type Decided = ReviewDecision['type'] | 'draft' | 'in-review';

/** Brings an app to where a maintainer's decision would. What is approved is what is asked for now. */
export async function decideTo(
  { storage, people, clock }: TestServer,
  number: number,
  decision: Decided,
): Promise<void> {
  if (decision === 'draft' || decision === 'in-review') return;
  const found = await storage.findClientForReview(number);
  if (found === undefined) throw new Error(`There is no client ${number}.`);
  const { client } = found;
  const after = standingAfter(client, decision);
  if (after === undefined) throw new Error(`It cannot be ${decision}: it is ${client.status}.`);
  const outcome = await storage.recordReviewDecision({
    number,
    reviewer: people.maintainer.id,
    at: clock.read(),
    type: decision,
    message: `Decided: ${decision}.`,
    expected: client,
    after,
    decisions:
      decision === 'approved'
        ? client.requestedClaims.map((code) => ({ code, approved: true, reason: '' }))
        : [],
    checklist: [],
    confirms: null,
  });
  if (outcome !== 'recorded') throw new Error(`The decision was not recorded: ${outcome}`);
}

/** Changes what an app asks for, as its team would. */
export async function requestClaims(
  { storage, people, clock }: TestServer,
  number: number,
  change: { readonly claims: readonly ClaimCode[]; readonly begins?: FirstState },
): Promise<void> {
  const { claims, begins = 'in-review' } = change;
  const found = await storage.findClientForReview(number);
  const after = found && afterEdit(found.client, begins);
  if (found === undefined || after === undefined) throw new Error(`${number} cannot be changed.`);
  const outcome = await storage.changeRequestedClaims(
    { number, actor: people.developer.id, at: clock.read() },
    {
      requestedClaims: claims.map(plainClaim),
      begins,
      expected: found.client,
      after,
      message: '',
    },
  );
  if (outcome !== 'changed') throw new Error(`The change was not recorded: ${outcome}`);
}
