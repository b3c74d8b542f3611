import { describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS, type InstitutionSettings } from '../domain/settings.ts';
import { documentOf, readStoredSettings } from './stored-settings.ts';

const defaults: InstitutionSettings = {
  ...DEFAULT_SETTINGS,
  identity: { ...DEFAULT_SETTINGS.identity, name: 'From the environment' },
};

describe('stored settings', () => {
  it('are the defaults while nothing is stored', () => {
    const read = readStoredSettings(defaults, []);
    expect(read.settings).toEqual(defaults);
    expect(read.versions.identity).toBe(0);
    expect(read.chosen.identity).toEqual({});
  });

  it('win over the environment, member by member', () => {
    const read = readStoredSettings(defaults, [
      { concern: 'identity', version: 3, document: { accentColour: '#00703c' } },
    ]);
    expect(read.settings.identity).toEqual({ ...defaults.identity, accentColour: '#00703c' });
    expect(read.chosen.identity).toEqual({ accentColour: '#00703c' });
    expect(read.versions).toMatchObject({ identity: 3, tokens: 0 });
  });

  it('of an older program, which knew fewer members, still parse', () => {
    const read = readStoredSettings(defaults, [
      { concern: 'review', version: 1, document: { fourEyes: true } },
    ]);
    expect(read.settings.review).toEqual({ ...DEFAULT_SETTINGS.review, fourEyes: true });
    expect(read.unread).toEqual([]);
  });

  it('that this program cannot read are as if they were not there, and are told', () => {
    const read = readStoredSettings(defaults, [
      {
        concern: 'identity',
        version: 1,
        document: { name: '', accentColour: 'red}', futureMember: 1, language: 'hi' },
      },
      { concern: 'tokens', version: 1, document: { accessTokenSeconds: 0.5 } },
      { concern: 'mailTexts', version: 1, document: { 'password-reset.xx': 'no', toString: 1 } },
      { concern: 'futureConcern', version: 1, document: { a: 1 } },
    ]);
    expect(read.settings).toEqual({
      ...defaults,
      identity: { ...defaults.identity, language: 'hi' },
    });
    expect(read.unread).toEqual([
      'identity.name',
      'identity.accentColour',
      'identity.futureMember',
      'mailTexts.password-reset.xx',
      'mailTexts.toString',
      'tokens.accessTokenSeconds',
    ]);
  });

  it('hold own words of mails and own data points', () => {
    const words = { subject: 'Hello {{name}}', text: 'Open {{link}}' };
    const categories = [
      {
        code: 'library',
        label: 'Library',
        claims: [{ code: 'library.dues', label: 'Dues', type: 'integer' }],
      },
    ];
    const { settings } = readStoredSettings(defaults, [
      { concern: 'mailTexts', version: 1, document: { 'password-reset.hi': words } },
      { concern: 'dataPoints', version: 1, document: { categories } },
    ]);
    expect(settings.mailTexts).toEqual({ 'password-reset.hi': words });
    expect(settings.dataPoints.categories).toEqual(categories);
  });
});

describe('the document to store', () => {
  const present = { name: 'Chosen', futureMember: 7 };

  it('holds what differs from the environment, and what this program does not know', () => {
    expect(
      documentOf('identity', { language: 'hi', accentColour: '#1f4e8c' }, { defaults, present }),
    ).toEqual({ name: 'Chosen', futureMember: 7, language: 'hi' });
  });

  it('leaves out what is as it would be anyway, so that it follows the environment again', () => {
    expect(documentOf('identity', { name: 'From the environment' }, { defaults, present })).toEqual(
      { futureMember: 7 },
    );
    expect(documentOf('identity', { name: undefined }, { defaults, present })).toEqual({
      futureMember: 7,
    });
  });

  it('may set a member to nothing', () => {
    const elsewhere = {
      ...defaults,
      identity: { ...defaults.identity, supportContact: 'https://help.example.edu' },
    };
    const options = { defaults: elsewhere, present: {} };
    expect(documentOf('identity', { supportContact: null }, options)).toEqual({
      supportContact: null,
    });
  });
});
