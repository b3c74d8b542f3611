import type { JSX } from 'hono/jsx/jsx-runtime';

import type { AccountId } from '../../domain/account.ts';
import type { ClaimCategory } from '../../domain/claim.ts';
import { AppLogo } from '../components/avatar.tsx';
import { StatusBadge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Layout } from '../layout.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { claimsFieldId } from './claims-field.tsx';
import type { Credentials, NewSecretView } from './credentials-view.ts';
import { CredentialsCard } from './dashboard-credentials.tsx';
import { DataPointsCard } from './dashboard-data-points.tsx';
import { dashboardProblems, type DashboardForms } from './dashboard-forms.ts';
import { DeletionCard, DetailsCard, LogoCard, RedirectUrisCard } from './dashboard-settings.tsx';
import { StatusCard } from './dashboard-status.tsx';
import { TeamCard } from './dashboard-team.tsx';
import { HistoryTimeline } from './history-timeline.tsx';
import { NewSecretsCard } from './new-secrets-card.tsx';

export interface DashboardPageProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
  /** Origin of the institution's endpoints. */
  readonly issuer: string;
  /** Who looks. */
  readonly viewer: AccountId;
  readonly forms: DashboardForms;
  readonly credentials: Credentials;
  /** The client secrets just made; shown this once. */
  readonly newSecrets: readonly NewSecretView[];
  /** This page answers the registration. */
  readonly justRegistered: boolean;
}

const PARTS = [
  ['status', 'Status'],
  ['credentials', 'Credentials'],
  ['details', 'Details'],
  ['redirect-uris', 'Redirect URIs'],
  ['data-points', 'Data points'],
  ['branding', 'Branding'],
  ['team', 'Team'],
  ['history', 'History'],
  ['deletion', 'Delete'],
] as const;

/** Everything a team does with its app. Posts below `/developer/<number>/`; each card says where. */
export function DashboardPage(props: DashboardPageProps): JSX.Element {
  const { frame, app, forms } = props;
  return (
    <Layout
      frame={frame}
      title={app.name}
      width="wide"
      modules={['copy-button.js', 'confirm-by-typing.js', 'reveal-password.js', 'word-counter.js']}
    >
      <PageHeading
        back={{ href: '/developer', label: 'Your apps' }}
        title={
          <span class="app-title">
            <AppLogo name={app.name} src={app.logo} size="large" />
            <bdi>{app.name}</bdi>
          </span>
        }
        aside={<StatusBadge status={app.status} />}
      />
      <ErrorSummary
        title="Nothing was saved"
        problems={dashboardProblems(forms, { frame, claimsId: claimsFieldId(props.categories) })}
      />
      <NewSecretsCard {...props} />
      <div class="dashboard">
        <nav class="dashboard-parts" aria-label="On this page">
          <ul class="dashboard-parts-list">
            {PARTS.map(([id, label]) => (
              <li>
                <a href={`#${id}`}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="dashboard-cards">
          <StatusCard {...props} />
          <CredentialsCard {...props} />
          <DetailsCard {...props} />
          <RedirectUrisCard {...props} />
          <DataPointsCard {...props} />
          <LogoCard {...props} />
          <TeamCard {...props} />
          <Card title="History" id="history" summary="Kept for ever, for your team and reviewers.">
            <HistoryTimeline frame={frame} history={app.history} />
          </Card>
          <DeletionCard {...props} />
        </div>
      </div>
    </Layout>
  );
}
