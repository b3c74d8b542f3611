import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientEvent, ClientEventType } from '../../domain/client.ts';
import type { BadgeTone } from '../components/badge.tsx';
import { Timeline, type TimelineEntry } from '../components/timeline.tsx';
import type { PageFrame } from '../page-frame.ts';

const EVENTS: Readonly<Record<ClientEventType, { title: string; tone: BadgeTone }>> = {
  registered: { title: 'Registered and sent to review', tone: 'waiting' },
  'claims-changed': { title: 'What it asks for changed', tone: 'waiting' },
  approved: { title: 'Approved', tone: 'success' },
  rejected: { title: 'Not approved', tone: 'problem' },
  suspended: { title: 'Suspended', tone: 'problem' },
  'details-changed': { title: 'Details changed', tone: 'neutral' },
  'redirect-uris-changed': { title: 'Redirect URIs changed', tone: 'neutral' },
  'secret-added': { title: 'Client secret added', tone: 'neutral' },
  'secret-revoked': { title: 'Client secret revoked', tone: 'neutral' },
  'secret-leaked': { title: 'Client secret found in the open', tone: 'problem' },
  'member-added': { title: 'Team member added', tone: 'neutral' },
  'member-removed': { title: 'Team member removed', tone: 'neutral' },
};

/** So many are in view at once; the rest is a press away. */
const SHOWN_AT_ONCE = 5;

/** What happened to an app, newest first, for ever. */
export function HistoryTimeline(props: {
  readonly frame: PageFrame;
  /** Newest first. */
  readonly history: readonly ClientEvent[];
}): JSX.Element {
  const entries = props.history.map(timelineEntry);
  const earlier = entries.slice(SHOWN_AT_ONCE);
  return (
    <>
      <Timeline frame={props.frame} entries={entries.slice(0, SHOWN_AT_ONCE)} />
      {earlier.length === 0 ? null : (
        <details class="disclosure">
          <summary>{earlier.length} earlier</summary>
          <Timeline frame={props.frame} entries={earlier} />
        </details>
      )}
    </>
  );
}

function timelineEntry(event: ClientEvent): TimelineEntry {
  const { title, tone } = EVENTS[event.type];
  return { title, tone, at: event.at, actor: event.actorName, message: event.message };
}
