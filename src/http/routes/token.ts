import { answerTokenRequest } from '../../protocol/token-endpoint.ts';
import { clientPost } from '../client-post.ts';
import { tokenAnswer, tokenError } from '../oauth-response.ts';

/** `POST /open_auth/token/`: wire contract §2. */
export const answerToken = clientPost(async (request, c) => {
  const outcome = await answerTokenRequest(request, { ...c.var.deps, now: c.var.now });
  return outcome.type === 'tokens' ? tokenAnswer(c, outcome.body) : tokenError(c, outcome.error);
});
