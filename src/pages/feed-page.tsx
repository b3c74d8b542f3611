import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ConnectedApp } from './account/connected-app.ts';
import { AppLogo, Avatar } from './components/avatar.tsx';
import { LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { EmptyState } from './components/empty-state.tsx';
import { Moment } from './components/moment.tsx';
import { Layout } from './layout.tsx';
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
  return (
    <Layout frame={frame} title="Home">
      <div class="greeting">
        <Avatar name={person.name} src={person.picture} size="large" />
        <div>
          <h1>
            Hello, <bdi>{person.name}</bdi>
          </h1>
          {person.username === null ? null : <p class="muted">{person.username}</p>}
        </div>
      </div>
      <Card
        title="Apps with access to your data"
        summary={
          apps.length === 0 ? undefined : 'They read what you allowed, until you end their access.'
        }
        aside={apps.length === 0 ? undefined : <LinkButton href="/account">Manage</LinkButton>}
      >
        {apps.length === 0 ? (
          <EmptyState title="No app has access">
            When you sign in to an app with this account and allow it, it appears here.
          </EmptyState>
        ) : (
          <ul class="row-list">
            {apps.map((app) => (
              <li class="row">
                <AppLogo name={app.name} src={app.logo} />
                <div class="row-text">
                  <p class="row-title">{app.name}</p>
                  <p class="muted">
                    {whatItReads(app)} ·{' '}
                    {app.lastReadAt === null ? (
                      'never read'
                    ) : (
                      <>
                        last read <Moment at={app.lastReadAt} frame={frame} />
                      </>
                    )}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <nav class="card-grid" aria-label="Places">
        <PlaceCard href="/account" title="Your account">
          Apps with access, browsers you are signed in with, and your password.
        </PlaceCard>
        <PlaceCard href="/developer" title="Developer">
          Register an app and let people sign in to it.
        </PlaceCard>
        {frame.person?.isMaintainer === true ? (
          <PlaceCard href="/review" title="Review">
            Decide which apps may ask people for their data.
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

function whatItReads(app: ConnectedApp): string {
  if (app.status === 'suspended') return 'suspended, reads nothing at the moment';
  const count = app.readable.reduce((sum, category) => sum + category.claims.length, 0);
  if (count === 0) return 'username only';
  return count === 1 ? '1 data point' : `${count} data points`;
}
