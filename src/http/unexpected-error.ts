import { StorageUnavailableError } from '../domain/storage.ts';
import type { AppContext } from './environment.ts';
import { pageTexts } from './language.ts';
import { showError } from './page-response.tsx';

/** Seconds after which it is worth asking again. A restart or a failover of the database takes a few. */
const RETRY_AFTER = 5;

/** A defect or a broken machine: the cause goes to the log, the visitor gets the id to find it by. */
export async function answerUnexpected(error: Error, c: AppContext): Promise<Response> {
  if (error instanceof StorageUnavailableError) return answerUnavailable(error, c);
  const { deps, requestId } = c.var;
  deps.log.error({ requestId, error: error.stack ?? error.message }, 'unexpected error');
  if (isForClients(c)) return protocolError(c, { status: 500, code: 'server_error' });
  const text = pageTexts(c).errors;
  const details = [{ label: text.requestNumber, value: requestId }];
  return showError(c, { status: 500, ...text.unexpected, details });
}

/** The database cannot serve now. Nobody is told more than when to come back (RFC 9110 §10.2.3). */
async function answerUnavailable(error: StorageUnavailableError, c: AppContext): Promise<Response> {
  const { deps, requestId } = c.var;
  const cause = error.cause instanceof Error ? error.cause : error;
  deps.log.error({ requestId, error: cause.message }, 'the database cannot serve now');
  c.header('Retry-After', String(RETRY_AFTER));
  if (isForClients(c)) return protocolError(c, { status: 503, code: 'temporarily_unavailable' });
  const text = pageTexts(c).errors;
  const details = [{ label: text.requestNumber, value: requestId }];
  return showError(c, { status: 503, ...text.unavailable, details });
}

function isForClients(c: AppContext): boolean {
  return c.req.path.startsWith('/open_auth');
}

/** Spaced as every answer of these endpoints; never kept by a cache (RFC 6749 §5.1). */
function protocolError(
  c: AppContext,
  { status, code }: { readonly status: 500 | 503; readonly code: string },
): Response {
  return c.body(`{"error": "${code}"}`, status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  });
}
