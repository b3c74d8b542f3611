import { describe, expect, it } from 'vitest';
import { parseRedirectUris } from './redirect-uris.ts';

const uris = (count: number): string =>
  Array.from({ length: count }, (_, index) => `https://app.example.edu/${index}`).join('\n');

describe('redirect URIs as typed', () => {
  it('stand one a line; blanks and empty lines only separate', () => {
    const typed =
      '\nhttps://a.example.edu/cb \n\n\thttp://localhost:3000/cb https://b.example.edu/\n';
    expect(parseRedirectUris(typed, 'App')).toEqual({
      type: 'valid',
      value: ['https://a.example.edu/cb', 'http://localhost:3000/cb', 'https://b.example.edu/'],
    });
  });

  it('are kept byte for byte: a trailing slash and the case of a path mean something', () => {
    const typed = 'https://a.example.edu/CB\nhttps://a.example.edu/cb\nhttps://a.example.edu/cb/';
    expect(parseRedirectUris(typed, 'App')).toEqual({ type: 'valid', value: typed.split('\n') });
  });

  it('count once when repeated', () => {
    const typed = 'https://a.example.edu/\nhttps://a.example.edu/';
    expect(parseRedirectUris(typed, 'App')).toEqual({
      type: 'valid',
      value: ['https://a.example.edu/'],
    });
  });

  it('may use the scheme made of the name of the app (wire contract §6)', () => {
    expect(parseRedirectUris('myapp1://login.test/cb', 'My App 1').type).toBe('valid');
    expect(parseRedirectUris('myapp1://login.test/cb', 'Other').type).toBe('invalid');
  });

  it('are 1 to 20', () => {
    expect(parseRedirectUris(' \n ', 'App')).toEqual({
      type: 'invalid',
      problem: { code: 'missing' },
    });
    expect(parseRedirectUris(uris(20), 'App').type).toBe('valid');
    expect(parseRedirectUris(uris(21), 'App')).toEqual({
      type: 'invalid',
      problem: { code: 'too-many', count: 21, most: 20 },
    });
  });

  it('tell every one that is wrong, and why', () => {
    const typed = 'https://a.example.edu/#top\nhttps://ok.example.edu/\nhttps://*.example.edu/';
    expect(parseRedirectUris(typed, 'App')).toEqual({
      type: 'invalid',
      problem: {
        code: 'invalid',
        entries: [
          { uri: 'https://a.example.edu/#top', problem: 'fragment' },
          { uri: 'https://*.example.edu/', problem: 'wildcard' },
        ],
      },
    });
  });
});
