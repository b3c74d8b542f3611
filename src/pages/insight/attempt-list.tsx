import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientAttempt } from '../../domain/client-activity.ts';
import { Badge } from '../components/badge.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { Moment } from '../components/moment.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

export interface AttemptListProps {
  readonly frame: PageFrame;
  readonly attempts: readonly ClientAttempt[];
}

/** Requests of an app, each with what became of it, and of a failure what to change. */
export function AttemptList({ frame, attempts }: AttemptListProps): JSX.Element {
  return (
    <ol class="attempts">
      {attempts.map((attempt) => (
        <li class="attempt">
          <Attempt frame={frame} attempt={attempt} />
        </li>
      ))}
    </ol>
  );
}

function Attempt({
  frame,
  attempt,
}: {
  readonly frame: PageFrame;
  readonly attempt: ClientAttempt;
}): JSX.Element {
  const { insight: text, failureReasons } = messages(frame.language);
  const { reason, endpoint } = attempt;
  const failure = reason === null ? null : failureReasons[reason];
  return (
    <>
      <p class="attempt-head">
        <Badge tone={tone(attempt)}>{failure === null ? text.ok : text.failed}</Badge>
        <span>{text.endpoints[endpoint]}</span>
        <span class="muted">
          <Moment at={attempt.at} frame={frame} style="exact" />
        </span>
      </p>
      <p class="attempt-what">{failure === null ? text.succeeded[endpoint] : failure.what}</p>
      {failure === null ? null : (
        <p>
          <strong>{text.toChange}:</strong> {failure.change}
        </p>
      )}
      <DefinitionList
        items={[
          { term: text.sent, description: <Sent attempt={attempt} frame={frame} /> },
          {
            term: text.requestId,
            description: <code class="verbatim">{attempt.requestId}</code>,
          },
          { term: text.network, description: <code class="verbatim">{attempt.network}</code> },
        ]}
      />
    </>
  );
}

/** Somebody who says no is no mistake of the app's. */
function tone({ reason }: ClientAttempt): 'success' | 'neutral' | 'problem' {
  if (reason === null) return 'success';
  return reason === 'consent-denied' ? 'neutral' : 'problem';
}

function Sent({
  attempt: { parameters },
  frame,
}: {
  readonly attempt: ClientAttempt;
  readonly frame: PageFrame;
}): JSX.Element {
  const text = messages(frame.language).insight;
  if (parameters.length === 0) return <span class="muted">{text.nothingSent}</span>;
  return (
    <ul class="sent-parameters">
      {parameters.map(({ name, value }) => (
        <li>
          <code class="verbatim">{name}</code>{' '}
          {value === null || value === '' ? (
            <span class="muted">{value === null ? text.notKept : text.empty}</span>
          ) : (
            <code class="verbatim">{value}</code>
          )}
        </li>
      ))}
    </ul>
  );
}
