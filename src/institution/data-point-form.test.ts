import { describe, expect, it } from 'vitest';

import { extendedCatalogue } from '../domain/claim.ts';
import { DEFAULT_CLAIM_CATALOGUE } from '../domain/claim-catalogue.ts';
import { claimCategorySources } from './claim-sources.ts';
import { claimUsage } from './claim-usage.ts';
import {
  ownDataPoint,
  parseDataPointWords,
  parseNewDataPoint,
  withoutDataPoint,
  type TypedDataPoint,
} from './data-point-form.ts';

const typed: TypedDataPoint = {
  category: '',
  newCategoryCode: 'library',
  newCategoryLabel: 'Library',
  newCategoryLabelHindi: 'पुस्तकालय',
  field: 'card_number',
  type: 'string',
  label: ' Card number ',
  labelHindi: 'कार्ड नंबर',
  hint: 'On the back',
  hintHindi: '',
};

type Sources = Parameters<typeof withoutDataPoint>[1];

function add(changes: Partial<TypedDataPoint>, sources: Sources = []) {
  const catalogue = extendedCatalogue(DEFAULT_CLAIM_CATALOGUE, sources);
  return parseNewDataPoint({ ...typed, ...changes }, { catalogue, sources });
}

function added(changes: Partial<TypedDataPoint>, sources: Sources = []): Sources {
  const outcome = add(changes, sources);
  if (outcome.type === 'invalid') throw new Error(JSON.stringify(outcome.problems));
  return outcome.values.sources;
}

const library = added({});

describe('a data point to add', () => {
  it('begins a category', () => {
    expect(library).toEqual([
      {
        code: 'library',
        label: 'Library',
        translations: { hi: { label: 'पुस्तकालय' } },
        claims: [
          {
            code: 'library.card_number',
            label: 'Card number',
            type: 'string',
            hint: 'On the back',
            translations: { hi: { label: 'कार्ड नंबर' } },
          },
        ],
      },
    ]);
    expect(claimCategorySources.safeParse(library).success).toBe(true);
  });

  it('joins a category, of the institution or of the product', () => {
    const more = added({ category: 'library', field: 'dues', type: 'integer' }, library);
    expect(more).toHaveLength(1);
    expect(more[0]?.claims.map(({ code }) => code)).toEqual([
      'library.card_number',
      'library.dues',
    ]);
    const student = added({ category: 'student', field: 'hall.name' }, more);
    expect(student[1]).toMatchObject({ code: 'student', claims: [{ code: 'student.hall.name' }] });
    expect(claimCategorySources.safeParse(student).success).toBe(true);
    const catalogue = extendedCatalogue(DEFAULT_CLAIM_CATALOGUE, student);
    expect(catalogue.byCode.get('student.hall.name')?.responseKey).toBe('hall name');
  });

  it.each<[Partial<TypedDataPoint>, object]>([
    [{ field: '' }, { field: { code: 'missing' } }],
    [{ field: 'Card Number' }, { field: { code: 'not-a-code' } }],
    [{ newCategoryCode: '9' }, { newCategoryCode: { code: 'not-a-code' } }],
    [{ newCategoryCode: '' }, { newCategoryCode: { code: 'missing' } }],
    [{ newCategoryCode: 'student' }, { newCategoryCode: { code: 'taken' } }],
    [{ newCategoryLabel: ' ' }, { newCategoryLabel: { code: 'missing' } }],
    [{ category: 'nothing' }, { category: { code: 'not-chosen' } }],
    [{ category: 'student', field: 'current_year' }, { field: { code: 'taken' } }],
    // The same on the wire.
    [{ category: 'student', field: 'current__year' }, { field: { code: 'taken' } }],
    [{ newCategoryCode: 'user_id' }, { field: { code: 'taken' } }],
    [{ type: 'roles' }, { type: { code: 'not-chosen' } }],
    [{ label: '' }, { label: { code: 'missing' } }],
    [{ label: 'x'.repeat(81) }, { label: { code: 'too-long', longest: 80 } }],
    [
      { labelHindi: 'a\u202E' },
      { labelHindi: { code: 'invisible-character', character: 'U+202E' } },
    ],
  ])('is refused for %j', (changes, problems) => {
    expect(add(changes)).toMatchObject({ type: 'invalid', problems });
  });
});

describe('a data point that was added', () => {
  const code = 'library.card_number';

  it('can have other words, and stays what it is', () => {
    const outcome = parseDataPointWords(
      code,
      { label: 'Card', labelHindi: '', hint: '', hintHindi: '' },
      library,
    );
    expect(outcome).toMatchObject({ type: 'valid' });
    const sources = outcome.type === 'valid' ? outcome.values : [];
    expect(ownDataPoint(code, sources)).toEqual({ code, label: 'Card', type: 'string' });
    expect(
      parseDataPointWords(
        code,
        { label: '', labelHindi: '', hint: 'x'.repeat(201), hintHindi: '' },
        library,
      ),
    ).toEqual({
      type: 'invalid',
      problems: { label: { code: 'missing' }, hint: { code: 'too-long', longest: 200 } },
    });
  });

  it('is known from those of the product', () => {
    expect(ownDataPoint(code, library)?.label).toBe('Card number');
    expect(ownDataPoint('student.current_year', library)).toBeUndefined();
  });

  it('takes an empty category with it when it goes', () => {
    expect(withoutDataPoint(code, library)).toEqual([]);
    const more = added({ category: 'library', field: 'dues' }, library);
    expect(withoutDataPoint(code, more)[0]?.claims).toHaveLength(1);
  });

  it('is in use by every app that asks for it or was approved for it', () => {
    const usage = claimUsage([
      { number: 1, name: 'A', requestedClaims: [code], approvedClaims: [code] },
      { number: 2, name: 'B', requestedClaims: [], approvedClaims: [code] },
      { number: 3, name: 'C', requestedClaims: ['person.roles'], approvedClaims: [] },
    ]);
    expect(usage.get(code)).toEqual([
      { number: 1, name: 'A' },
      { number: 2, name: 'B' },
    ]);
    expect(usage.get('library.dues')).toBeUndefined();
  });
});
