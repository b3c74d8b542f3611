import { type Kind, label, readable, round, svg } from './svg.ts';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Said after the value. */
  readonly remark?: string;
  readonly kind: Kind;
  /** A second, lighter length behind the first, such as memory later on. */
  readonly beyond?: number;
}

const ROW = 34;
const BAR = 18;
const LEFT = 12;
const NAMES = 250;
const LENGTH = 210;
const TOP = 58;

/** One bar for each; lengths from zero, so that they can be compared. */
export function barChart(
  bars: readonly Bar[],
  { title, unit, better }: { title: string; unit: string; better: 'more' | 'less' },
): string {
  const largest = Math.max(...bars.map(({ value, beyond = 0 }) => Math.max(value, beyond)), 1e-9);
  const width = (value: number): number => Math.max(1.5, round((value / largest) * LENGTH));
  const rows = bars.map(({ name, value, remark, kind, beyond }, index) => {
    const y = TOP + index * ROW;
    const style = kind === 'ours' ? 'strong' : '';
    const behind =
      beyond === undefined
        ? ''
        : `<rect class="${kind}" opacity="0.35" x="${NAMES}" y="${y}" width="${width(beyond)}" height="${BAR}" rx="3"/>`;
    const end = NAMES + Math.max(width(value), width(beyond ?? 0)) + 8;
    const said = remark === undefined ? readable(value) : `${readable(value)} · ${remark}`;
    return [
      label(name, [NAMES - 10, y + 13.5], { style, anchor: 'end' }),
      behind,
      `<rect class="${kind}" x="${NAMES}" y="${y}" width="${width(value)}" height="${BAR}" rx="3"/>`,
      label(said, [end, y + 13.5], { style }),
    ].join('\n');
  });
  const description = bars
    .map(({ name, value, remark = '' }) => `${name}: ${readable(value)} ${unit} ${remark}`.trim())
    .join('; ');
  return svg(TOP + bars.length * ROW + 6, {
    title,
    description,
    body: [
      label(title, [LEFT, 24], { style: 'heading' }),
      label(`${unit}; ${better} is better`, [LEFT, 43], { style: 'quiet' }),
      ...rows,
    ].join('\n'),
  });
}
