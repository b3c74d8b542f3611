import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientNumber } from '../../domain/client.ts';
import { Badge } from '../components/badge.tsx';
import { LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CodeField } from '../insight/code-field.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { Exchange, Step } from './playground-view.ts';

interface ExchangeCardProps {
  readonly frame: PageFrame;
  readonly app: { readonly number: ClientNumber };
  readonly exchange: Exchange;
  readonly openAt: string | null;
}

/** Where samples take the secret from. */
const SECRET_VARIABLE = 'CLIENT_SECRET';

/** Where it is written, in every language. */
const SPECIFICATIONS: Readonly<Record<Step, { readonly name: string; readonly href: string }>> = {
  authorize: rfc(6749, '4.1.1'),
  redirect: rfc(6749, '4.1.2'),
  token: rfc(6749, '4.1.3'),
  'user-data': rfc(6750, '2.1'),
  refresh: rfc(6749, '6'),
  replay: rfc(9700, '4.14.2'),
  revoke: rfc(7009, '2'),
};

function rfc(number: number, section: string): { readonly name: string; readonly href: string } {
  return {
    name: `RFC ${number} §${section}`,
    href: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
  };
}

/** One step as it went over the wire: both ends, what it means, where it is written, and the same as code. */
export function ExchangeCard({ frame, app, exchange, openAt }: ExchangeCardProps): JSX.Element {
  const { step, request, response } = exchange;
  const text = messages(frame.language).playground;
  const specification = SPECIFICATIONS[step];
  const answer =
    response === null ? null : <Wire label={text.response} value={response} name="response" />;
  const asked = <Wire label={text.request} value={request} name="request" />;
  return (
    <Card
      title={text.steps[step]}
      id="exchange"
      summary={text.about[step]}
      aside={<a href={specification.href}>{specification.name}</a>}
    >
      <Meaning frame={frame} app={app} exchange={exchange} />
      {openAt === null ? null : (
        <div>
          <LinkButton href={openAt} variant="primary">
            {text.authorize.open}
          </LinkButton>
        </div>
      )}
      <div class="playground-wire">{step === 'redirect' ? [answer, asked] : [asked, answer]}</div>
      <Samples frame={frame} samples={exchange.samples} />
    </Card>
  );
}

function Wire(props: {
  readonly label: string;
  readonly value: string;
  readonly name: 'request' | 'response';
}): JSX.Element {
  const titleId = `wire-${props.name}`;
  return (
    <div class="playground-message">
      <h3 class="field-label" id={titleId}>
        {props.label}
      </h3>
      <pre class="playground-text" aria-labelledby={titleId}>
        <code>{props.value}</code>
      </pre>
    </div>
  );
}

function Meaning({
  frame,
  app,
  exchange,
}: Pick<ExchangeCardProps, 'frame' | 'app' | 'exchange'>): JSX.Element {
  const { playground: text, failureReasons } = messages(frame.language);
  const { meaning, reason, state } = exchange;
  const failure = reason === null ? null : failureReasons[reason];
  const activity = `/developer/${app.number}/activity?environment=sandbox`;
  return (
    <div class="playground-meaning">
      <p>
        <Badge tone={meaning === 'failed' || meaning === 'error' ? 'problem' : 'success'}>
          {text.outcome[meaning]}
        </Badge>{' '}
        {text.meaning[meaning]}
      </p>
      {state === undefined ? null : <p>{text.state[state]}</p>}
      {failure === null ? null : (
        <p>
          <strong>{failure.what}</strong> {failure.change}
        </p>
      )}
      {meaning === 'failed' || meaning === 'nothing' || meaning === 'replay' ? (
        <p>
          <a href={activity}>{text.whyFailed}</a>
        </p>
      ) : null}
    </div>
  );
}

function Samples({
  frame,
  samples,
}: {
  readonly frame: PageFrame;
  readonly samples: Exchange['samples'];
}): JSX.Element | null {
  const text = messages(frame.language).playground;
  if (samples.length === 0) return null;
  return (
    <section class="playground-samples" aria-labelledby="samples-title">
      <h3 class="field-label" id="samples-title">
        {text.asCode}
      </h3>
      {samples.some(({ code }) => code.includes(SECRET_VARIABLE)) ? (
        <p class="field-hint">{text.secretFrom(<code class="verbatim">{SECRET_VARIABLE}</code>)}</p>
      ) : null}
      {samples.map(({ language, code }, index) => (
        // Those of one name close each other: a choice that needs no script.
        <details class="disclosure" name="sample" open={index === 0}>
          <summary>{language}</summary>
          <CodeField label={text.codeIn(language)} code={code} />
        </details>
      ))}
    </section>
  );
}
