import { describe, expect, it } from 'vitest';

import { sentAuthorization, sentParameters } from './sent-parameters.ts';

const ID = 'c'.repeat(40);
const SECRET = `omniportsecret${'A1b2'.repeat(28)}xy`;

function kept(parameters: Readonly<Record<string, string>>): readonly unknown[] {
  return sentParameters(Object.entries(parameters), [ID]).map(({ name, value }) => [name, value]);
}

describe('what is kept of a request', () => {
  it('is the names, and values that say what was asked for', () => {
    expect(
      kept({
        grant_type: 'authorization_code',
        client_id: ID,
        redirect_uri: 'https://a.example/cb',
      }),
    ).toEqual([
      ['grant_type', 'authorization_code'],
      ['client_id', ID],
      ['redirect_uri', 'https://a.example/cb'],
    ]);
  });

  it.each([
    'client_secret',
    'code',
    'code_verifier',
    'code_challenge',
    'refresh_token',
    'access_token',
    'token',
    'state',
    'password',
    'username',
    'anything_else',
  ])('is not the value of %s', (name) => {
    expect(kept({ [name]: 'value' })).toEqual([[name, null]]);
  });

  it('says that a value was empty', () => {
    expect(kept({ code: '' })).toEqual([['code', '']]);
  });

  it('is no secret, wherever it was put by mistake', () => {
    const misplaced = [
      { grant_type: SECRET },
      { client_id: SECRET },
      { scope: `read ${SECRET}` },
      { redirect_uri: `https://a.example/${SECRET}?code=abc#token` },
      { [SECRET]: '' },
      { [`{"client_secret":"${SECRET}"}`]: '' },
    ];
    for (const parameters of misplaced) {
      const text = JSON.stringify(kept(parameters));
      expect(text).not.toContain(SECRET.slice(0, 30));
      expect(text).not.toContain('abc');
    }
  });

  it('is bounded', () => {
    const many = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`a${'b'.repeat(index % 20)}${index}`, 'x']),
    );
    expect(kept(many)).toHaveLength(20);
    expect(JSON.stringify(kept({ scope: 'a '.repeat(5000) })).length).toBeLessThan(300);
  });

  it('is the scheme of an Authorization header alone', () => {
    expect(sentAuthorization(`Basic ${SECRET}`)).toEqual([
      { name: 'Authorization', value: 'Basic' },
    ]);
    expect(sentAuthorization(SECRET)).toEqual([{ name: 'Authorization', value: null }]);
    expect(sentAuthorization(undefined)).toEqual([]);
  });
});
