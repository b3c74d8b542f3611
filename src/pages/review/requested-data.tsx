import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { claimChange, type AppView, type ClaimChange } from '../portal/app-view.ts';
import { ClaimList } from '../portal/claim-list.tsx';
import { ClaimTerms } from '../portal/claim-terms.tsx';

interface RequestedDataProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
}

/** The exact data asked for, in the team's words; for a changed request, what is new and what is gone. */
export function RequestedData(props: RequestedDataProps): JSX.Element {
  const { frame, app, categories } = props;
  const text = messages(frame.language).review;
  const change = app.approved === null ? null : claimChange(app.approved, app.requested);
  const isChange =
    change !== null && change.added.length + change.removed.length + change.reworded.length > 0;
  return (
    <Card title={text.asksFor} id="data-points" summary={summary(props, isChange ? change : null)}>
      <ClaimList
        categories={categories}
        codes={app.requested.map(({ code }) => code)}
        explained
        mark={(code) => {
          if (!isChange) return null;
          if (change.added.includes(code)) return <Badge tone="accent">{text.new}</Badge>;
          return change.reworded.includes(code) ? <Badge>{text.reworded}</Badge> : null;
        }}
        note={(code) => (
          <>
            <ClaimTerms
              frame={frame}
              claims={app.requested}
              code={code}
              withoutReason={text.noReason}
            />
            {isChange && change.reworded.includes(code) ? (
              <ReasonBefore {...props} code={code} />
            ) : null}
          </>
        )}
      />
      {isChange && change.removed.length > 0 ? (
        <section class="no-longer-asked" aria-labelledby="no-longer-asked">
          <h3 id="no-longer-asked">{messages(frame.language).lifecycle.removed}</h3>
          <ClaimList categories={categories} codes={change.removed} />
        </section>
      ) : null}
    </Card>
  );
}

function ReasonBefore(props: RequestedDataProps & { readonly code: string }): JSX.Element {
  const { review: text, lifecycle } = messages(props.frame.language);
  const before = props.app.approved?.find(({ code }) => code === props.code);
  if (before === undefined) return <></>;
  const said = [before.reason, before.required ? lifecycle.required : lifecycle.optional];
  return <p class="muted">{text.before(said.filter((part) => part !== '').join(' · '))}</p>;
}

function summary({ frame, app }: RequestedDataProps, change: ClaimChange | null): string {
  const text = messages(frame.language).review;
  const total = text.total(app.requested.length);
  return change === null ? total : text.compared(total, change.added.length, change.removed.length);
}
