import { campusPerson, type TokenPair } from '../campus.ts';
import type { Workload } from '../contenders/contender.ts';
import type { RequestWriter } from '../load/http-request.ts';
import { type Step, UnexpectedAnswerError } from '../load/journey.ts';

/** Coprime to every number of tokens we use, and large, so that neighbours are not asked for in turn. */
const STRIDE = 7919;

/**
 * Reads the data behind every access token, in an order no cache foresees.
 * The answer must hold the username of the token's person and of nobody else's token.
 */
export function userDataWorkload(
  pairs: readonly TokenPair[],
  { write, path }: { readonly write: RequestWriter; readonly path: string },
): Workload {
  const steps = pairs.map((pair) => userDataStep(pair, write, path));
  let next = 0;
  return {
    requests: 1,
    journeys() {
      next = (next + STRIDE) % steps.length;
      const step = steps[next];
      if (step === undefined) throw new Error('There are no tokens.');
      return step;
    },
  };
}

/** The same over more pairs than fit into memory as requests. */
export function userDataStep(
  { accessToken, person }: TokenPair,
  write: RequestWriter,
  path: string,
): Step {
  const quoted = `"${campusPerson(person).username}"`;
  return {
    request: write.get(path, { Authorization: `Bearer ${accessToken}` }),
    answered(answer) {
      if (answer.status !== 200 || !answer.body.includes(quoted)) {
        throw new UnexpectedAnswerError(`the data of ${quoted}`, answer);
      }
      return undefined;
    },
  };
}
