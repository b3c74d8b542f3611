import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ConnectedApp } from './account/connected-app.ts';
import { AppLogo, Avatar } from './components/avatar.tsx';
import { LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { EmptyState } from './components/empty-state.tsx';
import { Moment } from './components/moment.tsx';
import { Layout } from './layout.tsx';
import { messages, type Messages } from './messages/messages.ts';
import type { PageFrame } from './page-frame.ts';

export interface FeedPageProps {
  readonly frame: PageFrame;
  readonly person: {
    readonly name: string;
    readonly username: string | null;
    /** URL of the picture. */
    readonly picture: string | null;
  };
  /** Apps with access, by latest connection. */
  readonly apps: readonly ConnectedApp[];
}

/** Where a signed-in person arrives. */
export function FeedPage({ frame, person, apps }: FeedPageProps): JSX.Element {
  const text = messages(frame.language).feed;
  return (
    <Layout frame={frame} title={text.title}>
      <div class="greeting">
        <Avatar name={person.name} src={person.picture} size="large" />
        <div>
          <h1>{text.hello(<bdi>{person.name}</bdi>)}</h1>
          {person.username === null ? null : <p class="muted">{person.username}</p>}
        </div>
      </div>
      <Card
        title={text.appsTitle}
        summary={apps.length === 0 ? undefined : text.appsSummary}
        aside={
          apps.length === 0 ? undefined : <LinkButton href="/account">{text.manage}</LinkButton>
        }
      >
        {apps.length === 0 ? (
          <EmptyState title={text.noAppTitle}>{text.noApp}</EmptyState>
        ) : (
          <ul class="row-list">
            {apps.map((app) => (
              <li class="row">
                <AppLogo name={app.name} src={app.logo} />
                <div class="row-text">
                  <p class="row-title">{app.name}</p>
                  <p class="muted">
                    {whatItReads(app, text)} ·{' '}
                    {app.lastReadAt === null
                      ? text.neverRead
                      : text.lastRead(<Moment at={app.lastReadAt} frame={frame} />)}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <nav class="card-grid" aria-label={text.places}>
        <PlaceCard href="/account" title={text.accountTitle}>
          {text.account}
        </PlaceCard>
        <PlaceCard href="/developer" title={text.developerTitle}>
          {text.developer}
        </PlaceCard>
        {frame.person?.isMaintainer === true ? (
          <PlaceCard href="/review" title={text.reviewTitle}>
            {text.review}
          </PlaceCard>
        ) : null}
      </nav>
    </Layout>
  );
}

function PlaceCard(props: {
  readonly href: string;
  readonly title: string;
  readonly children: string;
}): JSX.Element {
  return (
    <a class="card place-card" href={props.href}>
      <span class="place-card-title">{props.title}</span>
      <span class="muted">{props.children}</span>
    </a>
  );
}

function whatItReads(app: ConnectedApp, text: Messages['feed']): string {
  if (app.status === 'suspended') return text.suspended;
  const count = app.readable.reduce((sum, category) => sum + category.claims.length, 0);
  return count === 0 ? text.usernameOnly : text.dataPoints(count);
}
