/** What kind of thing a mark stands for; decides its colour. */
export type Kind = 'ours' | 'peer' | 'limit';

const WIDTH = 720;

/**
 * A picture that follows the reader's light or dark colour scheme, also inside an <img>.
 * @param description what it shows, for those who cannot see it
 */
export function svg(
  height: number,
  { title, description, body }: { title: string; description: string; body: string },
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(description)}</desc>
<style>
  text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; fill: #1f2328; }
  .heading { font-size: 15px; font-weight: 600; }
  .quiet { fill: #59636e; font-size: 12px; }
  .strong { font-weight: 600; }
  .ours { fill: #0a7d55; } .peer { fill: #8b96a3; } .limit { fill: #c9d1d9; }
  .ours-line { stroke: #0a7d55; } .peer-line { stroke: #8b96a3; } .limit-line { stroke: #c9d1d9; }
  .second { fill: #0969da; } .second-line { stroke: #0969da; }
  .third { fill: #9a6700; } .third-line { stroke: #9a6700; }
  .rule { stroke: #d1d9e0; stroke-width: 1; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .quiet { fill: #9198a1; }
    .ours { fill: #3fb98a; } .peer { fill: #6e7985; } .limit { fill: #3d444d; }
    .ours-line { stroke: #3fb98a; } .peer-line { stroke: #6e7985; } .limit-line { stroke: #3d444d; }
    .second { fill: #4c9bff; } .second-line { stroke: #4c9bff; }
    .third { fill: #d4a72c; } .third-line { stroke: #d4a72c; }
    .rule { stroke: #30363d; }
  }
</style>
${body}
</svg>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text at a place. @param style classes, and where the text is anchored */
export function label(
  text: string,
  [x, y]: readonly [number, number],
  { style = '', anchor = 'start' }: { style?: string; anchor?: 'start' | 'middle' | 'end' } = {},
): string {
  const styled = style === '' ? '' : ` class="${style}"`;
  return `<text x="${round(x)}" y="${round(y)}"${styled} text-anchor="${anchor}">${escape(text)}</text>`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Two or three digits that count: 61 300, 1 240, 3.1, 0.24. */
export function readable(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  if (digits > 0) return value.toFixed(Math.min(digits, 3)).replace(/\.0+$/u, '');
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 2);
  const whole = String(Math.round(value / step) * step);
  // A narrow space between the thousands.
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ' ');
}
