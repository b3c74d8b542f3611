import { describe, expect, it } from 'vitest';

import { parametersFrom } from './parameters.ts';
import { parseCodeChallenge, verifiesCodeChallenge } from './pkce.ts';

// RFC 7636 appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

function parse(query: string) {
  return parseCodeChallenge(parametersFrom(new URLSearchParams(query)));
}

describe('RFC 7636 §4.3: the code challenge of a request', () => {
  it('is optional', () => {
    expect(parse('')).toEqual({ type: 'parsed', codeChallenge: null });
    expect(parse('code_challenge=&code_challenge_method=')).toEqual({
      type: 'parsed',
      codeChallenge: null,
    });
  });

  it('may be S256', () => {
    expect(parse(`code_challenge=${CHALLENGE}&code_challenge_method=S256`)).toEqual({
      type: 'parsed',
      codeChallenge: { method: 'S256', challenge: CHALLENGE },
    });
  });

  it.each(['', '&code_challenge_method=plain'])('is plain by default: %j', (method) => {
    expect(parse(`code_challenge=${VERIFIER}${method}`)).toEqual({
      type: 'parsed',
      codeChallenge: { method: 'plain', challenge: VERIFIER },
    });
  });

  it.each([
    [`code_challenge=${CHALLENGE}&code_challenge_method=s256`, 'method must be S256 or plain'],
    [`code_challenge=${CHALLENGE}&code_challenge_method=S512`, 'method must be S256 or plain'],
    [`code_challenge=${CHALLENGE}x&code_challenge_method=S256`, '43 characters of base64url'],
    [`code_challenge=${CHALLENGE}=&code_challenge_method=S256`, '43 characters of base64url'],
    ['code_challenge=short', '43 to 128 unreserved characters'],
    [`code_challenge=${'a'.repeat(129)}`, '43 to 128 unreserved characters'],
    [`code_challenge=${'a'.repeat(43)}!`, '43 to 128 unreserved characters'],
    ['code_challenge_method=S256', 'code_challenge is missing'],
  ])('%s is malformed', (query, description) => {
    expect(parse(query)).toEqual({
      type: 'malformed',
      description: expect.stringContaining(description),
    });
  });
});

describe('RFC 7636 §4.6: the code verifier', () => {
  it('matches its S256 challenge', () => {
    const challenge = { method: 'S256', challenge: CHALLENGE } as const;
    expect(verifiesCodeChallenge(VERIFIER, challenge)).toBe(true);
    expect(verifiesCodeChallenge(`${VERIFIER}x`, challenge)).toBe(false);
    expect(verifiesCodeChallenge(CHALLENGE, challenge)).toBe(false);
    expect(verifiesCodeChallenge('', challenge)).toBe(false);
  });

  it('equals its plain challenge', () => {
    const challenge = { method: 'plain', challenge: VERIFIER } as const;
    expect(verifiesCodeChallenge(VERIFIER, challenge)).toBe(true);
    expect(verifiesCodeChallenge(VERIFIER.toLowerCase(), challenge)).toBe(false);
    expect(verifiesCodeChallenge(`${VERIFIER}x`, challenge)).toBe(false);
  });
});
