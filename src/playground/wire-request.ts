import type { PlaygroundRun } from './run.ts';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** The parameters of its query or form, before they were encoded; none where it has neither. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** What a step sends; which of two, where a step can present either. */
export type ClientStep =
  | { readonly name: 'token' | 'user-data' | 'refresh' }
  | { readonly name: 'replay'; readonly of: 'code' | 'refresh_token' }
  | { readonly name: 'revoke'; readonly of: 'access_token' | 'refresh_token' };

/** Whose request it is, and where it goes. */
interface Party {
  /** The one of the sandbox. */
  readonly clientId: string;
  /** Origin of the endpoints. */
  readonly issuer: string;
}

/** What the authorise endpoint reads (wire contract §4.1). `''` is left out. */
export interface AuthorizationParameters {
  readonly response_type: string;
  readonly redirect_uri: string;
  readonly state: string;
  /** S256; `''`: without PKCE. */
  readonly code_challenge: string;
  readonly login_hint: string;
}

/** RFC 6749 §4.1.1: what a browser is sent with. */
export function authorizationRequest(
  parameters: AuthorizationParameters,
  { clientId, issuer }: Party,
): WireRequest {
  const isProtected = parameters.code_challenge !== '';
  const sent = present([
    ['response_type', parameters.response_type],
    ['client_id', clientId],
    ['redirect_uri', parameters.redirect_uri],
    ['state', parameters.state],
    ['code_challenge', parameters.code_challenge],
    ['code_challenge_method', isProtected ? 'S256' : ''],
    ['login_hint', parameters.login_hint],
  ]);
  return {
    method: 'GET',
    target: `/oauth/authorise?${new URLSearchParams(sent.map(([...pair]) => pair)).toString()}`,
    headers: [
      ['Host', new URL(issuer).host],
      ['Accept', 'text/html'],
    ],
    body: '',
    parameters: sent,
  };
}

/** What the app's server sends. What the run does not know is left out, as by an app with that mistake. */
export function clientRequest(step: ClientStep, run: PlaygroundRun, party: Party): WireRequest {
  const credentials = [
    ['client_id', party.clientId],
    ['client_secret', run.client_secret],
  ] as const;
  const redemption = [
    ['grant_type', 'authorization_code'],
    ['code', run.code],
    ['redirect_uri', run.redirect_uri],
    ...credentials,
    ['code_verifier', run.code_verifier],
  ] as const;
  const refresh = (token: string): Pairs => [
    ['grant_type', 'refresh_token'],
    ['refresh_token', token],
    ...credentials,
  ];
  switch (step.name) {
    case 'token':
      return formPost('/open_auth/token/', redemption, party);
    case 'user-data':
      return dataRead(run.access_token, party);
    case 'refresh':
      return formPost('/open_auth/token/', refresh(run.refresh_token), party);
    case 'replay':
      return step.of === 'code'
        ? formPost('/open_auth/token/', redemption, party)
        : formPost('/open_auth/token/', refresh(run.spent_refresh_token), party);
    case 'revoke': {
      const fields = [
        ['token', run[step.of]],
        ['token_type_hint', step.of],
        ...credentials,
      ] as const;
      return formPost('/open_auth/revoke_token/', fields, party);
    }
  }
}

type Pairs = readonly (readonly [name: string, value: string])[];

function present(pairs: Pairs): Pairs {
  return pairs.filter(([, value]) => value !== '');
}

function formPost(target: string, fields: Pairs, { issuer }: Party): WireRequest {
  const sent = present(fields);
  const body = new URLSearchParams(sent.map(([...pair]) => pair)).toString();
  return {
    method: 'POST',
    target,
    headers: [
      ['Host', new URL(issuer).host],
      ['Accept', 'application/json'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Content-Length', String(body.length)],
    ],
    body,
    parameters: sent,
  };
}

function dataRead(token: string, { issuer }: Party): WireRequest {
  return {
    method: 'GET',
    target: '/open_auth/get_user_data/',
    headers: [
      ['Host', new URL(issuer).host],
      ['Accept', 'application/json'],
      ['Authorization', `Bearer ${token}`],
    ],
    body: '',
    parameters: [],
  };
}
