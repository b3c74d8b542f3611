import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import { AppLogo, Avatar } from '../components/avatar.tsx';
import { StatusBadge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Moment } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Layout } from '../layout.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from '../portal/app-view.ts';
import { HistoryTimeline } from '../portal/history-timeline.tsx';
import {
  DecisionCard,
  decisionProblems,
  type DecisionType,
  type DecisionValues,
  type VerdictProblem,
} from './decision-card.tsx';
import { RequestedData, type ClaimChange } from './requested-data.tsx';

export interface ReviewPageProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
  /** How what is asked for differs from what was approved before; null: nothing was approved before. */
  readonly change: ClaimChange | null;
  /** What this reviewer may decide; empty for an app of their own. */
  readonly possible: readonly DecisionType[];
  /** The reviewer is in the app's team. */
  readonly isOwnApp: boolean;
  readonly values: DecisionValues;
  readonly problem: VerdictProblem | 'changed-meanwhile' | null;
}

/** Everything to know before a decision, and the decision. */
export function ReviewPage(props: ReviewPageProps): JSX.Element {
  const { frame, app } = props;
  return (
    <Layout frame={frame} title={`Review ${app.name}`} width="wide">
      <PageHeading
        back={{ href: '/review', label: 'Review' }}
        title={
          <span class="app-title">
            <AppLogo name={app.name} src={app.logo} size="large" />
            <bdi>{app.name}</bdi>
          </span>
        }
        aside={<StatusBadge status={app.status} />}
      />
      <ErrorSummary title="Nothing was decided" problems={decisionProblems(props.problem)} />
      <div class="review">
        <div class="review-facts">
          <RequestedData {...props} />
          <Card title="In the developer’s words" id="description">
            <p class="verbatim prose">{app.description}</p>
          </Card>
          <Facts frame={frame} app={app} />
          <Card title="Team" id="team" summary="People see these names when they sign in.">
            <ul class="row-list">
              {app.team.map((member) => (
                <li class="row">
                  <Avatar name={member.name} src={null} />
                  <div class="row-text">
                    <p class="row-title">
                      <bdi>{member.name}</bdi>
                    </p>
                    <p class="muted">
                      {[
                        member.username,
                        member.accountId === app.createdBy ? 'registered the app' : null,
                      ]
                        .filter((part) => part !== null)
                        .join(' · ')}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          </Card>
          <Card title="History" id="history">
            <HistoryTimeline frame={frame} history={app.history} />
          </Card>
        </div>
        <div class="review-decision">
          <DecisionCard {...props} />
        </div>
      </div>
    </Layout>
  );
}

function Facts({ frame, app }: { readonly frame: PageFrame; readonly app: AppView }): JSX.Element {
  return (
    <Card title="How it connects" id="connection">
      <DefinitionList
        items={[
          {
            term: 'Sends people to',
            description: (
              <ul class="claim-list">
                {[...new Set(app.redirectUris.map(destination))].map((host) => (
                  <li>
                    <strong class="verbatim">{host}</strong>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: 'Redirect URIs',
            description: (
              <ul class="claim-list">
                {app.redirectUris.map((uri) => (
                  <li>
                    <code class="verbatim">{uri}</code>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: 'Runs',
            description:
              app.clientType === 'public'
                ? 'On people’s own devices (public), without a client secret'
                : 'On a server (confidential)',
          },
          {
            term: 'Registered',
            description: <Moment at={app.createdAt} frame={frame} style="exact" />,
          },
          { term: 'Client ID', description: <code class="verbatim">{app.clientId}</code> },
        ]}
      />
    </Card>
  );
}

/** Where a redirect URI leads, in a word: its host, or the scheme of an app on the device. */
function destination(uri: string): string {
  const url = URL.parse(uri);
  if (url === null) return uri;
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb) return `${url.protocol} (an app on the device)`;
  return url.protocol === 'http:' ? `${url.host} (without TLS)` : url.host;
}
