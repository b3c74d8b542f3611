import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { waitingTime } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { TextField } from '../components/text-field.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { fieldProblems } from './field-problems.ts';

export interface SecretLeakPageProps {
  readonly frame: PageFrame;
  /** As sent. */
  readonly token: string;
  readonly url: string;
  readonly problem:
    { readonly code: 'missing' } | { readonly code: 'throttled'; readonly retryAt: Instant } | null;
}

/** For whoever found a client secret in the open. Posts to `report` (`token`, `url`); needs no sign-in. */
export function SecretLeakPage(props: SecretLeakPageProps): JSX.Element {
  const { frame, problem } = props;
  const text = messages(frame.language).secretLeaks;
  const error = errorText(props);
  return (
    <Layout frame={frame} title={text.title} width="narrow">
      <PageHeading title={text.title} />
      <ErrorSummary title={text.notSent} problems={fieldProblems(fieldId('token'), error)} />
      <div class="card">
        <p>{text.lead(frame.institution)}</p>
        <PostForm
          action="/developer/secret-leaks/report"
          csrfToken={frame.csrfToken}
          checkedByServer
        >
          <TextField
            name="token"
            label={text.secret}
            hint={text.secretHint(<code>omniportsecret</code>, <code>omniportsandbox</code>)}
            value={problem === null ? '' : props.token}
            error={error}
            maxlength={1000}
            autocomplete="off"
            verbatim
          />
          <TextField
            name="url"
            type="url"
            label={text.where}
            hint={text.whereHint}
            value={props.url}
            maxlength={500}
            autocomplete="off"
            verbatim
          />
          <div>
            <Button variant="primary">{text.send}</Button>
          </div>
        </PostForm>
        <p class="muted">{text.whatHappens}</p>
        <p class="muted">
          {text.forScanners(<code class="verbatim">POST /developer/secret-leaks</code>)}
        </p>
        <pre class="verbatim">{SCANNER_EXAMPLE}</pre>
      </div>
    </Layout>
  );
}

/** What a scanner sends; the same in every language. */
const SCANNER_EXAMPLE = '[{"type": "omniport_client_secret", "token": "…", "url": "https://…"}]';

function errorText({ frame, problem }: SecretLeakPageProps): string | undefined {
  const text = messages(frame.language).secretLeaks;
  switch (problem?.code) {
    case undefined:
      return undefined;
    case 'missing':
      return text.secretMissing;
    case 'throttled':
      return text.tooManyReports(waitingTime(problem.retryAt, frame));
  }
}
