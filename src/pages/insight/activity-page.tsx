import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientAttempt } from '../../domain/client-activity.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Environment } from '../../domain/environment.ts';
import { LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Layout } from '../layout.tsx';
import { messages } from '../messages/messages.ts';
import { AppNavigation } from './app-navigation.tsx';
import { AttemptList } from './attempt-list.tsx';
import { ChoiceLinks } from './choice-links.tsx';
import { UsageCard, type UsageCardProps } from './usage-card.tsx';

export interface ActivityPageProps extends UsageCardProps {
  readonly app: { readonly number: ClientNumber; readonly name: string };
  readonly environment: Environment;
  readonly failuresOnly: boolean;
  /** Newest first; a page of them. */
  readonly attempts: readonly ClientAttempt[];
  /** How many are newer than these. */
  readonly newer: number;
  /** How many to skip for those after these; null: these are the last. */
  readonly next: number | null;
}

/** Why requests of an app failed, and how much it is used. */
export function ActivityPage(props: ActivityPageProps): JSX.Element {
  const { frame, app, environment, failuresOnly } = props;
  const text = messages(frame.language).insight;
  return (
    <Layout frame={frame} title={`${text.activityTitle}: ${app.name}`} width="wide">
      <PageHeading
        back={{ href: `/developer/${app.number}`, label: app.name }}
        title={text.activityTitle}
        lead={text.activityLead(app.name)}
        aside={
          <ChoiceLinks
            label={text.environments}
            choices={(['live', 'sandbox'] as const).map((one) => ({
              href: address({ number: app.number, environment: one, failuresOnly }),
              label: text.environment[one],
              isPresent: one === environment,
            }))}
          />
        }
      />
      <AppNavigation number={app.number} present="activity" />
      <UsageCard {...props} />
      <Card
        title={text.attemptsTitle}
        id="attempts"
        summary={text.attemptsSummary}
        aside={
          <ChoiceLinks
            label={text.show}
            choices={[false, true].map((failures) => ({
              href: `${address({ number: app.number, environment, failuresOnly: failures })}#attempts`,
              label: failures ? text.showFailures : text.showAll,
              isPresent: failures === failuresOnly,
            }))}
          />
        }
      >
        {props.attempts.length === 0 ? (
          <EmptyState title={failuresOnly ? text.noFailures : text.noAttempts}>
            {failuresOnly ? text.noFailuresHere : text.noAttemptsYet}
          </EmptyState>
        ) : (
          <AttemptList frame={frame} attempts={props.attempts} />
        )}
        <MoreAttempts {...props} />
      </Card>
    </Layout>
  );
}

function MoreAttempts(props: ActivityPageProps): JSX.Element | null {
  const { frame, app, environment, failuresOnly, newer, next } = props;
  const text = messages(frame.language).insight;
  if (newer === 0 && next === null) return null;
  const at = (skip: number): string =>
    `${address({ number: app.number, environment, failuresOnly, skip })}#attempts`;
  return (
    <div class="button-group">
      {newer === 0 ? null : <LinkButton href={at(0)}>{text.newest}</LinkButton>}
      {next === null ? null : <LinkButton href={at(next)}>{text.older}</LinkButton>}
    </div>
  );
}

function address({
  number,
  environment,
  failuresOnly,
  skip = 0,
}: {
  readonly number: ClientNumber;
  readonly environment: Environment;
  readonly failuresOnly: boolean;
  readonly skip?: number;
}): string {
  const query = new URLSearchParams({
    ...(environment === 'sandbox' ? { environment } : {}),
    ...(failuresOnly ? { show: 'failures' } : {}),
    ...(skip === 0 ? {} : { skip: String(skip) }),
  }).toString();
  return `/developer/${number}/activity${query === '' ? '' : `?${query}`}`;
}
