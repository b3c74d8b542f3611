import { StorageUnavailableError } from '../domain/storage.ts';
import { type ClientAnswer, headerList } from './client-endpoint.ts';
import type { Log } from './dependencies.ts';
import type { AppContext } from './environment.ts';
import { pageTexts } from './language.ts';
import { showError } from './page-response.tsx';

/** Seconds after which it is worth asking again. A restart or a failover of the database takes a few. */
const RETRY_AFTER = 5;

/** A defect or a broken machine: the cause goes to the log, the visitor gets the id to find it by. */
export async function answerUnexpected(error: Error, c: AppContext): Promise<Response> {
  if (error instanceof StorageUnavailableError) return answerUnavailable(error, c);
  const { deps, requestId } = c.var;
  logUnexpected(error, { log: deps.log, requestId });
  const text = pageTexts(c).errors;
  const details = [{ label: text.requestNumber, value: requestId }];
  return showError(c, { status: 500, ...text.unexpected, details });
}

/** The database cannot serve now. Nobody is told more than when to come back (RFC 9110 §10.2.3). */
async function answerUnavailable(error: StorageUnavailableError, c: AppContext): Promise<Response> {
  const { deps, requestId } = c.var;
  logUnavailable(error, { log: deps.log, requestId });
  c.header('Retry-After', String(RETRY_AFTER));
  const text = pageTexts(c).errors;
  const details = [{ label: text.requestNumber, value: requestId }];
  return showError(c, { status: 503, ...text.unavailable, details });
}

const FAILURE_HEADERS = headerList({
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
});

/** The same for clients, whose endpoints answer JSON. */
export function clientFailure(error: unknown, { log, requestId }: WhereToTell): ClientAnswer {
  if (error instanceof StorageUnavailableError) {
    logUnavailable(error, { log, requestId });
    return {
      status: 503,
      headers: [...FAILURE_HEADERS, 'Retry-After', String(RETRY_AFTER)],
      body: '{"error": "temporarily_unavailable"}',
    };
  }
  logUnexpected(error, { log, requestId });
  return { status: 500, headers: FAILURE_HEADERS, body: '{"error": "server_error"}' };
}

interface WhereToTell {
  readonly log: Log;
  readonly requestId: string;
}

function logUnexpected(error: unknown, { log, requestId }: WhereToTell): void {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error({ requestId, error: told }, 'unexpected error');
}

function logUnavailable(error: StorageUnavailableError, { log, requestId }: WhereToTell): void {
  const cause = error.cause instanceof Error ? error.cause : error;
  log.error({ requestId, error: cause.message }, 'the database cannot serve now');
}
