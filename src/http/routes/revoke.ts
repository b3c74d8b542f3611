import { answerRevocationRequest } from '../../protocol/revocation.ts';
import { headerList } from '../client-endpoint.ts';
import { clientPost } from '../client-post.ts';
import { tokenError } from '../oauth-response.ts';

/** Not JSON, as existing clients see it (wire contract §3). */
const DONE = {
  status: 200,
  headers: headerList({ 'Content-Type': 'text/html; charset=utf-8' }),
  body: '',
} as const;

/** `POST /open_auth/revoke_token/`: wire contract §3. */
export const answerRevocation = clientPost(async (request, { deps, now }) => {
  const { storage, hashSecret } = deps;
  const { outcome } = await answerRevocationRequest(request, { storage, hashSecret, now });
  return outcome.type === 'revoked' ? DONE : tokenError(outcome.error);
});
