import type { JSX } from 'hono/jsx/jsx-runtime';

import { RadioGroup } from '../components/choice-field.tsx';
import type { FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import { fieldProblems } from './field-problems.ts';
import {
  clientTypeProblemText,
  descriptionProblemText,
  nameProblemText,
  type ClientTypeProblem,
  type DescriptionProblem,
  type NameProblem,
} from './problem-text.ts';

/** As typed. */
export interface DetailsValues {
  readonly name: string;
  readonly description: string;
  readonly clientType: string;
}

export interface DetailsProblems {
  readonly name: NameProblem | undefined;
  readonly description: DescriptionProblem | undefined;
  readonly clientType: ClientTypeProblem | undefined;
}

export interface DetailsFieldsProps {
  readonly values: DetailsValues;
  readonly problems: DetailsProblems | null;
}

const FEWEST_WORDS = 127;
const MOST_WORDS = 511;

export function NameField({ values, problems }: DetailsFieldsProps): JSX.Element {
  return (
    <TextField
      name="name"
      label="App name"
      hint="People see it when they sign in. Use the name they know your app by."
      value={values.name}
      error={textOf(problems?.name, nameProblemText)}
      autocomplete="off"
    />
  );
}

/** With a counter that follows the typing where scripts run (client module `word-counter.js`). */
export function DescriptionField({ values, problems }: DetailsFieldsProps): JSX.Element {
  const id = fieldId('description');
  return (
    <TextArea
      name="description"
      label="Description"
      hint={
        <>
          {FEWEST_WORDS} to {MOST_WORDS} words, for the maintainer who decides. Say what your app
          does and for whom, what it needs each data point for, where the data is kept and how long,
          and who runs it.
        </>
      }
      value={values.description}
      error={textOf(problems?.description, descriptionProblemText)}
      describedBy={`${id}-count`}
      rows={10}
      footer={
        <p
          class="word-counter"
          id={`${id}-count`}
          data-word-counter={id}
          data-fewest={String(FEWEST_WORDS)}
          data-most={String(MOST_WORDS)}
        >
          <span data-word-count>
            Between {FEWEST_WORDS} and {MOST_WORDS} words
          </span>
          <output class="visually-hidden"></output>
        </p>
      }
    />
  );
}

export function ClientTypeField({ values, problems }: DetailsFieldsProps): JSX.Element {
  return (
    <RadioGroup
      name="client_type"
      label="Where your app runs"
      error={textOf(problems?.clientType, clientTypeProblemText)}
      value={values.clientType}
      options={[
        {
          value: 'confidential',
          label: 'On a server (confidential)',
          hint: 'A website with a back end, which keeps its client secret to itself.',
        },
        {
          value: 'public',
          label: 'On people’s own devices (public)',
          hint: 'A mobile or desktop app, or a page without a back end. It cannot keep a secret, so it gets none and uses PKCE.',
        },
      ]}
    />
  );
}

/** For the error summary. */
export function detailsProblems(problems: DetailsProblems | null): readonly FieldProblem[] {
  if (problems === null) return [];
  return [
    ...fieldProblems(fieldId('name'), textOf(problems.name, nameProblemText)),
    ...fieldProblems(fieldId('description'), textOf(problems.description, descriptionProblemText)),
    ...fieldProblems(fieldId('client_type'), textOf(problems.clientType, clientTypeProblemText)),
  ];
}

function textOf<Problem>(
  problem: Problem | undefined,
  text: (problem: Problem) => string,
): string | undefined {
  return problem === undefined ? undefined : text(problem);
}
