import { describe, expect, it } from 'vitest';

import { headerOf, headersOf, parseAnswer } from './http-answer.ts';

describe('RFC 9112 §6: where an answer ends', () => {
  it('ends after the stated number of bytes', () => {
    const text = 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc';
    expect(parseAnswer(text, false)).toMatchObject({
      type: 'complete',
      answer: { status: 200, body: 'abc' },
      length: text.length,
      closes: false,
    });
    expect(parseAnswer(text.slice(0, -1), false)).toEqual({ type: 'incomplete' });
    expect(parseAnswer('HTTP/1.1 200 OK\r\nContent-Len', false)).toEqual({ type: 'incomplete' });
  });

  it('tells apart what follows', () => {
    const first = 'HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n';
    expect(parseAnswer(`${first}HTTP/1.1`, false)).toMatchObject({ length: first.length });
  });

  it('joins chunks, and waits for the last one', () => {
    const chunks = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n';
    expect(parseAnswer(chunks, false)).toEqual({ type: 'incomplete' });
    expect(parseAnswer(`${chunks}0\r\n\r\n`, false)).toMatchObject({ answer: { body: 'abcde' } });
  });

  it('has no body with 204, and ends with the connection when nothing is stated', () => {
    expect(parseAnswer('HTTP/1.1 204 No Content\r\n\r\n', false)).toMatchObject({
      answer: { status: 204, body: '' },
    });
    const unstated = 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc';
    expect(parseAnswer(unstated, false)).toEqual({ type: 'incomplete' });
    expect(parseAnswer(unstated, true)).toMatchObject({ answer: { body: 'abc' }, closes: true });
  });

  it('refuses what is no HTTP', () => {
    expect(() => parseAnswer('SSH-2.0-OpenSSH\r\n\r\n', false)).toThrow('Not an HTTP/1.1 answer');
  });
});

describe('header fields', () => {
  const head = 'HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Path=/\r\nset-cookie: b=2\r\nLocation: /x';
  const answer = { status: 200, head, body: '' };

  it('are found in any case, all of them', () => {
    expect(headersOf(answer, 'set-cookie')).toEqual(['a=1; Path=/', 'b=2']);
    expect(headerOf(answer, 'location')).toBe('/x');
    expect(headerOf(answer, 'etag')).toBeUndefined();
  });
});
