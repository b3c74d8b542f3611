import { label, round, svg } from './svg.ts';

export interface Line {
  readonly name: string;
  /** `x` is drawn on a logarithmic axis; `y` in percent. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const LEFT = 60;
const RIGHT = 560;
const TOP = 66;
const BOTTOM = 266;
const STYLES = ['ours', 'second', 'third'] as const;

/** How percentages change while something grows by powers of ten. */
export function lineChart(lines: readonly Line[], title: string): string {
  const all = lines.flatMap(({ points }) => points);
  const smallest = Math.log10(Math.min(...all.map(({ x }) => x)));
  const largest = Math.max(Math.log10(Math.max(...all.map(({ x }) => x))), smallest + 0.1);
  const top = Math.max(120, Math.ceil(Math.max(...all.map(({ y }) => y)) / 20) * 20);
  const atX = (x: number): number =>
    round(LEFT + ((Math.log10(x) - smallest) / (largest - smallest)) * (RIGHT - LEFT));
  const atY = (y: number): number => round(BOTTOM - (y / top) * (BOTTOM - TOP));
  const rules = Array.from({ length: top / 20 + 1 }, (_, step) => {
    const y = atY(step * 20);
    const line = `<line class="rule" x1="${LEFT}" y1="${y}" x2="${RIGHT}" y2="${y}"/>`;
    return `${line}\n${label(`${step * 20} %`, [LEFT - 8, y + 4], { style: 'quiet', anchor: 'end' })}`;
  });
  const ticks = [...new Set(all.map(({ x }) => x))].map((x) =>
    label(powerOfTen(x), [atX(x), BOTTOM + 18], { style: 'quiet', anchor: 'middle' }),
  );
  // Names beside the last points, moved apart where they would overlap.
  let lowest = Number.NEGATIVE_INFINITY;
  const names = lines
    .map((line, index) => ({ line, style: STYLES[index % STYLES.length] ?? 'ours' }))
    .toSorted((one, other) => (other.line.points.at(-1)?.y ?? 0) - (one.line.points.at(-1)?.y ?? 0))
    .map(({ line, style }) => {
      const last = line.points.at(-1);
      lowest = Math.max(atY(last?.y ?? 0) + 4, lowest + 17);
      const said = `${line.name} ${Math.round(last?.y ?? 0)} %`;
      return label(said, [RIGHT + 10, lowest], { style: `${style} strong` });
    });
  const drawn = lines.map(({ points }, index) => {
    const style = STYLES[index % STYLES.length] ?? 'ours';
    const path = points.map(({ x, y }) => `${atX(x)},${atY(y)}`).join(' ');
    const dots = points.map(
      ({ x, y }) => `<circle class="${style}" cx="${atX(x)}" cy="${atY(y)}" r="4"/>`,
    );
    return `<polyline class="${style}-line" points="${path}" fill="none" stroke-width="2.5"/>\n${dots.join('\n')}`;
  });
  return svg(BOTTOM + 30, {
    title,
    description: lines
      .map(
        ({ name, points }) =>
          `${name}: ${points.map(({ x, y }) => `${Math.round(y)} % at ${x}`).join(', ')}`,
      )
      .join('; '),
    body: [
      label(title, [12, 24], { style: 'heading' }),
      label('of the figure with the fewest tokens stored; level is better', [12, 43], {
        style: 'quiet',
      }),
      ...rules,
      ...ticks,
      ...drawn,
      ...names,
    ].join('\n'),
  });
}

function powerOfTen(value: number): string {
  const exponent = Math.log10(value);
  if (!Number.isInteger(exponent)) return String(value);
  return `10${String(exponent).replaceAll(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))}`;
}
