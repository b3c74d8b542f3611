import { describe, expect, it } from 'vitest';

import { parseIdentity, type TypedIdentity } from './identity-form.ts';

const typed: TypedIdentity = {
  name: 'Example University',
  supportContact: '',
  language: 'en',
  accentColour: '#00703c',
  accentColourDark: '',
};

function parsed(changes: Partial<TypedIdentity>): unknown {
  return parseIdentity({ ...typed, ...changes });
}

describe('what an institution says of itself', () => {
  it('is taken as typed, tidied up', () => {
    expect(
      parsed({ name: '  Example \n University ', supportContact: ' help@example.edu ' }),
    ).toEqual({
      type: 'valid',
      values: {
        name: 'Example University',
        supportContact: 'help@example.edu',
        language: 'en',
        accentColour: '#00703c',
        accentColourDark: null,
      },
    });
  });

  it('has the colour of the product when none is typed', () => {
    expect(parsed({ accentColour: ' ' })).toMatchObject({ values: { accentColour: '#1f4e8c' } });
  });

  it.each([
    ['', { code: 'missing' }],
    ['— —', { code: 'missing' }],
    ['x'.repeat(81), { code: 'too-long', longest: 80 }],
    ['Exa\u202Emple', { code: 'invisible-character', character: 'U+202E' }],
  ])('cannot be called %j', (name, problem) => {
    expect(parsed({ name })).toEqual({ type: 'invalid', problems: { name: problem } });
  });

  it.each(['help@example.edu', 'https://help.example.edu/apps'])('can be reached at %s', (one) => {
    expect(parsed({ supportContact: one })).toMatchObject({ values: { supportContact: one } });
  });

  it.each([
    'the help desk',
    'http://help.example.edu',
    'data:text/html,hello',
    'help@',
    'a@b@c.edu',
    'https://user:secret@help.example.edu',
    'help@example.edu?bcc=all@example.edu,x@example.edu',
    'https://',
  ])('cannot be reached at %s', (supportContact) => {
    expect(parsed({ supportContact })).toEqual({
      type: 'invalid',
      problems: { supportContact: { code: 'not-a-contact' } },
    });
  });

  it('is refused a colour that cannot be read, with one that can', () => {
    expect(parsed({ accentColour: '#ffd400', accentColourDark: 'navy' })).toMatchObject({
      type: 'invalid',
      problems: {
        accentColour: { code: 'unreadable', ratio: 1.29, needed: 4.5 },
        accentColourDark: { code: 'not-a-colour' },
      },
    });
    expect(parsed({ accentColourDark: '#00703c' })).toMatchObject({
      problems: { accentColourDark: { code: 'unreadable', needed: 4.5 } },
    });
  });

  it('is told everything that is wrong at once', () => {
    const outcome = parsed({
      name: '',
      supportContact: 'x',
      language: 'fr',
      accentColour: 'x',
      accentColourDark: 'x',
    });
    expect(Object.keys((outcome as { problems: object }).problems)).toEqual([
      'name',
      'supportContact',
      'language',
      'accentColour',
      'accentColourDark',
    ]);
  });
});
