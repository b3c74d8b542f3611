import { campusApp, type CampusApp, type Scale } from '../campus.ts';
import type { RequestWriter } from '../load/http-request.ts';
import type { HttpAnswer } from '../load/http-answer.ts';
import { headerOf } from '../load/http-answer.ts';
import { type Step, UnexpectedAnswerError } from '../load/journey.ts';
import { tokensOf } from './token-answer.ts';

/** One authorization: who is asked by whom. */
export interface Flow {
  readonly person: number;
  readonly app: CampusApp;
  readonly state: string;
}

/** People in turn, each with every app in turn. */
export function flowsOf({ people, apps }: Scale): () => Flow {
  let count = 0;
  return () => {
    const person = count % people;
    const app = campusApp((count + Math.floor(count / people)) % apps);
    count += 1;
    return { person, app, state: `state${count}` };
  };
}

/** People in turn, each always with the same app: where consent is remembered by person and app. */
export function sameAppFlowsOf({ people, apps }: Scale): () => Flow {
  let count = 0;
  const known = Array.from({ length: apps }, (_, number) => campusApp(number));
  return () => {
    const person = count % people;
    const app = known[person % apps];
    if (app === undefined) throw new Error('There are no apps.');
    count += 1;
    return { person, app, state: `state${count}` };
  };
}

/** The code a redirect brings to the app. @throws UnexpectedAnswerError when it leads elsewhere or lacks the state */
export function codeOf(answer: HttpAnswer, flow: Flow): string {
  const location = headerOf(answer, 'location');
  if (answer.status < 302 || answer.status > 303 || location === undefined) {
    throw new UnexpectedAnswerError('a redirect to the app', answer);
  }
  return codeIn(location, flow, answer);
}

/** The same of an address that came otherwise. */
export function codeIn(location: string, { app, state }: Flow, answer: HttpAnswer): string {
  const query = location.startsWith(`${app.redirectUri}?`)
    ? new URLSearchParams(location.slice(app.redirectUri.length))
    : undefined;
  const code = query?.get('code');
  if (typeof code !== 'string' || code.length < 20 || query?.get('state') !== state) {
    throw new UnexpectedAnswerError('a code and the state for the app', answer);
  }
  return code;
}

/** The last step: the app exchanges its code. @param extra further fields, such as a code verifier */
export function redeemStep(
  code: string,
  { app }: Flow,
  endpoint: {
    readonly write: RequestWriter;
    readonly path: string;
    readonly extra?: Readonly<Record<string, string>>;
  },
): Step {
  return {
    request: endpoint.write.post(endpoint.path, {
      grant_type: 'authorization_code',
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: app.redirectUri,
      code,
      ...endpoint.extra,
    }),
    answered(answer) {
      tokensOf(answer);
      return undefined;
    },
  };
}
