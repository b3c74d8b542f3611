import { describe, expect, it } from 'vitest';
import { DEFAULT_CLAIM_CATALOGUE as catalogue } from '../domain/claim-catalogue.ts';
import { parseRegistration, type TypedRegistration } from './registration-form.ts';

const description = 'word '.repeat(130).trim();
const typed: TypedRegistration = {
  name: ' Library ',
  redirectUris: 'https://library.example.edu/callback',
  clientType: 'confidential',
  description,
  claims: [{ code: 'person.full_name', optional: true, reason: ' To  greet you. ' }],
  acceptsTerms: true,
};

describe('the registration form', () => {
  it('comes to a registration when all is well', () => {
    expect(parseRegistration(typed, catalogue)).toEqual({
      type: 'valid',
      value: {
        name: 'Library',
        description,
        clientType: 'confidential',
        redirectUris: ['https://library.example.edu/callback'],
        requestedClaims: [{ code: 'person.full_name', required: false, reason: 'To greet you.' }],
      },
    });
  });

  it('tells everything that is wrong at once, by field', () => {
    const nothing: TypedRegistration = {
      name: '',
      redirectUris: '',
      clientType: '',
      description: '',
      claims: [],
      acceptsTerms: false,
    };
    expect(parseRegistration(nothing, catalogue)).toEqual({
      type: 'invalid',
      problem: {
        name: { code: 'missing' },
        redirectUris: { code: 'missing' },
        clientType: { code: 'missing' },
        description: { code: 'too-few-words', words: 0, fewest: 127 },
        claims: { code: 'missing' },
        terms: { code: 'not-accepted' },
      },
    });
  });

  it.each([
    ['name', { name: 'Li\u202Ebrary' }],
    ['redirectUris', { redirectUris: 'not a uri' }],
    ['clientType', { clientType: 'hybrid' }],
    ['description', { description: 'too short' }],
    ['claims', { claims: [{ code: 'person.shoe_size', optional: false, reason: '' }] }],
    ['terms', { acceptsTerms: false }],
  ] as const)('is refused for %s alone, and complains about nothing else', (field, wrong) => {
    const parsed = parseRegistration({ ...typed, ...wrong }, catalogue);
    if (parsed.type === 'valid') throw new Error('accepted');
    const complaints = Object.entries(parsed.problem).filter(
      ([, problem]) => problem !== undefined,
    );
    expect(complaints.map(([name]) => name)).toEqual([field]);
  });

  it('demands that the terms are accepted on the server too', () => {
    expect(parseRegistration({ ...typed, acceptsTerms: false }, catalogue)).toMatchObject({
      type: 'invalid',
      problem: { terms: { code: 'not-accepted' } },
    });
  });
});
