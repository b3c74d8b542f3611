import type { JSX } from 'hono/jsx/jsx-runtime';

import type { UsageKind } from '../../domain/client-activity.ts';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { LOCALES } from '../messages/language.ts';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { DayChart } from './day-chart.tsx';

/** What is drawn, and of what it is the sum. */
const CHARTS = [
  ['authorizations', ['consent-allowed']],
  ['tokens', ['tokens-issued', 'tokens-refreshed']],
  ['reads', ['data-read']],
  ['errors', ['error']],
] as const satisfies readonly (readonly [
  keyof Messages['insight']['charts'],
  readonly UsageKind[],
])[];

export interface UsageCardProps {
  readonly frame: PageFrame;
  /** Thirty days, today last. */
  readonly days: readonly {
    /** `YYYY-MM-DD` */
    readonly day: string;
    readonly counts: Readonly<Record<UsageKind, number>>;
  }[];
  /** In live; null: not shown. */
  readonly peopleWithAccess: number | null;
}

/** How much an app was used on each of the last thirty days. */
export function UsageCard({ frame, days, peopleWithAccess }: UsageCardProps): JSX.Element {
  const text = messages(frame.language).insight;
  const numbers = new Intl.NumberFormat(LOCALES[frame.language]);
  const format = (count: number): string => numbers.format(count);
  const dates = new Intl.DateTimeFormat(LOCALES[frame.language], {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
  });
  const dateOf = (day: string): string => dates.format(new Date(`${day}T12:00:00Z`));
  const total = (kind: UsageKind): number => sum(days.map(({ counts }) => counts[kind]));
  const charts = CHARTS.map(([name, kinds]) => {
    const counts = days.map((day) => sum(kinds.map((kind) => day.counts[kind])));
    const most = Math.max(...counts);
    const busiest = days[counts.indexOf(most)]?.day ?? '';
    return {
      name,
      counts,
      total: text.chartTotal(format(sum(counts))),
      meaning:
        most === 0
          ? text.chartEmpty
          : text.chartMeaning(format(sum(counts)), format(most), dateOf(busiest)),
    };
  });
  const rows = days
    .map(({ day }, index) => [day, charts.map(({ counts }) => counts[index] ?? 0)] as const)
    .filter(([, counts]) => sum(counts) > 0)
    .toReversed();
  return (
    <Card title={text.usageTitle} id="usage" summary={text.usageSummary}>
      <dl class="usage-figures">
        {peopleWithAccess === null ? null : (
          <div>
            <dt>{text.peopleTitle}</dt>
            <dd>
              <span class="usage-figure">{format(peopleWithAccess)}</span>
            </dd>
          </div>
        )}
        <div>
          <dt>{text.askedTitle}</dt>
          <dd>
            <span class="usage-figure">{format(total('consent-shown'))}</span>{' '}
            <span class="muted">
              {text.askedMeaning(format(total('consent-allowed')), format(total('consent-denied')))}
            </span>
          </dd>
        </div>
      </dl>
      <div class="day-charts">
        {charts.map(({ name, ...chart }) => (
          <DayChart
            {...chart}
            title={text.charts[name]}
            tone={name === 'errors' ? 'problem' : 'plain'}
          />
        ))}
      </div>
      <details class="fold">
        <summary>{text.asTable}</summary>
        {rows.length === 0 ? (
          <p class="muted">{text.nothingUsed}</p>
        ) : (
          <DataTable
            caption={text.tableCaption}
            columns={[text.day, ...charts.map(({ name }) => text.charts[name])]}
            rows={rows.map(([day, counts]) => [
              <time datetime={day}>{dateOf(day)}</time>,
              ...counts.map(format),
            ])}
          />
        )}
      </details>
    </Card>
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((one, other) => one + other, 0);
}
