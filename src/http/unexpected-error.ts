import type { AppContext } from './environment.ts';
import { showError } from './page-response.tsx';

/** A defect or a broken machine: the cause goes to the log, the visitor gets the id to find it by. */
export async function answerUnexpected(error: Error, c: AppContext): Promise<Response> {
  const { deps, requestId } = c.var;
  deps.log.error({ requestId, error: error.stack ?? error.message }, 'unexpected error');
  if (c.req.path.startsWith('/open_auth')) {
    return c.body('{"error": "server_error"}', 500, { 'Content-Type': 'application/json' });
  }
  return showError(c, {
    status: 500,
    title: 'Something went wrong on our side',
    explanation: 'What you did may or may not have been saved.',
    advice: 'Wait a moment and try again. If it happens again, tell your institution this number:',
    details: [{ label: 'Request', value: requestId }],
  });
}
