import type { JSX } from 'hono/jsx/jsx-runtime';

import { Card } from '../components/card.tsx';
import { messages } from '../messages/messages.ts';
import type { PlaygroundPageProps, SentStep } from './playground-view.ts';
import { StepForm } from './step-form.tsx';

/** What can be done from here: the step that comes next, and the others folded up. */
export function NextSteps(props: PlaygroundPageProps): JSX.Element | null {
  const { frame } = props;
  const text = messages(frame.language).playground;
  const offered = offeredSteps(props);
  const next = nextStep(props, offered);
  const others = offered.filter((step) => step !== next);
  return (
    <>
      {next === undefined ? null : (
        <Card title={text.nextStep(text.steps[next])} id="next" summary={text.about[next]}>
          <StepForm {...props} step={next} isNext />
        </Card>
      )}
      {others.length === 0 ? null : (
        <Card title={text.otherSteps} id="other-steps">
          {others.map((step) => (
            <details class="disclosure">
              <summary>{text.steps[step]}</summary>
              <p class="field-hint">{text.about[step]}</p>
              <StepForm {...props} step={step} isNext={false} />
            </details>
          ))}
        </Card>
      )}
    </>
  );
}

/** Those for which the run knows enough. */
function offeredSteps(props: PlaygroundPageProps): readonly SentStep[] {
  const { run, openAt, present, problem, exchange } = props;
  const hasTokens = run.access_token !== '' || problem?.field === 'access_token';
  if (hasTokens) {
    return ['user-data', ...(run.refresh_token === '' ? [] : AFTER_REFRESH), 'revoke'];
  }
  const cameEmpty = exchange?.step === 'redirect' && run.code === '';
  if (cameEmpty) return [];
  // Somebody whose redirect URI is their own brings the code along.
  return openAt !== null || present !== 'authorize' ? ['token'] : [];
}

const AFTER_REFRESH = ['refresh', 'replay'] as const;

const AFTER: Readonly<Record<PlaygroundPageProps['present'], SentStep>> = {
  authorize: 'token',
  redirect: 'token',
  token: 'user-data',
  'user-data': 'refresh',
  refresh: 'replay',
  replay: 'user-data',
  revoke: 'user-data',
};

/** The one that comes next; none while the browser has to go away first. */
function nextStep(
  { present, openAt, problem }: PlaygroundPageProps,
  offered: readonly SentStep[],
): SentStep | undefined {
  if (openAt !== null) return undefined;
  const wanted = problem?.step ?? AFTER[present];
  return offered.find((step) => step === wanted) ?? offered[0];
}
