import type { JSX } from 'hono/jsx/jsx-runtime';

import { AppLogo } from '../components/avatar.tsx';
import { StatusBadge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Moment } from '../components/moment.tsx';
import { PostForm } from '../components/post-form.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { ConnectedApp } from './connected-app.ts';

export interface ConnectedAppsProps {
  readonly frame: PageFrame;
  readonly apps: readonly ConnectedApp[];
}

/** The apps that have access, what each can read and when it last did, and the button that ends it. */
export function ConnectedApps({ frame, apps }: ConnectedAppsProps): JSX.Element {
  const text = messages(frame.language).account;
  return (
    <Card title={text.appsTitle} id="apps" summary={text.appsSummary}>
      {apps.length === 0 ? (
        <EmptyState title={text.noAppTitle}>{text.noApp}</EmptyState>
      ) : (
        <ul class="row-list">
          {apps.map((app) => (
            <li class="row">
              <AppLogo name={app.name} src={app.logo} />
              <div class="row-text">
                <h3 class="row-title">{app.name}</h3>
                <Activity frame={frame} app={app} />
                <Readable app={app} text={text} />
              </div>
              <PostForm
                action={`/account/apps/${app.number}/end`}
                csrfToken={frame.csrfToken}
                layout="inline"
              >
                <Button variant="danger" context={text.endAccessOf(app.name)}>
                  {text.endAccess}
                </Button>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
      {apps.length < 2 ? null : (
        <details class="end-all">
          <summary>{text.endAll}</summary>
          <PostForm action="/account/apps/end-all" csrfToken={frame.csrfToken}>
            <p>{text.endAllMeaning}</p>
            <div>
              <Button variant="danger">{text.endAllNow}</Button>
            </div>
          </PostForm>
        </details>
      )}
    </Card>
  );
}

function Activity(props: { readonly frame: PageFrame; readonly app: ConnectedApp }): JSX.Element {
  const { frame, app } = props;
  const text = messages(frame.language).account;
  return (
    <p class="muted">
      {app.lastReadAt === null
        ? text.neverRead
        : text.lastRead(<Moment at={app.lastReadAt} frame={frame} />)}{' '}
      · {text.allowed(<Moment at={app.connectedAt} frame={frame} />)}
    </p>
  );
}

function Readable({
  app,
  text,
}: {
  readonly app: ConnectedApp;
  readonly text: Messages['account'];
}): JSX.Element {
  if (app.status === 'suspended') {
    return (
      <p>
        <StatusBadge status={app.status} /> {text.suspended}
      </p>
    );
  }
  if (app.readable.length === 0) return <p>{text.usernameOnly}</p>;
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
