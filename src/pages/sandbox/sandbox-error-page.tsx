import type { JSX } from 'hono/jsx/jsx-runtime';

import { ButtonRow, LinkButton } from '../components/button.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { SandboxMark } from './sandbox-mark.tsx';

export interface SandboxErrorPageProps {
  readonly frame: PageFrame;
  /** RFC 6749 §4.1.2.1: `unsupported_response_type`. */
  readonly error: string;
  readonly description: string | null;
  /** The registered redirect URI with the error, as live would go there at once. */
  readonly location: string;
  readonly redirectHost: string;
}

/** What is wrong with a request of the sandbox, before the app is told. */
export function SandboxErrorPage(props: SandboxErrorPageProps): JSX.Element {
  const { frame, error, description, location, redirectHost } = props;
  const text = messages(frame.language).sandbox;
  return (
    <Layout frame={frame} title={text.errorTitle} width="narrow" focused>
      <div class="card">
        <SandboxMark />
        <h1 class="consent-title">{text.errorTitle}</h1>
        <p>{text.errorMeaning}</p>
        <DefinitionList
          items={[
            { term: text.errorCode, description: <code class="verbatim">{error}</code> },
            ...(description === null
              ? []
              : [{ term: text.errorDescription, description: <code>{description}</code> }]),
            { term: text.errorLocation, description: <code class="verbatim">{location}</code> },
          ]}
        />
        <ButtonRow>
          <LinkButton href={location} variant="primary">
            {text.goOn(redirectHost)}
          </LinkButton>
        </ButtonRow>
      </div>
    </Layout>
  );
}
