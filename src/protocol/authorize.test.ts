import { describe, expect, it } from 'vitest';

import { decideAuthorization } from './authorize.ts';
import { ACCOUNT, CLIENT, SANDBOX_CLIENT, SYNTHETIC } from './fixtures/campus.ts';

const request = { client: { ...CLIENT, grantableClaims: ['a.one', 'a.two', 'a.three'] } };
const ask = { type: 'ask-consent', account: ACCOUNT, claims: ['a.one', 'a.two', 'a.three'] };

describe('RFC 6749 §3.1: the next step of an authorization request', () => {
  it('is to sign in, when nobody is', () => {
    expect(decideAuthorization(request, { account: null, answer: null })).toEqual({
      type: 'authenticate',
    });
  });

  it('is to sign in, when the session ended while the screen was open', () => {
    const answer = { type: 'allowed', accountId: ACCOUNT.id, shownClaims: ['a.one'] } as const;
    expect(decideAuthorization(request, { account: null, answer })).toEqual({
      type: 'authenticate',
    });
  });

  it('is to ask, every time', () => {
    expect(decideAuthorization(request, { account: ACCOUNT, answer: null })).toEqual(ask);
  });

  it('is to go home when the person denies', () => {
    const denied = { type: 'denied' } as const;
    expect(decideAuthorization(request, { account: ACCOUNT, answer: denied })).toEqual({
      type: 'go-home',
    });
  });

  it('is to ask again when somebody else is signed in than the screen was shown to', () => {
    const answer = { type: 'allowed', accountId: 10, shownClaims: ['a.one'] } as const;
    expect(decideAuthorization(request, { account: ACCOUNT, answer })).toEqual(ask);
  });

  it('is a code for what was on the screen and is approved, in the developer’s order', () => {
    const shownClaims = ['a.two', 'a.one', 'a.not-approved-any-more'];
    const answer = { type: 'allowed', accountId: ACCOUNT.id, shownClaims } as const;
    expect(decideAuthorization(request, { account: ACCOUNT, answer })).toEqual({
      type: 'issue-code',
      accountId: ACCOUNT.id,
      grantedClaims: ['a.one', 'a.two'],
    });
  });

  it('is to ask again when nothing that was on the screen is approved any more', () => {
    const answer = { type: 'allowed', accountId: ACCOUNT.id, shownClaims: ['a.gone'] } as const;
    expect(decideAuthorization(request, { account: ACCOUNT, answer })).toEqual(ask);
  });
});

describe('ADR 0008: the next step in the sandbox', () => {
  const inSandbox = { client: { ...SANDBOX_CLIENT, grantableClaims: ['a.one', 'a.two'] } };

  it('is to choose whom to be, also for somebody who is signed in', () => {
    for (const account of [null, ACCOUNT]) {
      expect(decideAuthorization(inSandbox, { account, answer: null })).toEqual({
        type: 'choose-person',
      });
    }
  });

  it('is to ask for all the client asks for, then a code for the synthetic person', () => {
    expect(decideAuthorization(inSandbox, { account: SYNTHETIC, answer: null })).toEqual({
      type: 'ask-consent',
      account: SYNTHETIC,
      claims: ['a.one', 'a.two'],
    });
    const answer = { type: 'allowed', accountId: SYNTHETIC.id, shownClaims: ['a.one'] } as const;
    expect(decideAuthorization(inSandbox, { account: SYNTHETIC, answer })).toEqual({
      type: 'issue-code',
      accountId: SYNTHETIC.id,
      grantedClaims: ['a.one'],
    });
  });

  it('never is a code for a person, whatever the answer says', () => {
    const answer = { type: 'allowed', accountId: ACCOUNT.id, shownClaims: ['a.one'] } as const;
    expect(decideAuthorization(inSandbox, { account: ACCOUNT, answer })).toEqual({
      type: 'choose-person',
    });
  });

  it('and in live never is a code for a synthetic person', () => {
    const answer = { type: 'allowed', accountId: SYNTHETIC.id, shownClaims: ['a.one'] } as const;
    expect(decideAuthorization(request, { account: SYNTHETIC, answer })).toEqual({
      type: 'authenticate',
    });
  });
});
