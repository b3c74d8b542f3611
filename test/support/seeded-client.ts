import type { ClaimCode } from '../../src/domain/claim.ts';
import type { ClientStatus, ClientType } from '../../src/domain/client.ts';
import { makeSecret } from '../../src/portal/new-secret.ts';
import { newClientId } from '../../src/protocol/client-secret.ts';
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
  readonly clientType?: ClientType;
  readonly status?: ClientStatus;
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
  const claims = options.claims ?? DEFAULT_CLAIMS;
  const registered = await storage.registerClient({
    clientId,
    sandboxClientId,
    clientType: options.clientType ?? 'confidential',
    secrets: [live.stored, sandbox.stored],
    name,
    description: DESCRIPTION,
    redirectUris,
    requestedClaims: claims,
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

/** Brings an app into a status as a maintainer's decision would. What is approved is what is asked for now. */
export async function decideTo(
  { storage, people, clock }: TestServer,
  number: number,
  status: ClientStatus,
): Promise<void> {
  if (status === 'in-review') return;
  const found = await storage.findClientForReview(number);
  if (found === undefined) throw new Error(`There is no client ${number}.`);
  const { client } = found;
  const outcome = await storage.recordReviewDecision({
    number,
    reviewer: people.maintainer.id,
    at: clock.read(),
    type: status,
    message: `Decided: ${status}.`,
    expectedRevision: client.revision,
    expectedStatus: client.status,
    status,
    approvedClaims: status === 'approved' ? client.requestedClaims : client.approvedClaims,
  });
  if (outcome !== 'recorded') throw new Error(`The decision was not recorded: ${outcome}`);
}
