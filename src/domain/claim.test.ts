import { describe, expect, it } from 'vitest';

import { DEFAULT_CLAIM_CATALOGUE, DEFAULT_CLAIM_SOURCES } from './claim-catalogue.ts';
import { camelCase, claimCatalogue, claimField } from './claim.ts';

describe('wire contract §1.1: how keys are made', () => {
  it('camel-cases underscores and leaves spaces alone', () => {
    expect(camelCase('display_picture')).toBe('displayPicture');
    expect(camelCase('branch degree name')).toBe('branch degree name');
    expect(DEFAULT_CLAIM_CATALOGUE.byCode.get('student.branch.degree.name')?.responseKey).toBe(
      'branch degree name',
    );
  });

  it('keeps the category order of the wire', () => {
    expect(DEFAULT_CLAIM_CATALOGUE.categories.map((category) => category.responseKey)).toEqual([
      'person',
      'student',
      'facultyMember',
      'biologicalInformation',
      'contactInformation',
      'residentialInformation',
      'socialInformation',
    ]);
  });
});

describe('wire contract §1.2: every data point', () => {
  it('is in the default catalogue', () => {
    expect(DEFAULT_CLAIM_CATALOGUE.byCode.size).toBe(30);
  });
});

describe('an institution extends the catalogue', () => {
  it('adds a category, and claims to a category there is', () => {
    const catalogue = claimCatalogue([
      ...DEFAULT_CLAIM_SOURCES,
      {
        code: 'student',
        label: 'ignored: the category has a label',
        claims: [{ code: 'student.cgpa', label: 'CGPA', type: 'string' }],
      },
      {
        code: 'library_card',
        label: 'Library',
        claims: [{ code: 'library_card.card.number', label: 'Card number', type: 'string' }],
      },
    ]);
    const student = catalogue.categories.find((category) => category.code === 'student');
    expect(student?.label).toBe('Student');
    expect(student?.claims.at(-1)?.code).toBe('student.cgpa');
    const card = catalogue.byCode.get('library_card.card.number');
    expect(card?.responseKey).toBe('card number');
    expect(card === undefined ? undefined : claimField(card)).toBe('card.number');
    expect(catalogue.categories.at(-1)?.responseKey).toBe('libraryCard');
  });

  it('refuses a code twice and a code outside its category', () => {
    const claim = { code: 'a.b', label: 'B', type: 'string' } as const;
    expect(() => claimCatalogue([{ code: 'a', label: 'A', claims: [claim, claim] }])).toThrow(
      'claim a.b is defined twice',
    );
    expect(() => claimCatalogue([{ code: 'x', label: 'X', claims: [claim] }])).toThrow(
      'claim a.b must be named x.<field>',
    );
  });
});
