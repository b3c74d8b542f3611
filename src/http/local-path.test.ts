import { describe, expect, it } from 'vitest';

import { localPath, parseNextPath, withQuery } from './local-path.ts';

describe('where a visitor may be sent on to', () => {
  it.each([
    '/',
    '/feed',
    '/oauth/authorise?client_id=a&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=a%2Fb',
    '/oauth/authorise/?redirect_uri=https://app.example/cb&state=//x',
  ])('our own %s', (next) => {
    expect(parseNextPath(next)).toBe(next);
  });

  it.each([
    undefined,
    '',
    'feed',
    '//evil.example',
    String.raw`/\evil.example`,
    String.raw`\\evil.example`,
    'https://evil.example/',
    // eslint-disable-next-line no-script-url -- the very thing to refuse
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/feed\u0000',
  ])('never %j', (next) => {
    expect(parseNextPath(next)).toBeUndefined();
  });

  it('encodes what is put into a path', () => {
    expect(localPath`/developer/${7}`).toBe('/developer/7');
    expect(localPath`/x/${'/../evil?a#b'}`).toBe('/x/%2F..%2Fevil%3Fa%23b');
    expect(withQuery(localPath`/auth/login`, { next: '/a?b=c&d' })).toBe(
      '/auth/login?next=%2Fa%3Fb%3Dc%26d',
    );
  });
});
