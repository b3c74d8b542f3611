import { answerRevocationRequest } from '../../protocol/revocation.ts';
import { noteRevocation } from '../client-activity.ts';
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
export const answerRevocation = clientPost(async (sent, request) => {
  const { deps, now } = request;
  const { storage, hashSecret } = deps;
  const answered = await answerRevocationRequest(sent, { storage, hashSecret, now });
  noteRevocation(sent, answered, request);
  const { outcome } = answered;
  return outcome.type === 'revoked' ? DONE : tokenError(outcome.error);
});
