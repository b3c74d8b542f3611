import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { startSecretWarnings } from './secret-warnings.ts';

const lines: unknown[] = [];
const log = {
  info: (fields: unknown, text: string) => lines.push([text, fields]),
  error: (fields: unknown, text: string) => lines.push([text, fields]),
};

beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
});
afterEach(() => vi.useRealTimers());

describe('warning of client secrets that expire', () => {
  it('is done at the start and every hour, and logged when there was somebody to warn', async () => {
    const warn = vi.fn<() => Promise<number>>();
    warn.mockResolvedValueOnce(2).mockResolvedValue(0);
    const warnings = startSecretWarnings({ warn, log });
    await vi.advanceTimersByTimeAsync(59 * 60 * 1000);
    expect(warn).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(62 * 60 * 1000);
    expect(warn).toHaveBeenCalledTimes(3);
    expect(lines).toEqual([['warned of client secrets that expire soon', { secrets: 2 }]]);
    await warnings.stop();
  });

  it('logs a failure and tries again the next time', async () => {
    const warn = vi.fn<() => Promise<number>>();
    warn.mockRejectedValueOnce(new Error('database is locked')).mockResolvedValue(0);
    const warnings = startSecretWarnings({ warn, log }, 1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(warn).toHaveBeenCalledTimes(2);
    expect(lines).toEqual([
      ['warning of expiring client secrets failed', { error: 'database is locked' }],
    ]);
    await warnings.stop();
  });

  it('never runs twice at once, and stopping waits for what is under way', async () => {
    let finish: (count: number) => void = () => undefined;
    const warn = vi.fn(
      async () =>
        new Promise<number>((resolve) => {
          finish = resolve;
        }),
    );
    const warnings = startSecretWarnings({ warn, log }, 1000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(warn).toHaveBeenCalledTimes(1);
    const stopped = warnings.stop();
    finish(1);
    await stopped;
    expect(lines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
