import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import type { BadgeTone } from './badge.tsx';
import { Moment, type TimeFrame } from './moment.tsx';

export interface TimelineEntry {
  /** What happened: `Approved`. */
  readonly title: string;
  readonly tone?: BadgeTone;
  readonly at: Instant;
  /** Who did it; null: nobody, it happened by itself. */
  readonly actor: string | null;
  /** What was said; its line breaks are kept. */
  readonly message?: Child;
}

/** What happened, newest first. */
export function Timeline(props: {
  readonly frame: TimeFrame;
  readonly entries: readonly TimelineEntry[];
}): JSX.Element {
  return (
    <ol class="timeline">
      {props.entries.map((entry) => (
        <li class={`timeline-entry timeline-${entry.tone ?? 'neutral'}`}>
          <p class="timeline-title">{entry.title}</p>
          <p class="timeline-meta">
            {entry.actor === null ? null : (
              <>
                <bdi>{entry.actor}</bdi> ·{' '}
              </>
            )}
            <Moment at={entry.at} frame={props.frame} style="exact" />
          </p>
          {entry.message === undefined || entry.message === '' ? null : (
            <p class="timeline-message">{entry.message}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
