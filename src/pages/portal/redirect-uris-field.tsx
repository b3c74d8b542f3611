import type { JSX } from 'hono/jsx/jsx-runtime';

import type { FieldProblem } from '../components/error-summary.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { TextArea } from '../components/text-field.tsx';
import { usePageMessages, type Messages } from '../messages/messages.ts';
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
  const text = usePageMessages().portalFields;
  return (
    <TextArea
      name={NAME}
      id={ID}
      label={text.redirectUris}
      hint={text.redirectUrisHint(<code>https://library.example.edu/callback</code>)}
      value={value}
      error={problem === null ? undefined : redirectUrisProblemTexts(problem, text).join(' ')}
      rows={3}
      spellcheck={false}
    />
  );
}

/** What is allowed and still worth knowing about the addresses of an app. */
export interface UriAdvice {
  readonly uri: string;
  readonly advice: keyof Messages['portalFields']['redirectUriAdvice'];
}

export function RedirectUriAdvice({
  advice,
}: {
  readonly advice: readonly UriAdvice[];
}): JSX.Element {
  const text = usePageMessages().portalFields;
  if (advice.length === 0) return <></>;
  return (
    <Banner type="information" title={text.redirectUriAdviceTitle}>
      <ul class="banner-list">
        {advice.map((one) => (
          <li>{text.redirectUriAdvice[one.advice](<code class="verbatim">{one.uri}</code>)}</li>
        ))}
      </ul>
    </Banner>
  );
}

/** For the error summary: one line for each address. */
export function redirectUrisProblems(
  problem: RedirectUrisProblem | null | undefined,
  text: Messages['portalFields'],
): readonly FieldProblem[] {
  if (problem === null || problem === undefined) return [];
  return redirectUrisProblemTexts(problem, text).map((message) => ({ fieldId: ID, message }));
}
