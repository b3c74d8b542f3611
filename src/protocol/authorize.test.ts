import { describe, expect, it } from 'vitest';

import type { ClaimCode } from '../domain/claim.ts';
import type { RequestedClaim } from '../domain/client-revision.ts';
import type { ConsentNow } from '../domain/consent.ts';
import { type AuthorizationState, type ConsentAnswer, decideAuthorization } from './authorize.ts';
import { ACCOUNT, CLIENT, SANDBOX_CLIENT, SYNTHETIC, NOW } from './fixtures/campus.ts';
import { rememberedConsent } from './remembered-consent.ts';

const request = { client: CLIENT };
const needed = (code: ClaimCode): RequestedClaim => ({ code, required: true, reason: '' });
const wished = (code: ClaimCode): RequestedClaim => ({ code, required: false, reason: 'Why' });
const terms = [needed('a.one'), needed('a.two'), wished('a.three')];
const ask = { type: 'ask-consent', account: ACCOUNT, terms };

const allowed = (
  agreedClaims: readonly ClaimCode[],
  optionalClaims: readonly ClaimCode[] = [],
  accountId = ACCOUNT.id,
): ConsentAnswer => ({ type: 'allowed', accountId, agreedClaims, optionalClaims });

function decide(state: Partial<AuthorizationState>) {
  return decideAuthorization(request, {
    account: ACCOUNT,
    terms,
    answer: null,
    remembered: null,
    ...state,
  });
}

const code = (
  grantedClaims: readonly ClaimCode[],
  declinedClaims: readonly ClaimCode[] = [],
  wasAsked = true,
) => ({ type: 'issue-code', account: ACCOUNT, grantedClaims, declinedClaims, wasAsked });

describe('RFC 6749 §3.1: the next step of an authorization request', () => {
  it('is to sign in, when nobody is', () => {
    expect(decide({ account: null })).toEqual({ type: 'authenticate' });
  });

  it('is to sign in, when the session ended while the screen was open', () => {
    expect(decide({ account: null, answer: allowed(['a.one']) })).toEqual({ type: 'authenticate' });
  });

  it('is to ask, every time', () => {
    expect(decide({})).toEqual(ask);
  });

  it('is to go home when the person denies', () => {
    expect(decide({ answer: { type: 'denied' } })).toEqual({ type: 'go-home' });
  });

  it('is to ask again when somebody else is signed in than the screen was shown to', () => {
    expect(decide({ answer: allowed(['a.one'], [], 10) })).toEqual(ask);
  });

  it('is a code for what was on the screen and is approved, in the developer’s order', () => {
    const answer = allowed(['a.two', 'a.one', 'a.not-approved-any-more']);
    expect(decide({ answer })).toEqual(code(['a.one', 'a.two']));
  });

  it('is to ask again when nothing that was on the screen is approved any more', () => {
    expect(decide({ answer: allowed(['a.gone'], ['a.gone-too']) })).toEqual(ask);
  });

  it('is a code for nothing but the username, when the client asks for nothing more', () => {
    expect(decide({ terms: [], answer: allowed([]) })).toEqual(code([]));
  });
});

describe('data points that can be left out', () => {
  it('are granted when they stay ticked', () => {
    const answer = allowed(['a.one', 'a.two', 'a.three'], ['a.three']);
    expect(decide({ answer })).toEqual(code(['a.one', 'a.two', 'a.three']));
  });

  it('are not granted when they are not, and that is known', () => {
    const answer = allowed(['a.one', 'a.two'], ['a.three']);
    expect(decide({ answer })).toEqual(code(['a.one', 'a.two'], ['a.three']));
  });

  it('can be all there is, and all left out', () => {
    const answer = allowed([], ['a.three']);
    expect(decide({ terms: [wished('a.three')], answer })).toEqual(code([], ['a.three']));
  });

  it('that came while the screen was open are neither granted nor left out', () => {
    expect(decide({ answer: allowed(['a.one', 'a.two']) })).toEqual(code(['a.one', 'a.two']));
  });
});

describe('an answer that is remembered', () => {
  const remembered = { granted: ['a.two', 'a.one'], declined: ['a.three'] };

  it('is a code for what was granted, without asking', () => {
    expect(decide({ remembered })).toEqual(code(['a.one', 'a.two'], [], false));
  });

  it('covers fewer data points', () => {
    expect(decide({ remembered, terms: [needed('a.two')] })).toEqual(code(['a.two'], [], false));
  });

  it('does not cover a data point that is new, optional or not', () => {
    for (const one of [needed('a.new'), wished('a.new')]) {
      const wider = [...terms, one];
      expect(decide({ remembered, terms: wider })).toEqual({ ...ask, terms: wider });
    }
  });

  it('does not cover what was left out and cannot be any more', () => {
    const stricter = [needed('a.one'), needed('a.three')];
    expect(decide({ remembered, terms: stricter })).toEqual({ ...ask, terms: stricter });
  });

  it('counts for nobody who is not signed in', () => {
    expect(decide({ remembered, account: null })).toEqual({ type: 'authenticate' });
  });

  it('gives way to an answer that was just given', () => {
    expect(decide({ remembered, answer: { type: 'denied' } })).toEqual({ type: 'go-home' });
    expect(decide({ remembered, answer: allowed(['a.one']) })).toEqual(code(['a.one']));
    expect(decide({ remembered, answer: allowed(['a.one'], [], 10) })).toEqual(ask);
  });
});

describe('whether an answer is remembered', () => {
  const policy = { remember: 'ask-when-changed' } as const;
  const consent: ConsentNow = {
    granted: ['a.one'],
    declined: ['a.two'],
    firstAt: NOW,
    lastAt: NOW,
    endedAt: null,
    isLive: true,
  };
  const client = { environment: 'live', clientType: 'confidential' } as const;

  it('is what the institution decided', () => {
    expect(rememberedConsent(client, consent, policy)).toEqual({
      granted: ['a.one'],
      declined: ['a.two'],
    });
    expect(rememberedConsent(client, consent, { remember: 'always-ask' })).toBeNull();
  });

  it('needs an answer, an authorization that lives and an access that was not ended', () => {
    expect(rememberedConsent(client, undefined, policy)).toBeNull();
    expect(rememberedConsent(client, { ...consent, isLive: false }, policy)).toBeNull();
    expect(rememberedConsent(client, { ...consent, endedAt: NOW }, policy)).toBeNull();
  });

  it('RFC 8252 §8.6: is not for a client that anybody can pose as, nor for the sandbox', () => {
    const publicClient = { ...client, clientType: 'public' } as const;
    expect(rememberedConsent(publicClient, consent, policy)).toBeNull();
    const sandbox = { ...client, environment: 'sandbox' } as const;
    expect(rememberedConsent(sandbox, consent, policy)).toBeNull();
  });
});

describe('ADR 0008: the next step in the sandbox', () => {
  const decideThere = (state: Partial<AuthorizationState>) =>
    decideAuthorization(
      { client: SANDBOX_CLIENT },
      { account: SYNTHETIC, terms, answer: null, remembered: null, ...state },
    );

  it('is to choose whom to be, also for somebody who is signed in', () => {
    for (const account of [null, ACCOUNT]) {
      expect(decideThere({ account })).toEqual({ type: 'choose-person' });
    }
  });

  it('is to ask for all the client asks for, then a code for the synthetic person', () => {
    expect(decideThere({})).toEqual({ type: 'ask-consent', account: SYNTHETIC, terms });
    const answer = allowed(['a.one'], ['a.three'], SYNTHETIC.id);
    expect(decideThere({ answer })).toEqual({
      ...code(['a.one'], ['a.three']),
      account: SYNTHETIC,
    });
  });

  it('never is a code for a person, whatever the answer says', () => {
    const answer = allowed(['a.one']);
    expect(decideThere({ account: ACCOUNT, answer })).toEqual({ type: 'choose-person' });
  });

  it('and in live never is a code for a synthetic person', () => {
    const answer = allowed(['a.one'], [], SYNTHETIC.id);
    expect(decide({ account: SYNTHETIC, answer })).toEqual({ type: 'authenticate' });
  });
});
