import { describe, expect, it } from 'vitest';

import { codeChallengeOf, newCodeVerifier } from './code-verifier.ts';
import { isConfidential, type PlaygroundRun, readRun, withTokens } from './run.ts';
import { authorizationRequest, clientRequest } from './wire-request.ts';
import { requestText, responseText } from './wire-text.ts';

const PARTY = { clientId: 'the-id', issuer: 'https://auth.example' };
const KNOWN: PlaygroundRun = {
  redirect_uri: 'https://auth.example/developer/1/playground/callback',
  code: 'the code',
  code_verifier: 'the-verifier',
  client_secret: 'the&secret',
  access_token: 'the-access-token',
  refresh_token: 'the-refresh-token',
  spent_refresh_token: 'the-spent-one',
};

describe('the authorization request (RFC 6749 §4.1.1)', () => {
  const PARAMETERS = {
    response_type: 'code',
    redirect_uri: 'https://app.example/cb?a=1',
    state: 'one & two',
    code_challenge: 'challenge',
    login_hint: '99999001',
  };

  it('is one address', () => {
    const { target } = authorizationRequest(PARAMETERS, PARTY);
    expect(target).toBe(
      '/oauth/authorise?response_type=code&client_id=the-id&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Fa%3D1' +
        '&state=one+%26+two&code_challenge=challenge&code_challenge_method=S256&login_hint=99999001',
    );
  });

  it('leaves out what is empty, and the method with the challenge', () => {
    const empty = { ...PARAMETERS, state: '', code_challenge: '', login_hint: '' };
    expect(authorizationRequest(empty, PARTY).parameters.map(([name]) => name)).toEqual([
      'response_type',
      'client_id',
      'redirect_uri',
    ]);
  });
});

describe('the requests of an app', () => {
  it('are as long as they say, to the byte', () => {
    const request = clientRequest({ name: 'token' }, { ...KNOWN, code: 'ü' }, PARTY);
    expect(request.headers).toContainEqual(['Content-Length', String(request.body.length)]);
    expect(request.body).toMatch(/^[\u0020-\u007E]*$/u);
  });

  it('exchange a code (RFC 6749 §4.1.3)', () => {
    expect(requestText(clientRequest({ name: 'token' }, KNOWN, PARTY))).toBe(
      [
        'POST /open_auth/token/ HTTP/1.1',
        'Host: auth.example',
        'Accept: application/json',
        'Content-Type: application/x-www-form-urlencoded',
        'Content-Length: 194',
        '',
        'grant_type=authorization_code&code=the+code' +
          '&redirect_uri=https%3A%2F%2Fauth.example%2Fdeveloper%2F1%2Fplayground%2Fcallback' +
          '&client_id=the-id&client_secret=the%26secret&code_verifier=the-verifier',
      ].join('\n'),
    );
  });

  it('read with the access token alone (RFC 6750 §2.1)', () => {
    expect(requestText(clientRequest({ name: 'user-data' }, KNOWN, PARTY))).toBe(
      [
        'GET /open_auth/get_user_data/ HTTP/1.1',
        'Host: auth.example',
        'Accept: application/json',
        'Authorization: Bearer the-access-token',
      ].join('\n'),
    );
  });

  it.each([
    [{ name: 'refresh' } as const, 'refresh_token', 'the-refresh-token'],
    [{ name: 'replay', of: 'refresh_token' } as const, 'refresh_token', 'the-spent-one'],
    [{ name: 'replay', of: 'code' } as const, 'code', 'the code'],
    [{ name: 'revoke', of: 'access_token' } as const, 'token', 'the-access-token'],
    [{ name: 'revoke', of: 'refresh_token' } as const, 'token', 'the-refresh-token'],
  ])('of %o present %s', (step, name, value) => {
    const { parameters } = clientRequest(step, KNOWN, PARTY);
    expect(parameters).toContainEqual([name, value]);
    expect(parameters).toContainEqual(['client_secret', 'the&secret']);
  });

  it('leave out what the run does not know', () => {
    const nothing = readRun(() => '');
    expect(clientRequest({ name: 'token' }, nothing, PARTY).parameters).toEqual([
      ['grant_type', 'authorization_code'],
      ['client_id', 'the-id'],
    ]);
  });
});

describe('an answer in text', () => {
  const answer = { headers: [['Content-Type', 'application/json']] as const, body: '' };

  it('has its JSON over several lines', () => {
    const text = responseText('400 Bad Request', { ...answer, body: '{"error": "invalid_grant"}' });
    expect(text).toBe(
      'HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\n  "error": "invalid_grant"\n}',
    );
  });

  it('is left as it is when it is no JSON, and ends with its headers when it is empty', () => {
    expect(responseText('200 OK', { ...answer, body: 'Hello' })).toMatch(/\n\nHello$/u);
    expect(responseText('200 OK', answer)).toBe('HTTP/1.1 200 OK\nContent-Type: application/json');
  });
});

describe('what a run knows', () => {
  const body = '{"access_token": "a2", "refresh_token": "r2"}';

  it('grows by the tokens, and remembers the refresh token that was spent for them', () => {
    expect(withTokens(KNOWN, body)).toEqual({
      ...KNOWN,
      access_token: 'a2',
      refresh_token: 'r2',
      spent_refresh_token: 'the-refresh-token',
    });
  });

  it('stays as it is when a lost answer is fetched again', () => {
    const once = withTokens(KNOWN, body);
    expect(withTokens(once, body)).toEqual(once);
  });

  it('is confidential as soon as it is more than an address', () => {
    const begun = readRun((name) => (name === 'redirect_uri' ? 'https://app.example/' : ''));
    expect(isConfidential(begun)).toBe(false);
    expect(isConfidential({ ...begun, code: 'c' })).toBe(true);
    expect(isConfidential({ ...begun, code_verifier: 'v' })).toBe(true);
  });

  it('is bounded, and free of what a paste brings along', () => {
    expect(readRun(() => `  ${'x'.repeat(9999)}`).code).toHaveLength(2048);
    expect(readRun(() => ' secret\n').client_secret).toBe('secret');
  });
});

describe('PKCE (RFC 7636)', () => {
  it('has a verifier of 43 characters and the challenge of appendix B', () => {
    expect(newCodeVerifier((count) => new Uint8Array(count).fill(255))).toMatch(/^[\w-]{43}$/u);
    expect(codeChallengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });
});
