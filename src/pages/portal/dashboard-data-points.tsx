import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PostForm } from '../components/post-form.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from './app-view.ts';
import { ClaimList } from './claim-list.tsx';
import { ClaimsField, FewerIsBetter } from './claims-field.tsx';
import { dashboardClaimsProblemText, type DashboardForms } from './dashboard-forms.ts';

interface DataPointsProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
  readonly forms: DashboardForms;
}

/** What the app asks for. Posts to `data-points` (`claims`, `revision`). */
export function DataPointsCard({ frame, app, categories, forms }: DataPointsProps): JSX.Element {
  const error = dashboardClaimsProblemText(forms.claims.problem);
  return (
    <Card
      title="Data points"
      id="data-points"
      summary="What your app asks each person to share, besides account number and username."
    >
      <ClaimList
        categories={categories}
        codes={app.requestedClaims}
        mark={(code) =>
          app.approvedClaims.length === 0 || app.approvedClaims.includes(code) ? null : (
            <Badge tone="waiting">not approved</Badge>
          )
        }
      />
      <details class="disclosure" open={error !== undefined}>
        <summary>Change the data points</summary>
        <PostForm
          action={`/developer/${app.number}/data-points`}
          csrfToken={frame.csrfToken}
          checkedByServer
        >
          <Consequence app={app} />
          <FewerIsBetter />
          <input type="hidden" name="revision" value={String(app.revision)} />
          <ClaimsField categories={categories} chosen={forms.claims.chosen} error={error} />
          <div>
            <Button>Save the data points</Button>
          </div>
        </PostForm>
      </details>
    </Card>
  );
}

/** What saving means for the approval, said before it happens. */
function Consequence({ app }: { readonly app: AppView }): JSX.Element {
  switch (app.status) {
    case 'approved':
      return (
        <Banner type="information" title="A change sends your app back to review">
          Until it is decided nobody new can sign in. People who gave access before keep it, with
          what was approved then. Going back to the same data points brings the approval back at
          once.
        </Banner>
      );
    case 'rejected':
      return (
        <Banner type="information" title="A change sends your app to review again">
          You need not ask for it separately.
        </Banner>
      );
    case 'suspended':
      return (
        <Banner type="information" title="A change does not lift the suspension">
          A maintainer sees it when they look at your app again.
        </Banner>
      );
    case 'in-review':
      return (
        <p class="muted">
          Your app is in review. The maintainer will decide about what you save here.
        </p>
      );
  }
}
