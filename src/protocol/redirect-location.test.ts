import { describe, expect, it } from 'vitest';

import { codeLocation, errorLocation } from './redirect-location.ts';
import { firstRedirectUri } from './redirect-uri.ts';

const answer = { code: 'C', state: 'S' };

describe('RFC 6749 §4.1.2: the authorization response', () => {
  it.each([
    ['https://app.example/cb', 'https://app.example/cb?code=C&state=S'],
    ['https://app.example', 'https://app.example?code=C&state=S'],
    ['https://app.example/cb?a=1', 'https://app.example/cb?a=1&code=C&state=S'],
    ['https://app.example/cb?', 'https://app.example/cb?code=C&state=S'],
    ['https://app.example/cb?a=1&', 'https://app.example/cb?a=1&code=C&state=S'],
    ['com.example.app:/cb', 'com.example.app:/cb?code=C&state=S'],
    ['myapp://cb', 'myapp://cb?code=C&state=S'],
  ])('%s: code first, then state', (uri, location) => {
    expect(codeLocation(firstRedirectUri([uri]), answer)).toBe(location);
  });

  it('encodes the state as a form', () => {
    const state = 'https://spa.example/?a=1&b=2#x {"é": "~*"}+%';
    const location = codeLocation(firstRedirectUri(['https://app.example/cb']), {
      code: 'C',
      state,
    });
    expect(location).toBe(
      'https://app.example/cb?code=C&state=https%3A%2F%2Fspa.example%2F%3Fa%3D1%26b%3D2%23x+' +
        '%7B%22%C3%A9%22%3A+%22~%2A%22%7D%2B%25',
    );
    expect(new URL(location).searchParams.get('state')).toBe(state);
  });

  it('is one header line, whatever the state', () => {
    const state = 'a\r\nSet-Cookie: x=1\u0000\u2028';
    const location = codeLocation(firstRedirectUri(['https://app.example/cb']), {
      code: 'C',
      state,
    });
    expect(location).toMatch(/^[!-~]+$/u);
  });
});

describe('RFC 6749 §4.1.2.1: the error response', () => {
  const uri = firstRedirectUri(['https://app.example/cb?a=1']);

  it('stands in the query', () => {
    const error = { code: 'unsupported_response_type', in: 'query' } as const;
    expect(errorLocation(uri, error, 'S')).toBe(
      'https://app.example/cb?a=1&error=unsupported_response_type&state=S',
    );
  });

  it('explains itself, and has no state if there is none to send back', () => {
    const error = { code: 'invalid_request', description: 'x is repeated.', in: 'query' } as const;
    expect(errorLocation(uri, error, undefined)).toBe(
      'https://app.example/cb?a=1&error=invalid_request&error_description=x+is+repeated.',
    );
  });

  it('stands in the fragment for the implicit grant (§4.2.2.1)', () => {
    const error = { code: 'unauthorized_client', in: 'fragment' } as const;
    expect(errorLocation(uri, error, 'S')).toBe(
      'https://app.example/cb?a=1#error=unauthorized_client&state=S',
    );
  });
});
