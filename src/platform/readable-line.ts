/**
 * A line of the log for a person: time, level, message and what belongs to it.
 * @param json the line as it would be collected
 */
export function readableLine(json: string): string {
  const { level, time, msg, ...fields } = JSON.parse(json) as Readonly<Record<string, unknown>>;
  const clock = typeof time === 'string' ? time.slice(11, 19) : '';
  const details = Object.entries(fields).map(([name, value]) => `${name}=${shown(value)}`);
  return `${[clock, String(level).padEnd(5), String(msg), ...details].join(' ')}\n`;
}

function shown(value: unknown): string {
  // A stack keeps its lines: that is how it is read.
  if (typeof value === 'string') return /^[^\s"]+$|\n/u.test(value) ? value : JSON.stringify(value);
  return JSON.stringify(value);
}
