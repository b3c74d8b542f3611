import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientStatus } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import { AppLogo } from '../components/avatar.tsx';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Moment } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Layout } from '../layout.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { AppSummary } from '../portal/app-view.ts';

export interface QueuedApp extends AppSummary {
  readonly createdByName: string;
  /** When it came into its present status. */
  readonly statusSince: Instant;
  readonly claimCount: number;
  /** Asks for other data points than those approved before. */
  readonly isChange: boolean;
}

export interface QueuePageProps {
  readonly frame: PageFrame;
  readonly shown: ClientStatus;
  readonly counts: Readonly<Record<ClientStatus, number>>;
  readonly apps: readonly QueuedApp[];
}

const FILTERS: readonly { readonly status: ClientStatus; readonly label: string }[] = [
  { status: 'in-review', label: 'Waiting' },
  { status: 'approved', label: 'Approved' },
  { status: 'rejected', label: 'Not approved' },
  { status: 'suspended', label: 'Suspended' },
];

/** What a maintainer has to decide, longest waiting first; and what was decided. */
export function QueuePage({ frame, shown, counts, apps }: QueuePageProps): JSX.Element {
  return (
    <Layout frame={frame} title="Review">
      <PageHeading
        title="Review"
        lead="Apps may ask people for their data only after a maintainer approved them."
      />
      <nav aria-label="Apps by status">
        <ul class="filters">
          {FILTERS.map(({ status, label }) => (
            <li>
              <a
                class="filter"
                href={status === 'in-review' ? '/review' : `/review?status=${status}`}
                aria-current={status === shown ? 'page' : undefined}
              >
                {label} <span class="filter-count">{counts[status]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {apps.length === 0 ? (
        <EmptyState title={EMPTY[shown].title}>{EMPTY[shown].text}</EmptyState>
      ) : (
        <Card>
          <ul class="row-list">
            {apps.map((app) => (
              <QueueRow frame={frame} app={app} />
            ))}
          </ul>
        </Card>
      )}
    </Layout>
  );
}

const EMPTY: Readonly<Record<ClientStatus, { readonly title: string; readonly text: string }>> = {
  'in-review': { title: 'Nothing waits', text: 'Every app is decided. New ones appear here.' },
  approved: { title: 'No app is approved yet', text: 'Approved apps appear here.' },
  rejected: { title: 'No app was turned down', text: 'Apps that were not approved appear here.' },
  suspended: { title: 'No app is suspended', text: 'Apps that were stopped appear here.' },
};

const DAY = 86_400_000;
/** In days; longer is too long for somebody who waits. */
const PATIENCE = 7;

function QueueRow({
  frame,
  app,
}: {
  readonly frame: PageFrame;
  readonly app: QueuedApp;
}): JSX.Element {
  const isOverdue = app.status === 'in-review' && frame.now - app.statusSince >= PATIENCE * DAY;
  return (
    <li class="row row-link">
      <AppLogo name={app.name} src={app.logo} />
      <div class="row-text">
        <p class="row-title">
          <a class="row-target" href={`/review/${app.number}`}>
            <bdi>{app.name}</bdi>
          </a>
          {app.status === 'in-review' && app.isChange ? <Badge tone="accent">Change</Badge> : null}
          {isOverdue ? <Badge tone="problem">Over a week</Badge> : null}
        </p>
        <p class="muted">
          <bdi>{app.createdByName}</bdi> ·{' '}
          {app.claimCount === 1 ? '1 data point' : `${app.claimCount} data points`}
        </p>
        <p class="muted">
          {SINCE[app.status]} <Moment at={app.statusSince} frame={frame} />
        </p>
      </div>
    </li>
  );
}

const SINCE: Readonly<Record<ClientStatus, string>> = {
  'in-review': 'Sent to review',
  approved: 'Approved',
  rejected: 'Turned down',
  suspended: 'Suspended',
};
