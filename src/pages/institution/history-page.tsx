import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import type { SettingsConcern } from '../../domain/settings.ts';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Timeline } from '../components/timeline.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { InstitutionFrame } from './frame.tsx';

export interface SettingsEvent {
  readonly concern: SettingsConcern;
  readonly at: Instant;
  /** null: the operator. */
  readonly who: string | null;
  /** What was changed, in words. */
  readonly changes: readonly {
    readonly label: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** Who changed what, and when. */
export function HistoryPage(props: {
  readonly frame: PageFrame;
  readonly events: readonly SettingsEvent[];
}): JSX.Element {
  const { frame, events } = props;
  const text = messages(frame.language).institution;
  return (
    <InstitutionFrame
      frame={frame}
      section="history"
      title={text.sections.history}
      heading={<PageHeading title={text.sections.history} lead={text.historyLead} />}
    >
      {events.length === 0 ? (
        <EmptyState title={text.neverChanged}>{text.historyEmpty}</EmptyState>
      ) : (
        <Card>
          <Timeline
            frame={frame}
            entries={events.map(({ concern, at, who, changes }) => ({
              title: text.concerns[concern],
              at,
              actor: who ?? text.commandLine,
              message: changes
                .map(({ label, before, after }) => text.changeLine(label, before, after))
                .join('\n'),
            }))}
          />
        </Card>
      )}
    </InstitutionFrame>
  );
}
