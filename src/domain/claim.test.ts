import { describe, expect, it } from 'vitest';

import { DEFAULT_CLAIM_CATALOGUE, DEFAULT_CLAIM_SOURCES } from './claim-catalogue.ts';
import {
  camelCase,
  claimCatalogue,
  catalogueIn,
  claimField,
  extendedCatalogue,
  type ClaimCategorySource,
} from './claim.ts';
import { LANGUAGES } from './language.ts';

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

describe('the catalogue in a language', () => {
  const words = (catalogue: typeof DEFAULT_CLAIM_CATALOGUE): string[] =>
    catalogue.categories.flatMap(({ code, label, claims }) => [
      `${code} label ${label}`,
      ...claims.flatMap((claim) => [
        `${claim.code} label ${claim.label}`,
        ...(claim.hint === '' ? [] : [`${claim.code} hint ${claim.hint}`]),
      ]),
    ]);

  it('has its labels and hints, by category and by code', () => {
    const hindi = catalogueIn(DEFAULT_CLAIM_CATALOGUE, 'hi');
    expect(hindi.categories[1]?.label).toBe('विद्यार्थी');
    expect(hindi.categories[1]?.claims[3]).toMatchObject({
      code: 'student.branch.name',
      responseKey: 'branch name',
      label: 'ब्रांच',
    });
    expect(hindi.byCode.get('person.full_name')).toMatchObject({
      label: 'पूरा नाम',
      hint: 'रिकॉर्ड में दर्ज नाम',
    });
    expect(words(catalogueIn(DEFAULT_CLAIM_CATALOGUE, 'en'))).toEqual(
      words(DEFAULT_CLAIM_CATALOGUE),
    );
  });

  it.each(LANGUAGES.filter((language) => language !== 'en'))(
    'is complete for what is built in (%s)',
    (language) => {
      const english = words(DEFAULT_CLAIM_CATALOGUE);
      const translated = words(catalogueIn(DEFAULT_CLAIM_CATALOGUE, language));
      expect(translated).toHaveLength(english.length);
      expect(translated.filter((word) => english.includes(word))).toEqual([]);
    },
  );

  it('keeps the English words where an institution wrote no others', () => {
    const catalogue = claimCatalogue([
      {
        code: 'library',
        label: 'Library',
        claims: [
          {
            code: 'library.dues',
            label: 'Dues',
            type: 'integer',
            hint: 'In rupees',
            translations: { hi: { label: 'बकाया' } },
          },
        ],
      },
    ]);
    const [library] = catalogueIn(catalogue, 'hi').categories;
    expect(library).toMatchObject({ label: 'Library' });
    expect(library?.claims[0]).toMatchObject({ label: 'बकाया', hint: 'In rupees' });
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

  it('refuses two names that would be one on the wire', () => {
    const one = (code: string): ClaimCategorySource => ({
      code: code.split('.')[0]!,
      label: 'L',
      claims: [{ code, label: 'L', type: 'string' }],
    });
    expect(() => claimCatalogue([one('a.b_c'), one('a.b__c')])).toThrow(
      'claims a.b_c and a.b__c would be the same on the wire',
    );
    expect(() => claimCatalogue([one('user_id.name')])).toThrow('userId on the wire');
    expect(() => claimCatalogue([one('a_b.c'), one('a__b.c')])).toThrow('aB on the wire');
  });

  it('later, without ever changing what is there', () => {
    const own = { code: 'student.cgpa', label: 'CGPA', type: 'string' } as const;
    const taken = { code: 'student.current_year', label: 'Not the year', type: 'string' } as const;
    const extended = extendedCatalogue(DEFAULT_CLAIM_CATALOGUE, [
      { code: 'student', label: 'Not students', claims: [taken, own, own] },
      { code: 'user_id', label: 'Not the id', claims: [{ ...own, code: 'user_id.x' }] },
    ]);
    const codes = [...extended.byCode.keys()];
    expect(codes.filter((code) => !DEFAULT_CLAIM_CATALOGUE.byCode.has(code))).toEqual([
      'student.cgpa',
    ]);
    expect(extended.byCode.get('student.current_year')?.label).toBe('Current year');
    expect(extended.categories.map(({ label }) => label)).toEqual(
      DEFAULT_CLAIM_CATALOGUE.categories.map(({ label }) => label),
    );
    expect(extended.categories[1]?.claims.at(-1)?.code).toBe('student.cgpa');
    expect(DEFAULT_CLAIM_CATALOGUE.byCode.has('student.cgpa')).toBe(false);
  });
});
