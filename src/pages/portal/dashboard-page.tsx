import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import { AppLogo } from '../components/avatar.tsx';
import { StatusBadge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { AppNavigation } from '../insight/app-navigation.tsx';
import { Layout } from '../layout.tsx';
import { LOCALES } from '../messages/language.ts';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { ConversationCard } from './conversation-card.tsx';
import type { Credentials, NewSecretView } from './credentials-view.ts';
import { CredentialsCard } from './dashboard-credentials.tsx';
import { DataPointsCard } from './dashboard-data-points.tsx';
import { dashboardErrors, dashboardProblems, type DashboardForms } from './dashboard-forms.ts';
import { DetailsCard, EndingCard, LogoCard, RedirectUrisCard } from './dashboard-settings.tsx';
import { AttestationCard, ChangeCard, StatusCard } from './dashboard-status.tsx';
import { TeamCard } from './dashboard-team.tsx';
import { HistoryTimeline } from './history-timeline.tsx';
import { NewSecretsCard } from './new-secrets-card.tsx';
import type { UriAdvice } from './redirect-uris-field.tsx';
import { OwnershipBanner } from './team-succession.tsx';
import type { TeamView } from './team-view.ts';

export interface DashboardPageProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
  /** Origin of the institution's endpoints. */
  readonly issuer: string;
  /** Its team, as the member sees it who looks. */
  readonly team: TeamView;
  readonly forms: DashboardForms;
  readonly credentials: Credentials;
  /** What is worth knowing about its redirect URIs. */
  readonly uriAdvice: readonly UriAdvice[];
  /** The client secrets just made; shown this once. */
  readonly newSecrets: readonly NewSecretView[];
  /** This page answers the registration. */
  readonly justRegistered: boolean;
}

type Part = keyof Messages['portal']['parts'];

/** The cards of the page with their ids, in order. */
function parts(
  { pending, attestationAsked }: AppView,
  { may }: TeamView,
): readonly (readonly [string, Part])[] {
  return [
    ['status', 'status'],
    ...(attestationAsked === null ? [] : ([['attestation', 'attestation']] as const)),
    ...(pending === null ? [] : ([['change', 'change']] as const)),
    ['conversation', 'conversation'],
    ['credentials', 'credentials'],
    ['details', 'details'],
    ['redirect-uris', 'redirectUris'],
    ['data-points', 'dataPoints'],
    ...(may.change ? ([['branding', 'branding']] as const) : []),
    ['team', 'team'],
    ['history', 'history'],
    ...(may.end ? ([['ending', 'ending']] as const) : []),
  ];
}

/** Everything a team does with its app. Posts below `/developer/<number>/`; each card says where. */
export function DashboardPage(props: DashboardPageProps): JSX.Element {
  const { frame, app, team, forms } = props;
  const { portal: text, lifecycle } = messages(frame.language);
  return (
    <Layout
      frame={frame}
      title={app.name}
      width="wide"
      modules={['copy-button.js', 'confirm-by-typing.js', 'reveal-password.js', 'word-counter.js']}
    >
      <PageHeading
        back={{ href: '/developer', label: text.yourApps }}
        title={
          <span class="app-title">
            <AppLogo name={app.name} src={app.logo} size="large" />
            <bdi>{app.name}</bdi>
          </span>
        }
        aside={<StatusBadge status={app.status} />}
      />
      <AppNavigation number={app.number} present="app" />
      <OwnershipBanner {...props} />
      {team.may.change ? null : <ReadOnlyNote {...props} />}
      <ErrorSummary title={text.nothingSaved} problems={dashboardProblems(forms, props)} />
      <NewSecretsCard {...props} />
      <div class="dashboard">
        <nav class="dashboard-parts" aria-label={text.onThisPage}>
          <ul class="dashboard-parts-list">
            {parts(app, team).map(([id, part]) => (
              <li>
                <a href={`#${id}`}>{text.parts[part]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="dashboard-cards">
          <StatusCard {...props} />
          <AttestationCard {...props} />
          <ChangeCard {...props} />
          <ConversationCard
            frame={frame}
            summary={lifecycle.conversationSummary}
            conversation={app.conversation}
            action={
              app.status === 'retired' || !team.may.review
                ? null
                : `/developer/${app.number}/messages`
            }
            form={forms.message}
            error={dashboardErrors(forms, props).message}
          />
          <CredentialsCard {...props} />
          <DetailsCard {...props} />
          <RedirectUrisCard {...props} />
          <DataPointsCard {...props} />
          {team.may.change ? <LogoCard {...props} /> : null}
          <TeamCard {...props} />
          <Card title={text.historyTitle} id="history" summary={text.historySummary}>
            <HistoryTimeline frame={frame} categories={props.categories} history={app.history} />
          </Card>
          {team.may.end ? <EndingCard {...props} /> : null}
        </div>
      </div>
    </Layout>
  );
}

/** Why nothing here can be pressed, and who can change that. */
function ReadOnlyNote({ frame, team }: DashboardPageProps): JSX.Element {
  const text = messages(frame.language).team;
  const owners = team.members.filter(({ role, isHere }) => role === 'owner' && isHere);
  const list = new Intl.ListFormat(LOCALES[frame.language], { type: 'disjunction' });
  return (
    <Banner type="information">
      {text.yourRole(<strong>{text.roles[team.role]}</strong>)}{' '}
      {text.readOnly(list.format(owners.map(({ name }) => name)))}
    </Banner>
  );
}
