import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientAttempt } from '../../domain/client-activity.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Environment } from '../../domain/environment.ts';
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
  /** Newest first. */
  readonly attempts: readonly ClientAttempt[];
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
              href: address(app.number, one, failuresOnly),
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
              href: `${address(app.number, environment, failures)}#attempts`,
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
      </Card>
    </Layout>
  );
}

function address(number: ClientNumber, environment: Environment, failuresOnly: boolean): string {
  const query = new URLSearchParams({
    ...(environment === 'sandbox' ? { environment } : {}),
    ...(failuresOnly ? { show: 'failures' } : {}),
  }).toString();
  return `/developer/${number}/activity${query === '' ? '' : `?${query}`}`;
}
