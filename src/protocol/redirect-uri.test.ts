import { describe, expect, it } from 'vitest';

import { matchRedirectUri, type RedirectUriProblem, validateRedirectUri } from './redirect-uri.ts';

describe('RFC 9700 §4.1.3: redirect URIs are compared byte for byte', () => {
  const registered = ['https://app.example/cb?tenant=1', 'http://localhost:3000/cb', 'myapp://cb'];

  it.each(registered)('%s matches itself', (uri) => {
    expect(matchRedirectUri(registered, uri)).toBe(uri);
  });

  it.each([
    'https://app.example/cb',
    'https://app.example/cb?tenant=1&more=2',
    'https://app.example/cb/?tenant=1',
    'https://APP.example/cb?tenant=1',
    'https://app.example:443/cb?tenant=1',
    'https://app.example/x/../cb?tenant=1',
    'https://app.example/cb?tenant=%31',
    'http://app.example/cb?tenant=1',
    'https://app.example/cb?tenant=1#',
    'http://localhost:3001/cb',
    'http://localhost/cb',
    'MYAPP://cb',
    '/cb',
    'null',
    '',
  ])('%s does not match', (uri) => {
    expect(matchRedirectUri(registered, uri)).toBeUndefined();
  });
});

describe('RFC 8252 §7.3: the port of a registered loopback IP may vary', () => {
  it.each([
    ['http://127.0.0.1/cb', 'http://127.0.0.1:51004/cb'],
    ['http://127.0.0.1:8080/cb?x=1', 'http://127.0.0.1:9/cb?x=1'],
    ['http://127.0.0.1:8080/cb', 'http://127.0.0.1/cb'],
    ['http://[::1]/cb', 'http://[::1]:65535/cb'],
    ['http://127.0.0.1', 'http://127.0.0.1:3000'],
  ])('registered %s, presented %s', (registered, presented) => {
    expect(matchRedirectUri([registered], presented)).toBe(presented);
  });

  it.each([
    ['http://127.0.0.1/cb', 'http://127.0.0.1:51004/other'],
    ['http://127.0.0.1/cb', 'http://[::1]/cb'],
    ['http://127.0.0.1/cb', 'https://127.0.0.1:51004/cb'],
    ['https://127.0.0.1/cb', 'https://127.0.0.1:51004/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1:65536/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1:080/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1:/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1:1@evil.example/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1.evil.example/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1:51004/cb#'],
    ['http://127.0.0.1/cb', 'http://127.0.0.2/cb'],
    ['http://localhost/cb', 'http://localhost:51004/cb'],
  ])('registered %s does not match %s', (registered, presented) => {
    expect(matchRedirectUri([registered], presented)).toBeUndefined();
  });
});

describe('registering a redirect URI', () => {
  it.each([
    'https://app.example/callback',
    'https://app.example',
    'https://app.example:8443/cb?tenant=1&list[]=2',
    'http://internet.example.org/cb',
    'http://localhost:3000/cb',
    'http://127.0.0.1/cb',
    'http://[::1]:8080/',
    'com.example.app:/oauth2redirect',
    'myapp1://login.test/cb',
    'myapp1://cb',
    `https://app.example/${'a'.repeat(1980)}`,
  ])('%s is fine', (uri) => {
    expect(validateRedirectUri(uri, 'My App 1')).toEqual({ type: 'valid', uri });
  });

  it.each<[string, RedirectUriProblem]>([
    ['', 'empty'],
    [`https://app.example/${'a'.repeat(1981)}`, 'too-long'],
    ['https://app.example/a b', 'illegal-character'],
    [' https://app.example/', 'illegal-character'],
    ['https://app.example/\r\nSet-Cookie:x=1', 'illegal-character'],
    ['https://app.example/\u0000', 'illegal-character'],
    ['https://bücher.example/', 'illegal-character'],
    [String.raw`https://app.example\@evil.example/`, 'illegal-character'],
    ['https://app.example/%zz', 'illegal-character'],
    ['https://*.example/cb', 'wildcard'],
    ['https://app.example/*', 'wildcard'],
    ['https://app.example/#', 'fragment'],
    ['https://app.example/cb#done', 'fragment'],
    ['/callback', 'not-absolute'],
    ['//app.example/cb', 'not-absolute'],
    ['app.example/cb', 'not-absolute'],
    ['localhost:3000/cb', 'scheme-not-allowed'],
    ['ftp://app.example/cb', 'scheme-not-allowed'],
    // eslint-disable-next-line no-script-url -- it is refused
    ['javascript:alert(1)', 'scheme-not-allowed'],
    // eslint-disable-next-line no-script-url -- it is refused
    ['JavaScript:alert(1)', 'scheme-not-allowed'],
    ['data:text/html,x', 'scheme-not-allowed'],
    ['file:///etc/passwd', 'scheme-not-allowed'],
    ['otherapp://cb', 'scheme-not-allowed'],
    ['https:app.example', 'host-missing'],
    ['https:/app.example', 'host-missing'],
    ['http:///app.example', 'host-missing'],
    ['https://?a=1', 'host-missing'],
    ['https://user:secret@app.example/', 'credentials'],
    ['https://app.example@evil.example/', 'credentials'],
    ['com.example.app://me@host/', 'credentials'],
    ['https://app.example:99999/', 'not-a-url'],
    ['https://app.example:80a/', 'not-a-url'],
    ['https://app.example/cb?code=1', 'response-parameter'],
    ['https://app.example/cb?a=1&state=', 'response-parameter'],
    ['https://app.example/cb?%65rror=1', 'response-parameter'],
  ])('%j: %s', (uri, problem) => {
    expect(validateRedirectUri(uri, 'My App 1')).toEqual({ type: 'invalid', problem });
  });

  it.each(['JavaScript', 'Data', 'File', 'view source', 'mailto!'])(
    'an app does not get a scheme with a meaning by being called %s',
    (appName) => {
      const scheme = appName.replaceAll(/[^a-z]/giu, '').toLowerCase();
      const expected = scheme === 'viewsource' ? 'valid' : 'invalid';
      expect(validateRedirectUri(`${scheme}://x`, appName).type).toBe(expected);
    },
  );
});
