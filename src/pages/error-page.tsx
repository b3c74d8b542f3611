import type { JSX } from 'hono/jsx/jsx-runtime';

import { ButtonRow, LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { DefinitionList } from './components/definition-list.tsx';
import { PageHeading } from './components/page-heading.tsx';
import { Layout } from './layout.tsx';
import { messages } from './messages/messages.ts';
import type { PageFrame } from './page-frame.ts';

export interface ErrorPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  /** What happened, in a sentence or two; nothing of our insides. */
  readonly explanation: string;
  /** For whoever has to put it right: `Redirect URI` – `https://…`. May hold hostile text. */
  readonly details: readonly { readonly label: string; readonly value: string }[];
  /** What the person can do now. */
  readonly advice: string;
}

/** Whatever went wrong, shown on our own page. Also every displayed error of the authorise endpoint. */
export function ErrorPage(props: ErrorPageProps): JSX.Element {
  return (
    <Layout frame={props.frame} title={props.title} width="narrow">
      <Card>
        <PageHeading title={props.title} lead={props.explanation} />
        <p>{props.advice}</p>
        {props.details.length === 0 ? null : (
          <DefinitionList
            items={props.details.map(({ label, value }) => ({
              term: label,
              description: <code class="verbatim">{value}</code>,
            }))}
          />
        )}
        <ButtonRow>
          <LinkButton href="/">{messages(props.frame.language).errors.goHome}</LinkButton>
        </ButtonRow>
      </Card>
    </Layout>
  );
}
