import { calendarDate } from '../../domain/clock.ts';
import { authenticateBearer, type BearerOutcome } from '../../protocol/bearer-token.ts';
import { servedClaims, userData } from '../../protocol/user-data.ts';
import { noteRefusedRead } from '../client-activity.ts';
import {
  type ClientAnswer,
  type ClientRequest,
  type HeaderList,
  headerList,
} from '../client-endpoint.ts';

const ALLOW = { Allow: 'GET, HEAD, OPTIONS', Vary: 'Accept, Cookie, Origin' };
const PREFLIGHT = headerList(ALLOW);
const HEADERS = headerList({
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  ...ALLOW,
});

/** `GET /open_auth/get_user_data/`: wire contract §1. */
export async function answerUserData(request: ClientRequest): Promise<ClientAnswer> {
  const { method, deps, now } = request;
  if (method === 'OPTIONS') return { status: 200, headers: PREFLIGHT, body: '' };
  if (!acceptsJson(request.accept)) {
    return refuse(406, 'Could not satisfy the request Accept header.');
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(405, `Method "${method}" not allowed.`);
  }

  const { storage, hashSecret, sandboxIsOn, catalogue, institution } = deps;
  const outcome = await authenticateBearer(request.authorization, {
    storage,
    hashSecret,
    sandboxIsOn,
    now,
  });
  if (outcome.type === 'refused') {
    if (outcome.failure !== undefined) noteRefusedRead(outcome.failure, request);
    const challenge = ['WWW-Authenticate', CHALLENGE[outcome.reason]];
    return refuse(401, 'Authentication credentials were not provided.', challenge);
  }
  const { access } = outcome;
  const today = calendarDate(now, institution.timeZone);
  const claims = servedClaims(access);
  const { number: clientNumber, environment } = access.client;
  const read = { clientNumber, environment, day: today, kind: 'data-read', attempt: null } as const;
  storage.noteClientActivity(read);
  storage.noteDataRead(access.authorizationId, now, claims);
  return { status: 200, headers: HEADERS, body: userData(access, claims, { catalogue, today }) };
}

/** RFC 6750 §3. */
const CHALLENGE: Readonly<Record<Extract<BearerOutcome, { type: 'refused' }>['reason'], string>> = {
  absent: 'Bearer realm="api"',
  invalid:
    'Bearer realm="api",error="invalid_token",error_description="The access token is invalid."',
  expired:
    'Bearer realm="api",error="invalid_token",error_description="The access token has expired."',
};

/** Errors as Django REST framework words and spells them. */
function refuse(status: number, detail: string, challenge: HeaderList = []): ClientAnswer {
  return { status, headers: [...HEADERS, ...challenge], body: JSON.stringify({ detail }) };
}

const JSON_RANGES: ReadonlySet<string> = new Set(['*/*', 'application/*', 'application/json']);

/** RFC 9110 §12.5.1, without weights: whoever takes JSON at all gets it. */
function acceptsJson(accept = '*/*'): boolean {
  if (JSON_RANGES.has(accept)) return true;
  const ranges = accept
    .split(',')
    .map((range) => range.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  return accept.trim() === '' || ranges.some((range) => JSON_RANGES.has(range));
}
