import type { JSX } from 'hono/jsx/jsx-runtime';

import type { FieldProblem } from '../components/error-summary.tsx';
import { TextArea } from '../components/text-field.tsx';
import { redirectUrisProblemTexts, type RedirectUrisProblem } from './problem-text.ts';

const NAME = 'redirect_uris';
/** Of its own: on the dashboard, a card has the id that would follow from the name. */
const ID = 'redirect-uris-field';

export interface RedirectUrisFieldProps {
  /** As typed, one a line. */
  readonly value: string;
  readonly problem: RedirectUrisProblem | null;
}

export function RedirectUrisField({ value, problem }: RedirectUrisFieldProps): JSX.Element {
  return (
    <TextArea
      name={NAME}
      id={ID}
      label="Redirect URIs"
      hint={
        <>
          Where people return to after they signed in, one address a line, at most 20. They are
          compared letter by letter, also a slash at the end. The first is used when your app names
          none. Example: <code>https://library.example.edu/callback</code>
        </>
      }
      value={value}
      error={problem === null ? undefined : redirectUrisProblemTexts(problem).join(' ')}
      rows={3}
      spellcheck={false}
    />
  );
}

/** For the error summary: one line for each address. */
export function redirectUrisProblems(
  problem: RedirectUrisProblem | null | undefined,
): readonly FieldProblem[] {
  if (problem === null || problem === undefined) return [];
  return redirectUrisProblemTexts(problem).map((message) => ({ fieldId: ID, message }));
}
