import { calendarDate } from '../../domain/clock.ts';
import { authenticateBearer, type BearerOutcome } from '../../protocol/bearer-token.ts';
import { userData } from '../../protocol/user-data.ts';
import type { AppContext } from '../environment.ts';

const HEADERS = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  Allow: 'GET, HEAD, OPTIONS',
  Vary: 'Accept, Cookie, Origin',
};

/** `GET /open_auth/get_user_data/`: wire contract §1. */
export async function answerUserData(c: AppContext): Promise<Response> {
  const { method } = c.req;
  if (method === 'OPTIONS') return c.body(null, 200, { Allow: HEADERS.Allow, Vary: HEADERS.Vary });
  if (!acceptsJson(c.req.header('accept'))) {
    return refuse(c, 406, 'Could not satisfy the request Accept header.');
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse(c, 405, `Method "${method}" not allowed.`);
  }

  const { deps, now } = c.var;
  const outcome = await authenticateBearer(c.req.header('authorization'), { ...deps, now });
  if (outcome.type === 'refused') {
    c.header('WWW-Authenticate', CHALLENGE[outcome.reason]);
    return refuse(c, 401, 'Authentication credentials were not provided.');
  }
  const { access } = outcome;
  deps.storage.noteDataRead(access.authorizationId, now);
  const today = calendarDate(now, deps.institution.timeZone);
  return c.body(userData(access, { catalogue: deps.catalogue, today }), 200, HEADERS);
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
function refuse(c: AppContext, status: 401 | 405 | 406, detail: string): Response {
  return c.body(JSON.stringify({ detail }), status, HEADERS);
}

const JSON_RANGES: ReadonlySet<string> = new Set(['*/*', 'application/*', 'application/json']);

/** RFC 9110 §12.5.1, without weights: whoever takes JSON at all gets it. */
function acceptsJson(accept = ''): boolean {
  const ranges = accept
    .split(',')
    .map((range) => range.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  return accept.trim() === '' || ranges.some((range) => JSON_RANGES.has(range));
}
