import { describe, expect, it } from 'vitest';

import type { ClientInEnvironment } from '../domain/client.ts';
import { campus, CLIENT, codeGrant, CREDENTIALS } from './fixtures/campus.ts';
import { statusOf, TOKEN_ERROR_CODES, tokenErrorBody } from './oauth-error.ts';

/** The answer as `status body`. */
async function answer(parameters: Readonly<Record<string, string>>, client?: ClientInEnvironment) {
  const outcome = await campus(client).post(parameters);
  if (outcome.type === 'tokens') return `200 ${outcome.body}`;
  return `${statusOf(outcome.error.code)} ${tokenErrorBody(outcome.error)}`;
}

describe('RFC 6749 §5.2 and wire contract §2.2: errors of every grant', () => {
  it.each<[Record<string, string>, string]>([
    [{}, '400 {"error": "unsupported_grant_type"}'],
    [{ grant_type: '' }, '400 {"error": "unsupported_grant_type"}'],
    [{ grant_type: 'authorisation_code' }, '400 {"error": "unsupported_grant_type"}'],
    [
      { grant_type: 'authorization_code' },
      '400 {"error": "invalid_request", "error_description": "Missing code parameter."}',
    ],
    [
      { grant_type: 'refresh_token' },
      '400 {"error": "invalid_request", "error_description": "Missing refresh token parameter."}',
    ],
    [codeGrant('x'), '401 {"error": "invalid_client"}'],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }, '401 {"error": "invalid_client"}'],
    [{ grant_type: 'password' }, '401 {"error": "invalid_client"}'],
    [
      { ...CREDENTIALS, grant_type: 'password', username: 'a', password: 'b' },
      '400 {"error": "invalid_grant", "error_description": "Invalid credentials given."}',
    ],
    [{ ...CREDENTIALS, grant_type: 'client_credentials' }, '400 {"error": "unauthorized_client"}'],
    [{ ...CREDENTIALS, ...codeGrant('') }, '400 {"error": "invalid_grant"}'],
    [
      { ...CREDENTIALS, grant_type: 'refresh_token', refresh_token: '' },
      '400 {"error": "invalid_grant"}',
    ],
  ])('%j: %s', async (parameters, expected) => {
    expect(await answer(parameters)).toBe(expected);
  });

  it('tells a suspended client with right credentials that its grants are over', async () => {
    const suspended: ClientInEnvironment = { ...CLIENT, status: 'suspended' };
    expect(await answer({ ...CREDENTIALS, ...codeGrant('x') }, suspended)).toBe(
      '400 {"error": "invalid_grant", "error_description": "The app is not approved."}',
    );
  });

  it('answers 401 to a client it does not know, and 400 to everything else', () => {
    expect(TOKEN_ERROR_CODES.filter((code) => statusOf(code) === 401)).toEqual(['invalid_client']);
  });
});
