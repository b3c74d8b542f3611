import { answerTokenRequest } from '../../protocol/token-endpoint.ts';
import { clientPost } from '../client-post.ts';
import { tokenAnswer, tokenError } from '../oauth-response.ts';

/** `POST /open_auth/token/`: wire contract §2. */
export const answerToken = clientPost(async (request, { deps, now }) => {
  const { storage, random, hashSecret, lifetimes, sandboxIsOn } = deps;
  const { outcome } = await answerTokenRequest(request, {
    storage,
    random,
    hashSecret,
    lifetimes,
    sandboxIsOn,
    now,
  });
  return outcome.type === 'tokens' ? tokenAnswer(outcome.body) : tokenError(outcome.error);
});
