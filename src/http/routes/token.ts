import { answerTokenRequest } from '../../protocol/token-endpoint.ts';
import { noteTokenRequest } from '../client-activity.ts';
import { clientPost } from '../client-post.ts';
import { tokenAnswer, tokenError } from '../oauth-response.ts';

/** `POST /open_auth/token/`: wire contract §2. */
export const answerToken = clientPost(async (sent, request) => {
  const { deps, now } = request;
  const { storage, random, hashSecret, lifetimes, sandboxIsOn } = deps;
  const answered = await answerTokenRequest(sent, {
    storage,
    random,
    hashSecret,
    lifetimes,
    sandboxIsOn,
    now,
  });
  noteTokenRequest(sent, answered, request);
  const { outcome } = answered;
  return outcome.type === 'tokens' ? tokenAnswer(outcome.body) : tokenError(outcome.error);
});
