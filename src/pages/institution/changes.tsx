import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import { DataTable } from '../components/data-table.tsx';
import { Moment } from '../components/moment.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** One setting before and after. */
export interface Change {
  readonly label: string;
  readonly before: Child;
  readonly after: Child;
}

/** What a save would change, side by side. */
export function ChangeTable(props: {
  readonly frame: PageFrame;
  readonly changes: readonly Change[];
}): JSX.Element {
  const text = messages(props.frame.language).institution;
  return (
    <DataTable
      caption={text.changes}
      columns={[text.setting, text.now, text.afterSaving]}
      rows={props.changes.map(({ label, before, after }) => [label, before, after])}
    />
  );
}

/** Somebody else was faster: who, and what they saved beside what was entered here. */
export interface Conflict {
  /** null: not known any more. */
  readonly who: string | null;
  readonly at: Instant;
  /** `before`: saved now; `after`: entered here. */
  readonly differences: readonly Change[];
}

/** Above a form that was not saved, with all that was entered still in it. */
export function ConflictBanner(props: {
  readonly frame: PageFrame;
  readonly conflict: Conflict | null;
}): JSX.Element | null {
  const { frame, conflict } = props;
  if (conflict === null) return null;
  const text = messages(frame.language).institution;
  return (
    <Banner type="problem" title={text.meanwhileTitle} live>
      <p>
        {text.meanwhile(
          <bdi>{conflict.who ?? text.somebody}</bdi>,
          <Moment at={conflict.at} frame={frame} />,
        )}
      </p>
      {conflict.differences.length === 0 ? null : (
        <DataTable
          caption={text.changes}
          columns={[text.setting, text.savedNow, text.yours]}
          rows={conflict.differences.map(({ label, before, after }) => [label, before, after])}
        />
      )}
    </Banner>
  );
}
