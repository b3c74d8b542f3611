import { type Kind, label, readable, round, svg } from './svg.ts';

/** From the usual to the bad. */
export interface Range {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  readonly kind: Kind;
}

const ROW = 30;
const LEFT = 12;
const NAMES = 214;
const LENGTH = 340;
const TOP = 66;

/** A line from p50 to p99 for each, on a logarithmic axis of milliseconds. */
export function rangeChart(ranges: readonly Range[], title: string): string {
  const smallest = Math.min(...ranges.map(({ p50 }) => p50), 1);
  const largest = Math.max(...ranges.map(({ p99 }) => p99), 1);
  const from = Math.floor(Math.log10(Math.max(smallest, 0.01)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(largest)));
  const at = (value: number): number =>
    NAMES + ((Math.log10(Math.max(value, 0.01)) - from) / (to - from)) * LENGTH;
  const bottom = TOP + ranges.length * ROW;
  const axis = Array.from({ length: to - from + 1 }, (_, step) => {
    const value = 10 ** (from + step);
    const x = round(at(value));
    const line = `<line class="rule" x1="${x}" y1="${TOP - 8}" x2="${x}" y2="${bottom - 6}"/>`;
    const mark = `${readable(value)} ms`;
    return `${line}\n${label(mark, [x, bottom + 10], { style: 'quiet', anchor: 'middle' })}`;
  });
  const rows = ranges.map(({ name, p50, p99, kind }, index) => {
    const y = TOP + index * ROW + 6;
    const style = kind === 'ours' ? 'strong' : '';
    const said = `${readable(p50)} – ${readable(p99)} ms`;
    return [
      label(name, [NAMES - 10, y + 4.5], { style, anchor: 'end' }),
      `<line class="${kind}-line" x1="${round(at(p50))}" y1="${y}" x2="${round(at(p99))}" y2="${y}" stroke-width="6" stroke-linecap="round"/>`,
      `<circle class="${kind}" cx="${round(at(p50))}" cy="${y}" r="6"/>`,
      label(said, [at(p99) + 12, y + 4.5], { style: `${style} quiet`.trim() }),
    ].join('\n');
  });
  return svg(bottom + 22, {
    title,
    description: ranges
      .map(({ name, p50, p99 }) => `${name}: p50 ${readable(p50)} ms, p99 ${readable(p99)} ms`)
      .join('; '),
    body: [
      label(title, [LEFT, 24], { style: 'heading' }),
      label('from p50 (dot) to p99 (end), milliseconds; less is better', [LEFT, 43], {
        style: 'quiet',
      }),
      ...axis,
      ...rows,
    ].join('\n'),
  });
}
