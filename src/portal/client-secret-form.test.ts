import { describe, expect, it } from 'vitest';
import { parseSecretChoice } from './client-secret-form.ts';

const typed = { environment: 'live', name: 'Deployment', lifetime: '90' };

describe('what a developer asks for when adding a secret', () => {
  it('has a name, an environment, and an end or none', () => {
    expect(parseSecretChoice(typed)).toEqual({
      type: 'valid',
      value: { environment: 'live', name: 'Deployment', days: 90 },
    });
    expect(parseSecretChoice({ ...typed, environment: 'sandbox', lifetime: 'never' })).toEqual({
      type: 'valid',
      value: { environment: 'sandbox', name: 'Deployment', days: null },
    });
  });

  it('is undefined for an environment that no form of ours sends', () => {
    for (const environment of ['', 'Live', 'production']) {
      expect(parseSecretChoice({ ...typed, environment })).toBeUndefined();
    }
  });

  it('keeps a name of any script as one line', () => {
    const parsed = parseSecretChoice({ ...typed, name: '  सर्वर\n  दो ' });
    expect(parsed).toMatchObject({ type: 'valid', value: { name: 'सर्वर दो' } });
  });

  it.each([
    ['', { code: 'missing' }],
    [' \t ', { code: 'missing' }],
    ['x'.repeat(61), { code: 'too-long', length: 61, longest: 60 }],
    ['evil\u202Eeman', { code: 'invisible-character', character: 'U+202E' }],
  ])('refuses the name %j', (name, problem) => {
    expect(parseSecretChoice({ ...typed, name })).toEqual({
      type: 'invalid',
      problem: { name: problem, lifetime: undefined },
    });
  });

  it('tells all that is wrong at once', () => {
    expect(parseSecretChoice({ ...typed, name: '', lifetime: '7' })).toEqual({
      type: 'invalid',
      problem: { name: { code: 'missing' }, lifetime: { code: 'missing' } },
    });
  });
});
