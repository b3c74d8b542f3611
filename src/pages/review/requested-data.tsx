import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimCode } from '../../domain/claim.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import type { AppView } from '../portal/app-view.ts';
import { ClaimList } from '../portal/claim-list.tsx';

/** Against what is approved now. */
export interface ClaimChange {
  readonly added: readonly ClaimCode[];
  readonly removed: readonly ClaimCode[];
}

/** The exact data asked for; for a changed request, what is new and what is gone. */
export function RequestedData(props: {
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
  readonly change: ClaimChange | null;
}): JSX.Element {
  const { app, categories, change } = props;
  const isChange = change !== null && change.added.length + change.removed.length > 0;
  return (
    <Card
      title="What it asks for"
      id="data-points"
      summary={summary(app, isChange ? change : null)}
    >
      <ClaimList
        categories={categories}
        codes={app.requestedClaims}
        explained
        mark={(code) =>
          isChange && change.added.includes(code) ? <Badge tone="accent">new</Badge> : null
        }
      />
      {isChange && change.removed.length > 0 ? (
        <section class="no-longer-asked" aria-labelledby="no-longer-asked">
          <h3 id="no-longer-asked">No longer asked for</h3>
          <ClaimList categories={categories} codes={change.removed} />
        </section>
      ) : null}
    </Card>
  );
}

function summary({ requestedClaims }: AppView, change: ClaimChange | null): string {
  const count = requestedClaims.length;
  const total = `${count === 1 ? '1 data point' : `${count} data points`}, besides account number and username.`;
  if (change === null) return total;
  const { added, removed } = change;
  return `${total} Compared with what is approved now: ${added.length} new, ${removed.length} gone.`;
}
