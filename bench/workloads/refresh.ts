import { campusApp, type TokenPair } from '../campus.ts';
import type { Workload } from '../contenders/contender.ts';
import type { RequestWriter } from '../load/http-request.ts';
import { type Step, UnexpectedAnswerError } from '../load/journey.ts';
import { tokensOf } from './token-answer.ts';

interface TokenEndpoint {
  readonly write: RequestWriter;
  readonly path: string;
}

/** Rotates every refresh token in turn, again and again. */
export function refreshWorkload(pairs: readonly TokenPair[], endpoint: TokenEndpoint): Workload {
  // A queue, as what was just rotated comes last; its front is dropped from time to time.
  let queue = [...pairs];
  let front = 0;
  return {
    requests: 1,
    journeys() {
      const pair = queue[front];
      if (pair === undefined) throw new Error('There are fewer tokens than connections.');
      front += 1;
      if (front > 100_000) {
        queue = queue.slice(front);
        front = 0;
      }
      return refreshStep(pair, endpoint, (renewed) => queue.push(renewed));
    },
  };
}

/** One rotation; an answer with the same refresh token is refused. @param renewed gets the new pair */
export function refreshStep(
  pair: TokenPair,
  { write, path }: TokenEndpoint,
  renewed: (pair: TokenPair) => void,
): Step {
  const { clientId, clientSecret } = campusApp(pair.app);
  return {
    request: write.post(path, {
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: pair.refreshToken,
    }),
    answered(answer) {
      const tokens = tokensOf(answer);
      if (tokens.refreshToken === pair.refreshToken) {
        throw new UnexpectedAnswerError('a new refresh token', answer);
      }
      renewed({ ...pair, ...tokens });
      return undefined;
    },
  };
}
