import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import { AppLogo } from '../components/avatar.tsx';
import { StatusBadge } from '../components/badge.tsx';
import { LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Moment } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Layout } from '../layout.tsx';
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
  const register = (
    <LinkButton href="/developer/add" variant="primary">
      Register an app
    </LinkButton>
  );
  return (
    <Layout frame={frame} title="Your apps">
      <PageHeading
        title="Your apps"
        lead={`Let people sign in to your app with their ${frame.institution} account, and read what they allow.`}
        aside={apps.length === 0 ? undefined : register}
      />
      {apps.length === 0 ? (
        <Welcome register={register} />
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
  return (
    <li class="row row-link">
      <AppLogo name={app.name} src={app.logo} />
      <div class="row-text">
        <p class="row-title">
          <a class="row-target" href={`/developer/${app.number}`}>
            <bdi>{app.name}</bdi>
          </a>
          <StatusBadge status={app.status} />
        </p>
        <p class="muted">
          {app.claimCount === 1 ? '1 data point' : `${app.claimCount} data points`} · registered{' '}
          <Moment at={app.createdAt} frame={frame} />
        </p>
      </div>
    </li>
  );
}

const STEPS = [
  {
    title: 'Register',
    text: 'Describe your app, say where people return to, and choose the few data points it needs.',
  },
  {
    title: 'Get approved',
    text: 'A maintainer reads it and decides. You get a mail, and follow the status on your dashboard.',
  },
  {
    title: 'Let people sign in',
    text: 'Send them to us. They see what your app would read, and you get it if they allow it.',
  },
] as const;

function Welcome({ register }: { readonly register: JSX.Element }): JSX.Element {
  return (
    <>
      <EmptyState title="You have no apps yet" action={register}>
        Register the first one. It takes about ten minutes, most of them for the description.
      </EmptyState>
      <Card title="How it works">
        <ol class="steps">
          {STEPS.map((step) => (
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
