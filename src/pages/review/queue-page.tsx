import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import type { Instant } from '../../domain/clock.ts';
import { AppLogo } from '../components/avatar.tsx';
import { Badge } from '../components/badge.tsx';
import { Button, ButtonRow } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CsrfField } from '../components/csrf-field.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { Moment } from '../components/moment.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { TextArea } from '../components/text-field.tsx';
import { Layout } from '../layout.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppSummary } from '../portal/app-view.ts';
import { HintList, type Hint } from './hint-list.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';

export interface QueuedApp extends AppSummary {
  readonly createdByName: string;
  /** When it came to where it stands. */
  readonly since: Instant;
  readonly claimCount: number;
  /** A maintainer is asked to decide. */
  readonly awaitsReview: boolean;
  /** Somebody would approve it; a second has to agree. */
  readonly needsSecondVote: boolean;
  readonly awaitsAnswer: boolean;
  readonly hints: readonly Hint[];
  /** What it is decided on, for bulk actions: `7:3:in-review:in-review`. */
  readonly seen: string;
}

type View = keyof Messages['review']['views'];
type Filter = Exclude<keyof Messages['review']['filters'], 'all'>;

export interface QueuePageProps {
  readonly frame: PageFrame;
  readonly categories: readonly ClaimCategory[];
  readonly view: View;
  /** null: all that wait. */
  readonly filter: Filter | null;
  readonly counts: Readonly<Record<View, number>>;
  readonly apps: readonly QueuedApp[];
  /** The bulk form as it was sent, and what came of it; null: it was not sent. */
  readonly bulk: BulkAnswer | null;
}

export interface BulkAnswer {
  readonly message: string;
  readonly problem: 'nothing-selected' | 'message-missing' | 'message-too-long' | null;
  readonly decided: number;
  readonly voted: number;
  /** Names of apps that were not decided. */
  readonly left: readonly string[];
}

/** What a maintainer has to decide, longest waiting first; and what was decided. */
export function QueuePage(props: QueuePageProps): JSX.Element {
  const { frame, view, filter, apps } = props;
  const text = messages(frame.language).review;
  const empty = filter === null ? text.empty[view] : text.emptyFilter;
  return (
    <Layout frame={frame} title={text.title} modules={['review-keys.js']}>
      <PageHeading
        title={text.title}
        lead={text.lead}
        aside={<a href="/review/settings">{text.deskSettings}</a>}
      />
      <BulkOutcome {...props} />
      <Views {...props} />
      {view === 'waiting' ? <Filters {...props} /> : null}
      {apps.length === 0 ? (
        <EmptyState title={empty.title}>{empty.text}</EmptyState>
      ) : (
        <form method="post" action="/review/bulk" class="form form-stacked" novalidate>
          <CsrfField token={frame.csrfToken} />
          <Card>
            <ul class="row-list" data-review-queue>
              {apps.map((app) => (
                <QueueRow frame={frame} categories={props.categories} app={app} />
              ))}
            </ul>
          </Card>
          {apps.some(({ awaitsReview }) => awaitsReview) ? <BulkCard {...props} /> : null}
        </form>
      )}
      <KeyboardHelp frame={frame} place="queue" />
    </Layout>
  );
}

function BulkOutcome({ frame, bulk }: QueuePageProps): JSX.Element {
  const text = messages(frame.language).review;
  if (bulk === null) return <></>;
  if (bulk.problem !== null) {
    const message =
      bulk.problem === 'nothing-selected' ? text.bulkNothing : text.problems[bulk.problem];
    return (
      <ErrorSummary
        title={text.nothingDecided}
        problems={[{ fieldId: fieldId('bulk_message'), message }]}
      />
    );
  }
  const sentences = [
    ...(bulk.decided > 0 ? [text.bulkDone(bulk.decided)] : []),
    ...(bulk.voted > 0 ? [text.bulkVoted(bulk.voted)] : []),
    ...(bulk.left.length > 0 ? [text.bulkLeft(bulk.left.join(', '))] : []),
  ];
  return (
    <Banner type={bulk.left.length > 0 ? 'information' : 'success'} live>
      {sentences.join(' ')}
    </Banner>
  );
}

function Views({ frame, view, counts }: QueuePageProps): JSX.Element {
  const text = messages(frame.language).review;
  return (
    <nav aria-label={text.byStatus}>
      <ul class="filters">
        {(Object.keys(text.views) as View[]).map((one) => (
          <li>
            <a
              class="filter"
              href={one === 'waiting' ? '/review' : `/review?status=${one}`}
              aria-current={one === view ? 'page' : undefined}
            >
              {text.views[one]} <span class="filter-count">{counts[one]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Filters({ frame, filter }: QueuePageProps): JSX.Element {
  const text = messages(frame.language).review;
  const filters = Object.keys(text.filters) as (keyof typeof text.filters)[];
  return (
    <nav aria-label={text.narrowDown}>
      <ul class="filters">
        {filters.map((one) => (
          <li>
            <a
              class="filter filter-small"
              href={one === 'all' ? '/review' : `/review?only=${one}`}
              aria-current={one === (filter ?? 'all') ? 'true' : undefined}
            >
              {text.filters[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const DAY = 86_400_000;
/** In days; longer is too long for somebody who waits. */
const PATIENCE = 7;

function QueueRow(props: {
  readonly frame: PageFrame;
  readonly categories: readonly ClaimCategory[];
  readonly app: QueuedApp;
}): JSX.Element {
  const { frame, app } = props;
  const { review: text, portal } = messages(frame.language);
  const isOverdue = app.awaitsReview && frame.now - app.since >= PATIENCE * DAY;
  const stands = app.awaitsReview ? 'in-review' : app.status;
  return (
    <li class="row row-link" data-review-row>
      {app.awaitsReview ? (
        <input
          class="choice-control row-select"
          type="checkbox"
          name="app"
          value={app.seen}
          aria-label={text.select(app.name)}
        />
      ) : null}
      <AppLogo name={app.name} src={app.logo} />
      <div class="row-text">
        <p class="row-title">
          <a class="row-target" href={`/review/${app.number}`}>
            <bdi>{app.name}</bdi>
          </a>
          {app.awaitsReview && app.pending !== null ? (
            <Badge tone="accent">{text.change}</Badge>
          ) : null}
          {isOverdue ? <Badge tone="problem">{text.overAWeek}</Badge> : null}
          {app.needsSecondVote ? <Badge tone="waiting">{text.secondVote}</Badge> : null}
          {app.awaitsAnswer ? <Badge tone="waiting">{text.messageWaits}</Badge> : null}
        </p>
        <p class="muted">
          {text.by(<bdi>{app.createdByName}</bdi>, portal.dataPoints(app.claimCount))}
        </p>
        <p class="muted">{text.since[stands](<Moment at={app.since} frame={frame} />)}</p>
        <HintList frame={frame} categories={props.categories} hints={app.hints} />
      </div>
    </li>
  );
}

function BulkCard({ frame, bulk }: QueuePageProps): JSX.Element {
  const text = messages(frame.language).review;
  const problem = bulk?.problem ?? null;
  const error =
    problem === null || problem === 'nothing-selected' ? undefined : text.problems[problem];
  return (
    <details class="disclosure" open={problem !== null}>
      <summary>{text.bulkTitle}</summary>
      <div class="form form-stacked">
        <TextArea
          name="bulk_message"
          label={text.bulkMessage}
          hint={text.bulkMessageHint}
          value={bulk?.problem === null ? '' : (bulk?.message ?? '')}
          error={error}
          rows={3}
        />
        <ButtonRow>
          <Button variant="primary" name="decision" value="approved">
            {text.bulkApprove}
          </Button>
          <Button name="decision" value="changes-requested">
            {text.bulkRequestChanges}
          </Button>
        </ButtonRow>
      </div>
    </details>
  );
}
