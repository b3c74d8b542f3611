import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** The catalogue of data points, and what maintainers add to it. */
export const institutionDataPoints = {
  title: 'Data points',
  lead: 'What apps can ask people for. Those that come with the product or with the server’s configuration stay; you can add your own, whose values come with the import of people.',
  add: 'Add a data point',
  addedHere: 'Added here',
  code: 'Code',
  type: 'Holds',
  usedBy: (apps: Child): JSX.Element => <>Used by {apps}</>,
  usedByCount: (count: number): string => (count === 1 ? '1 app' : `${count} apps`),
  unused: 'No app uses it',
  edit: 'Change its words',
  which: (label: string): string => `of ${label}`,
  types: {
    string: 'Text',
    integer: 'A whole number',
    boolean: 'Yes or no',
    date: 'A date',
    links: 'Links, each with its name',
    roles: 'Roles',
    'custom-roles': 'Posts',
    picture: 'A picture',
  },

  addTitle: 'Add a data point',
  addLead: 'Once people’s records are imported with it, apps can ask for it.',
  category: 'Category',
  newCategory: 'A new category',
  newCategoryLegend: 'The new category',
  newCategoryHint: 'Only if you chose a new category above.',
  categoryCode: 'Code of the category',
  categoryCodeHint: 'Lower-case letters, digits and _, such as library.',
  categoryLabel: 'Name of the category in English',
  categoryLabelHindi: 'Name of the category in Hindi',
  field: 'Code of the data point',
  fieldHint:
    'What follows the category: card_number makes library.card_number. It is the column of the import, and cannot be changed later.',
  typeHint: 'Cannot be changed later.',
  label: 'Name in English',
  labelHint: 'People read this when an app asks for it.',
  labelHindi: 'Name in Hindi',
  hint: 'Explanation in English',
  hintHint: 'For developers who choose data points. May be empty.',
  hintHindi: 'Explanation in Hindi',
  emptyHindi: 'Empty: the English one.',

  previewOf: (label: string): string => `“${label}”`,
  asPeopleSee: 'What people read when an app asks for it',
  asAppsSee: 'What apps get',
  asImported: 'The column of the import',
  value: 'value',

  editTitle: (label: string): string => `Words of “${label}”`,
  removal: 'Removal',
  remove: 'Remove this data point',
  removeSummary:
    'Apps can no longer ask for it. What people’s records hold stays, and comes back should you add the same code again.',
  removeInUse: (apps: Child): JSX.Element => (
    <>It cannot be removed while apps ask for it or may read it: {apps}.</>
  ),
  removeTitle: (label: string): string => `the removal of “${label}”`,
  added: (label: string): string => `“${label}” is added`,
  removed: (label: string): string => `“${label}” is removed`,
  nowUsed: 'An app asks for it since, so it was not removed.',

  problems: {
    missing: 'Fill this in.',
    notACode: 'Use lower-case letters, digits, _ and dots between words, starting with a letter.',
    taken:
      'There is a data point or a category like this already, or apps would take it for another.',
    notChosen: 'Choose one.',
    tooLong: (longest: number): string => `Use at most ${longest} characters.`,
    invisible: (character: string): string =>
      `This holds a character nobody can see (${character}). Type it by hand instead of pasting it.`,
  },
};
