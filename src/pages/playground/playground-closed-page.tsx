import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientNumber } from '../../domain/client.ts';
import { LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { AppNavigation } from '../insight/app-navigation.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

export interface PlaygroundClosedPageProps {
  readonly frame: PageFrame;
  readonly app: { readonly number: ClientNumber; readonly name: string };
  readonly reason: 'suspended' | 'retired' | 'sandbox-off';
}

/** In place of the playground: why there is none, and what to do. */
export function PlaygroundClosedPage({
  frame,
  app,
  reason,
}: PlaygroundClosedPageProps): JSX.Element {
  const text = messages(frame.language).playground;
  return (
    <Layout frame={frame} title={`${text.title}: ${app.name}`} width="wide">
      <PageHeading
        back={{ href: `/developer/${app.number}`, label: app.name }}
        title={text.title}
      />
      <AppNavigation number={app.number} present="playground" />
      <Card>
        <EmptyState
          title={text.closed[reason].title}
          action={
            reason === 'sandbox-off' ? (
              <LinkButton href={`/developer/${app.number}/integrate`}>{text.toSnippets}</LinkButton>
            ) : (
              <LinkButton href={`/developer/${app.number}`}>{text.toApp}</LinkButton>
            )
          }
        >
          {text.closed[reason].toDo}
        </EmptyState>
      </Card>
    </Layout>
  );
}
