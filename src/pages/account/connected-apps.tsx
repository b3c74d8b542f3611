import type { JSX } from 'hono/jsx/jsx-runtime';

import { AppLogo } from '../components/avatar.tsx';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Moment } from '../components/moment.tsx';
import { PostForm } from '../components/post-form.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { ConnectedApp } from './connected-app.ts';

export interface ConnectedAppsProps {
  readonly frame: PageFrame;
  readonly apps: readonly ConnectedApp[];
}

/** The apps that have access, what each can read and when it last did, and the button that ends it. */
export function ConnectedApps({ frame, apps }: ConnectedAppsProps): JSX.Element {
  return (
    <Card
      title="Apps with access"
      id="apps"
      summary="They can read what is listed, because you allowed it. Ending access takes effect at once."
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
                <h3 class="row-title">{app.name}</h3>
                <Activity frame={frame} app={app} />
                <Readable app={app} />
              </div>
              <PostForm
                action={`/account/apps/${app.number}/end`}
                csrfToken={frame.csrfToken}
                layout="inline"
              >
                <Button variant="danger" context={`of ${app.name}`}>
                  End access
                </Button>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Activity(props: { readonly frame: PageFrame; readonly app: ConnectedApp }): JSX.Element {
  const { frame, app } = props;
  return (
    <p class="muted">
      {app.lastReadAt === null ? (
        'Never read your data'
      ) : (
        <>
          Last read your data <Moment at={app.lastReadAt} frame={frame} />
        </>
      )}{' '}
      · allowed <Moment at={app.connectedAt} frame={frame} />
    </p>
  );
}

function Readable({ app }: { readonly app: ConnectedApp }): JSX.Element {
  if (app.status === 'suspended') {
    return (
      <p>
        <Badge tone="problem">Suspended</Badge> It can read nothing at the moment.
      </p>
    );
  }
  if (app.readable.length === 0) return <p>It can read your username and account number only.</p>;
  return (
    <dl class="readable">
      {app.readable.map((category) => (
        <div class="readable-category">
          <dt>{category.label}</dt>
          <dd>{category.claims.join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}
