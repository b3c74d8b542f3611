import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import { AppLogo } from '../components/avatar.tsx';
import { Badge, StatusBadge } from '../components/badge.tsx';
import { LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Moment } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppSummary } from './app-view.ts';

export interface ListedApp extends AppSummary {
  readonly createdAt: Instant;
  readonly claimCount: number;
}

/** The apps whose team the person is in, newest first. */
export function AppListPage(props: {
  readonly frame: PageFrame;
  readonly apps: readonly ListedApp[];
}): JSX.Element {
  const { frame, apps } = props;
  const text = messages(frame.language).portal;
  const register = (
    <LinkButton href="/developer/add" variant="primary">
      {text.register}
    </LinkButton>
  );
  return (
    <Layout frame={frame} title={text.yourApps}>
      <PageHeading
        title={text.yourApps}
        lead={text.lead(frame.institution)}
        aside={apps.length === 0 ? undefined : register}
      />
      {apps.length === 0 ? (
        <Welcome frame={frame} register={register} />
      ) : (
        <Card>
          <ul class="row-list">
            {apps.map((app) => (
              <AppRow frame={frame} app={app} />
            ))}
          </ul>
        </Card>
      )}
    </Layout>
  );
}

function AppRow({
  frame,
  app,
}: {
  readonly frame: PageFrame;
  readonly app: ListedApp;
}): JSX.Element {
  const text = messages(frame.language).portal;
  return (
    <li class="row row-link">
      <AppLogo name={app.name} src={app.logo} />
      <div class="row-text">
        <p class="row-title">
          <a class="row-target" href={`/developer/${app.number}`}>
            <bdi>{app.name}</bdi>
          </a>
          <StatusBadge status={app.status} />
          {app.pending === null ? null : (
            <Badge tone="waiting">{text.changePending[app.pending]}</Badge>
          )}
        </p>
        <p class="muted">
          {text.registered(
            text.dataPoints(app.claimCount),
            <Moment at={app.createdAt} frame={frame} />,
          )}
        </p>
      </div>
    </li>
  );
}

function Welcome(props: {
  readonly frame: PageFrame;
  readonly register: JSX.Element;
}): JSX.Element {
  const text = messages(props.frame.language).portal;
  return (
    <>
      <EmptyState title={text.noAppsTitle} action={props.register}>
        {text.noApps}
      </EmptyState>
      <Card title={text.howItWorks}>
        <ol class="steps">
          {text.steps.map((step) => (
            <li class="step">
              <p class="step-title">{step.title}</p>
              <p class="muted">{step.text}</p>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
