import { answerRevocationRequest } from '../../protocol/revocation.ts';
import { clientPost } from '../client-post.ts';
import { tokenError } from '../oauth-response.ts';

/** `POST /open_auth/revoke_token/`: wire contract §3. A success is empty, and not JSON. */
export const answerRevocation = clientPost(async (request, c) => {
  const outcome = await answerRevocationRequest(request, { ...c.var.deps, now: c.var.now });
  return outcome.type === 'revoked'
    ? c.body('', 200, { 'Content-Type': 'text/html; charset=utf-8' })
    : tokenError(c, outcome.error);
});
