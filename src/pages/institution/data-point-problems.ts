import type { Messages } from '../messages/messages.ts';

/** What was typed about a data point. */
export interface DataPointValues {
  readonly category: string;
  readonly newCategoryCode: string;
  readonly newCategoryLabel: string;
  readonly newCategoryLabelHindi: string;
  readonly field: string;
  readonly type: string;
  readonly label: string;
  readonly labelHindi: string;
  readonly hint: string;
  readonly hintHindi: string;
}
export type DataPointMember = keyof DataPointValues;

/** Every member with the name of its field. */
export const DATA_POINT_FIELDS: readonly (readonly [member: DataPointMember, name: string])[] = [
  ['category', 'category'],
  ['newCategoryCode', 'category_code'],
  ['newCategoryLabel', 'category_label'],
  ['newCategoryLabelHindi', 'category_label_hi'],
  ['field', 'field'],
  ['type', 'type'],
  ['label', 'label'],
  ['labelHindi', 'label_hi'],
  ['hint', 'hint'],
  ['hintHindi', 'hint_hi'],
];

/** What the field of a member is called. */
export function dataPointFieldName(member: DataPointMember): string {
  return DATA_POINT_FIELDS.find(([one]) => one === member)?.[1] ?? member;
}

export type DataPointProblem =
  | { readonly code: 'missing' | 'not-a-code' | 'taken' | 'not-chosen' }
  | { readonly code: 'too-long'; readonly longest: number }
  | { readonly code: 'invisible-character'; readonly character: string };
export type DataPointProblems = Readonly<Partial<Record<DataPointMember, DataPointProblem>>>;

export function dataPointProblemText(
  problem: DataPointProblem,
  words: Messages['institutionDataPoints']['problems'],
): string {
  switch (problem.code) {
    case 'missing':
      return words.missing;
    case 'not-a-code':
      return words.notACode;
    case 'taken':
      return words.taken;
    case 'not-chosen':
      return words.notChosen;
    case 'too-long':
      return words.tooLong(problem.longest);
    case 'invisible-character':
      return words.invisible(problem.character);
  }
}
