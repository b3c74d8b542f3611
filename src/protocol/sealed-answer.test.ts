import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { openSealedAnswer, sealAnswer } from './sealed-answer.ts';

const TOKEN = 'BbVJsFL1Ks5LkXDe9ZFUIFvIzXKt9M';
const ANSWER = '{"access_token": "vqygrcouTuyAYHZLz3rGcZf5FpPd3K"}';

describe('ADR 0001: the sealed answer of a rotation', () => {
  it('opens with the token that was presented, byte for byte', () => {
    expect(openSealedAnswer(sealAnswer(ANSWER, TOKEN, randomBytes), TOKEN)).toBe(ANSWER);
  });

  it('does not hold the answer in the clear', () => {
    const sealed = Buffer.from(sealAnswer(ANSWER, TOKEN, randomBytes));
    expect(sealed.includes('access_token')).toBe(false);
    expect(sealed.byteLength).toBe(12 + 16 + ANSWER.length);
  });

  it('opens with no other token', () => {
    const sealed = sealAnswer(ANSWER, TOKEN, randomBytes);
    expect(() => openSealedAnswer(sealed, TOKEN.toLowerCase())).toThrow();
  });

  it.each([0, 12, 28])('does not open with byte %i changed', (position) => {
    const sealed = sealAnswer(ANSWER, TOKEN, randomBytes);
    sealed[position] = 255 - sealed[position]!;
    expect(() => openSealedAnswer(sealed, TOKEN)).toThrow();
  });
});
