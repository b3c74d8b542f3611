import type { JSX } from 'hono/jsx/jsx-runtime';

import { RadioGroup } from '../components/choice-field.tsx';
import type { FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import { usePageMessages, type Messages } from '../messages/messages.ts';
import { fieldProblems } from './field-problems.ts';
import {
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
  const text = usePageMessages().portalFields;
  return (
    <TextField
      name="name"
      label={text.name}
      hint={text.nameHint}
      value={values.name}
      error={detailsErrors(problems, text).name}
      autocomplete="off"
    />
  );
}

/** With a counter that follows the typing where scripts run (client module `word-counter.js`). */
export function DescriptionField({ values, problems }: DetailsFieldsProps): JSX.Element {
  const text = usePageMessages().portalFields;
  const id = fieldId('description');
  return (
    <TextArea
      name="description"
      label={text.description}
      hint={text.descriptionHint(FEWEST_WORDS, MOST_WORDS)}
      value={values.description}
      error={detailsErrors(problems, text).description}
      describedBy={`${id}-count`}
      rows={10}
      footer={
        <p
          class="word-counter"
          id={`${id}-count`}
          data-word-counter={id}
          data-fewest={String(FEWEST_WORDS)}
          data-most={String(MOST_WORDS)}
          data-one-word={text.words.one}
          data-words={text.words.other}
          data-missing={text.wordsMissing}
          data-too-many={text.wordsTooMany}
          data-fit={text.wordsFit}
        >
          <span data-word-count>{text.betweenWords(FEWEST_WORDS, MOST_WORDS)}</span>
          <output class="visually-hidden"></output>
        </p>
      }
    />
  );
}

export function ClientTypeField({ values, problems }: DetailsFieldsProps): JSX.Element {
  const text = usePageMessages().portalFields;
  return (
    <RadioGroup
      name="client_type"
      label={text.clientType}
      error={detailsErrors(problems, text).clientType}
      value={values.clientType}
      options={[
        { value: 'confidential', label: text.confidential, hint: text.confidentialHint },
        { value: 'public', label: text.public, hint: text.publicHint },
      ]}
    />
  );
}

/** For the error summary. */
export function detailsProblems(
  problems: DetailsProblems | null,
  text: Messages['portalFields'],
): readonly FieldProblem[] {
  const errors = detailsErrors(problems, text);
  return [
    ...fieldProblems(fieldId('name'), errors.name),
    ...fieldProblems(fieldId('description'), errors.description),
    ...fieldProblems(fieldId('client_type'), errors.clientType),
  ];
}

function detailsErrors(
  problems: DetailsProblems | null,
  text: Messages['portalFields'],
): Readonly<Record<keyof DetailsProblems, string | undefined>> {
  const { name, description, clientType } = problems ?? {};
  return {
    name: name && nameProblemText(name, text),
    description: description && descriptionProblemText(description, text),
    clientType: clientType && text.clientTypeMissing,
  };
}
