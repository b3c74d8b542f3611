import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import { Badge } from '../components/badge.tsx';
import { Button, ButtonRow } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PostForm } from '../components/post-form.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { ClaimList } from './claim-list.tsx';
import { ClaimTerms } from './claim-terms.tsx';
import { ClaimsField, FewerIsBetter } from './claims-field.tsx';
import { dashboardErrors, type DashboardForms } from './dashboard-forms.ts';
import type { TeamView } from './team-view.ts';

interface DataPointsProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
  readonly forms: DashboardForms;
  readonly team: Pick<TeamView, 'may'>;
}

/**
 * What the app asks for. Posts to `data-points` (`claims`, `optional`, `reason.<code>`, `revision`, and `as_draft`
 * from the second button).
 */
export function DataPointsCard(props: DataPointsProps): JSX.Element {
  const { frame, app, categories, forms, team } = props;
  const text = messages(frame.language).lifecycle;
  const error = dashboardErrors(forms, props).claims;
  const { requested, approved } = app;
  return (
    <Card title={text.dataPointsTitle} id="data-points" summary={text.dataPointsSummary}>
      <ClaimList
        categories={categories}
        codes={requested.map(({ code }) => code)}
        mark={(code) =>
          approved === null || approved.some((claim) => claim.code === code) ? null : (
            <Badge tone="waiting">{text.notApproved}</Badge>
          )
        }
        note={(code) => <ClaimTerms frame={frame} claims={requested} code={code} />}
      />
      {app.status === 'suspended' || app.status === 'retired' ? (
        <p class="muted">{text.consequence[app.status]}</p>
      ) : null}
      {app.status === 'suspended' || app.status === 'retired' || !team.may.change ? null : (
        <details class="disclosure" open={error !== undefined}>
          <summary>{text.changeDataPoints}</summary>
          <PostForm
            action={`/developer/${app.number}/data-points`}
            csrfToken={frame.csrfToken}
            checkedByServer
          >
            <Banner type="information">{text.consequence[app.status]}</Banner>
            <FewerIsBetter />
            <input type="hidden" name="revision" value={String(app.revision)} />
            <ClaimsField categories={categories} chosen={forms.claims.chosen} error={error} />
            <ButtonRow>
              <Button variant="primary">{text.saveDataPoints}</Button>
              <Button name="as_draft" value="yes">
                {text.saveDraft}
              </Button>
            </ButtonRow>
          </PostForm>
        </details>
      )}
    </Card>
  );
}
