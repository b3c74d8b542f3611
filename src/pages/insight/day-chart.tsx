import type { JSX } from 'hono/jsx/jsx-runtime';

export interface DayChartProps {
  readonly title: string;
  /** Under the title: the total. */
  readonly total: string;
  /** What the picture shows, in words. */
  readonly meaning: string;
  /** One for each day, the oldest first. */
  readonly counts: readonly number[];
  readonly tone: 'plain' | 'problem';
}

const HEIGHT = 56;
const STEP = 10;
const BAR = 7;
/** A day that had something is seen, however high the others are. */
const LOWEST = 2;

/** Bars, one for each day. The numbers themselves are in the table beside. */
export function DayChart(props: DayChartProps): JSX.Element {
  const { counts } = props;
  const most = Math.max(1, ...counts);
  const width = counts.length * STEP - (STEP - BAR);
  return (
    <figure class="day-chart">
      <figcaption>
        <span class="day-chart-title">{props.title}</span>
        <span class="day-chart-total">{props.total}</span>
      </figcaption>
      <svg
        class={`day-chart-picture day-chart-${props.tone}`}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, in the colours of the page
        role="img"
        aria-label={`${props.title}: ${props.meaning}`}
      >
        <line class="day-chart-ground" x1="0" y1={HEIGHT - 0.5} x2={width} y2={HEIGHT - 0.5} />
        {counts.map((count, index) => {
          if (count === 0) return null;
          const height = Math.max(LOWEST, Math.round((count / most) * (HEIGHT - 1)));
          return <rect x={index * STEP} y={HEIGHT - height} width={BAR} height={height} />;
        })}
      </svg>
    </figure>
  );
}
