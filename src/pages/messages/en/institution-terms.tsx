import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** The terms that developers agree to. */
export const institutionTerms = {
  title: 'Terms for developers',
  lead: (page: string): JSX.Element => (
    <>
      What developers agree to before they register an app, at{' '}
      <a href={page}>developer terms of use</a>, which everybody can read. Ours are written for a
      campus; you can put your own in their place.
    </>
  ),
  english: 'In English',
  hindi: 'In Hindi',
  hint: 'Leave it empty to use the text that comes with the product. A line that starts with ## is a heading, one that starts with - is an item of a list, and an empty line begins a new paragraph.',
  only: 'Who reads in a language for which you wrote nothing gets the text of the product in that language.',
  usesProduct: 'The text that comes with the product.',
  tellTeams:
    'Changing the terms sends no mail. If they change in a way that matters to teams, tell them: our own text promises a mail 30 days before.',
  tooLong: (longest: number): string => `Use at most ${longest} characters.`,
  characters: (count: Child): JSX.Element => <>your own text, {count} characters</>,
};
