import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory } from '../../domain/claim.ts';
import type { ClientRevision } from '../../domain/client-revision.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { Moment } from '../components/moment.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import type { AppView } from '../portal/app-view.ts';
import { ClaimDifferenceList } from '../portal/claim-difference-list.tsx';
import { claimName } from '../portal/claim-list.tsx';

interface RevisionHistoryProps {
  readonly frame: PageFrame;
  readonly app: AppView;
  readonly categories: readonly ClaimCategory[];
}

/** Each request against the one before, with what was decided about it. Shows nothing for a first request. */
export function RevisionHistory(props: RevisionHistoryProps): JSX.Element {
  const { frame, app } = props;
  const text = messages(frame.language).review;
  const decided = app.revisions.some(
    ({ decisions, checklist }) => decisions.length + checklist.length > 0,
  );
  if (app.revisions.length < 2 && !decided) return <></>;
  return (
    <Card title={text.earlierRevisions} id="revisions">
      {app.revisions.map((revision, index) => (
        <details class="disclosure" open={index === 0 && app.revisions.length > 1}>
          <summary>
            {text.revisionOf(revision.number)} · {text.revisionStates[revision.state]}
          </summary>
          <p class="muted">
            <Moment at={revision.createdAt} frame={frame} style="exact" />
          </p>
          <Difference {...props} revision={revision} before={app.revisions[index + 1]} />
          <Decided {...props} revision={revision} />
        </details>
      ))}
    </Card>
  );
}

function Difference(
  props: RevisionHistoryProps & {
    readonly revision: ClientRevision;
    readonly before: ClientRevision | undefined;
  },
): JSX.Element {
  const { frame, categories, revision, before } = props;
  const text = messages(frame.language).review;
  return (
    <>
      {before === undefined ? null : <p class="muted">{text.againstBefore(before.number)}</p>}
      <ClaimDifferenceList
        frame={frame}
        categories={categories}
        before={before?.claims ?? []}
        after={revision.claims}
      />
    </>
  );
}

function Decided(props: RevisionHistoryProps & { readonly revision: ClientRevision }): JSX.Element {
  const { frame, categories, revision } = props;
  const { review: text, lifecycle } = messages(frame.language);
  const declined = revision.decisions.filter(({ approved }) => !approved);
  return (
    <>
      {declined.length === 0 ? null : (
        <ul class="claim-list">
          {declined.map(({ code, reason }) => (
            <li>
              {claimName(code, categories)} <Badge>{lifecycle.notApproved}</Badge>
              <p class="muted">{reason}</p>
            </li>
          ))}
        </ul>
      )}
      {revision.checklist.length === 0 ? null : (
        <>
          <p class="field-label">{text.answers}</p>
          <ul class="claim-list">
            {revision.checklist.map(({ question, yes }) => (
              <li>
                {question}{' '}
                <Badge tone={yes ? 'success' : 'problem'}>{yes ? text.yes : text.no}</Badge>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
