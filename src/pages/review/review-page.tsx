import type { JSX } from 'hono/jsx/jsx-runtime';

import { AppLogo } from '../components/avatar.tsx';
import { StatusBadge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Moment } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Layout } from '../layout.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from '../portal/app-view.ts';
import { ConversationCard } from '../portal/conversation-card.tsx';
import { HistoryTimeline } from '../portal/history-timeline.tsx';
import { DecisionCard, decisionProblems, type DecisionCardProps } from './decision-card.tsx';
import { HintList, type Hint } from './hint-list.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { RequestedData } from './requested-data.tsx';
import {
  type AppointmentForm,
  appointmentProblems,
  type ReviewTeam,
  ReviewTeamCard,
} from './review-team.tsx';
import { RevisionHistory } from './revision-history.tsx';

export interface ReviewPageProps extends DecisionCardProps {
  readonly hints: readonly Hint[];
  readonly message: {
    readonly value: string;
    readonly problem: 'missing' | 'too-long' | null;
  };
  readonly team: ReviewTeam;
  readonly appointment: AppointmentForm;
}

/** Everything to know before a decision, and the decision. */
export function ReviewPage(props: ReviewPageProps): JSX.Element {
  const { frame, app, categories, message } = props;
  const { review: text, lifecycle, portal, portalFields } = messages(frame.language);
  return (
    <Layout
      frame={frame}
      title={text.reviewOf(app.name)}
      width="wide"
      modules={['review-keys.js', 'use-reply.js']}
    >
      <PageHeading
        back={{ href: '/review', label: text.title }}
        title={
          <span class="app-title">
            <AppLogo name={app.name} src={app.logo} size="large" />
            <bdi>{app.name}</bdi>
          </span>
        }
        aside={
          <>
            <StatusBadge status={app.status} />
            {app.pending === null ? null : <StatusBadge status={app.pending} />}
          </>
        }
      />
      <ErrorSummary
        title={text.nothingDecided}
        problems={[...decisionProblems(props), ...appointmentProblems(props)]}
      />
      <HintList frame={frame} categories={categories} hints={props.hints} />
      <div class="review">
        <div class="review-facts">
          <RequestedData {...props} />
          <Card title={text.developersWords} id="description">
            <p class="verbatim prose">{app.description}</p>
          </Card>
          <Facts frame={frame} app={app} />
          <ConversationCard
            frame={frame}
            summary={lifecycle.reviewerSummary}
            conversation={app.conversation}
            action={props.isOwnApp ? null : `/review/${app.number}/messages`}
            form={message}
            error={message.problem === null ? undefined : portalFields.message[message.problem]}
          />
          <ReviewTeamCard {...props} />
          <RevisionHistory {...props} />
          <Card title={portal.historyTitle} id="history">
            <HistoryTimeline frame={frame} categories={categories} history={app.history} />
          </Card>
        </div>
        <div class="review-decision">
          <DecisionCard {...props} />
          <KeyboardHelp frame={frame} place="app" />
        </div>
      </div>
    </Layout>
  );
}

function Facts({ frame, app }: { readonly frame: PageFrame; readonly app: AppView }): JSX.Element {
  const text = messages(frame.language).review;
  const destinations = new Set(app.redirectUris.map((uri) => destination(uri, text)));
  return (
    <Card title={text.connection} id="connection">
      <DefinitionList
        items={[
          {
            term: text.sendsPeopleTo,
            description: (
              <ul class="claim-list">
                {[...destinations].map((host) => (
                  <li>
                    <strong class="verbatim">{host}</strong>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: text.redirectUris,
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
            term: text.runs,
            description: app.clientType === 'public' ? text.runsPublic : text.runsConfidential,
          },
          {
            term: text.registered,
            description: <Moment at={app.createdAt} frame={frame} style="exact" />,
          },
          { term: text.clientId, description: <code class="verbatim">{app.clientId}</code> },
        ]}
      />
    </Card>
  );
}

/** Where a redirect URI leads, in a word: its host, or the scheme of an app on the device. */
function destination(uri: string, text: Messages['review']): string {
  const url = URL.parse(uri);
  if (url === null) return uri;
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb) return text.onTheDevice(url.protocol);
  return url.protocol === 'http:' ? text.withoutTls(url.host) : url.host;
}
