import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { startReattestationRounds } from './reattestation-rounds.ts';

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

describe('asking whether apps are still in use', () => {
  it('is done at the start and every six hours, and logged when somebody was asked', async () => {
    const ask = vi.fn<() => Promise<number>>();
    ask.mockResolvedValueOnce(2).mockResolvedValue(0);
    const rounds = startReattestationRounds({ ask, log });
    await vi.advanceTimersByTimeAsync(359 * 60 * 1000);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(362 * 60 * 1000);
    expect(ask).toHaveBeenCalledTimes(3);
    expect(lines).toEqual([['asked whether apps are still in use', { teams: 2 }]]);
    await rounds.stop();
  });

  it('logs a failure and tries again the next time', async () => {
    const ask = vi.fn<() => Promise<number>>();
    ask.mockRejectedValueOnce(new Error('database is locked')).mockResolvedValue(0);
    const rounds = startReattestationRounds({ ask, log }, 1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(lines).toEqual([
      ['asking whether apps are in use failed', { error: 'database is locked' }],
    ]);
    await rounds.stop();
  });

  it('never runs twice at once, and stopping waits for what is under way', async () => {
    let finish: (count: number) => void = () => undefined;
    const ask = vi.fn(
      async () =>
        new Promise<number>((resolve) => {
          finish = resolve;
        }),
    );
    const rounds = startReattestationRounds({ ask, log }, 1000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(ask).toHaveBeenCalledTimes(1);
    const stopped = rounds.stop();
    finish(1);
    await stopped;
    expect(lines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
