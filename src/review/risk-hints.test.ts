import { describe, expect, it } from 'vitest';
import { plainClaim } from '../domain/client-revision.ts';
import type { ClientForReview } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import { riskHints } from './risk-hints.ts';

const USUAL = 'person.full_name';

function hints(
  over: Partial<Omit<ClientForReview, 'client'>> = {},
  client: Partial<ClientForReview['client']> = {},
  issuer = 'https://auth.example.edu',
) {
  const entry = {
    client: {
      status: 'in-review',
      revision: 1,
      revisionState: 'in-review',
      approvedRevision: null,
      approvedClaims: [],
      redirectUris: ['https://library.example.edu/cb'],
      attestation: { lastAt: null, reminders: 0 },
      ...client,
    },
    teamSize: 2,
    ownershipNotice: null,
    creatorIsKnown: true,
    asked: [{ ...plainClaim(USUAL), reason: 'To greet you.' }],
    ...over,
  } as ClientForReview;
  return riskHints(entry, {
    usualClaims: [USUAL],
    reattestAfterMonths: 12,
    issuer,
    now: instant(Date.UTC(2026, 10, 24)),
  });
}

describe('the hints of an app in review', () => {
  it('are none for a usual one', () => {
    expect(hints()).toEqual([]);
  });

  it('tell that nobody owns it any more, or soon will not', () => {
    expect(hints({ ownershipNotice: 'ownerless' })).toEqual([{ type: 'no-owner' }]);
    expect(hints({ ownershipNotice: 'ends-soon' })).toEqual([{ type: 'owner-leaves' }]);
  });

  it('tell what it asks for beyond the usual, and is not approved yet', () => {
    const asked = [USUAL, 'person.sex', 'person.roles'].map((code) => ({
      ...plainClaim(code),
      reason: 'x',
    }));
    expect(hints({ asked }, { approvedClaims: ['person.roles'] })).toEqual([
      { type: 'unusual-claims', claims: ['person.sex'] },
    ]);
  });

  it.each([
    ['https://library.example.edu/cb', []],
    ['https://example.edu/cb', []],
    ['http://localhost:3000/cb', []],
    ['http://127.0.0.1/cb', []],
    ['http://[::1]:8000/cb', []],
    ['com.example.app:/cb', []],
    ['https://evilexample.edu/cb', ['foreign-host']],
    ['https://app.example.com/cb', ['foreign-host']],
    ['http://library.example.edu/cb', ['http-redirect']],
    ['http://192.0.2.7/cb', ['http-redirect', 'foreign-host']],
  ])('%s: %j', (uri, expected) => {
    expect(hints({}, { redirectUris: [uri] }).map(({ type }) => type)).toEqual(expected);
  });

  it('take an institution at a bare domain for its own host only', () => {
    const redirectUris = ['https://other.edu/cb'] as const;
    expect(hints({}, { redirectUris }, 'https://example.edu')).toMatchObject([
      { type: 'foreign-host', hosts: ['other.edu'] },
    ]);
  });

  it('tell that there is much, of one person, new here, unexplained', () => {
    const asked = Array.from({ length: 9 }, (_, index) => plainClaim(`a.${index}`));
    const approvedClaims = asked.map(({ code }) => code);
    expect(hints({ asked, teamSize: 1, creatorIsKnown: false }, { approvedClaims })).toEqual([
      { type: 'many-claims', count: 9 },
      { type: 'new-developer' },
      { type: 'team-of-one' },
      { type: 'no-reasons', count: 9 },
    ]);
  });
});

describe('the hint that a team did not confirm its app', () => {
  const approved = { status: 'approved', revisionState: 'approved', approvedRevision: 1 } as const;
  const lastAt = instant(Date.UTC(2025, 8, 1));

  it('comes after it was asked, reminded, and did not answer', () => {
    expect(hints({}, { ...approved, attestation: { lastAt, reminders: 2 } })).toEqual([
      { type: 'attestation-overdue' },
    ]);
  });

  it('does not come while it has time', () => {
    for (const attestation of [
      { lastAt, reminders: 1 },
      { lastAt: instant(Date.UTC(2025, 9, 25)), reminders: 2 },
      { lastAt: null, reminders: 0 },
    ]) {
      expect(hints({}, { ...approved, attestation })).toEqual([]);
    }
  });
});
