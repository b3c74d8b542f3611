import { beforeEach, describe, expect, it, vi } from 'vitest';

import { instant } from '../domain/clock.ts';
import { pruning } from './pruning.ts';

const lines: unknown[] = [];
const log = { info: (fields: unknown, text: string) => lines.push([text, fields]) };
const pruneExpired = vi.fn<() => Promise<number>>();
const prune = pruning({ storage: { pruneExpired }, clock: () => instant(0), log });

beforeEach(() => {
  pruneExpired.mockReset();
  lines.length = 0;
});

describe('pruning', () => {
  it('goes on until nothing is left, and says how much it was', async () => {
    pruneExpired.mockResolvedValueOnce(500).mockResolvedValueOnce(3).mockResolvedValue(0);
    await prune(new AbortController().signal);
    expect(pruneExpired).toHaveBeenCalledTimes(3);
    expect(lines).toEqual([['removed what has expired', { removed: 503 }]]);
  });

  it('says nothing when there was nothing', async () => {
    pruneExpired.mockResolvedValue(0);
    await prune(new AbortController().signal);
    expect(lines).toEqual([]);
  });

  it('tells what it removed before it failed', async () => {
    pruneExpired.mockResolvedValueOnce(500).mockRejectedValue(new Error('database is locked'));
    await expect(prune(new AbortController().signal)).rejects.toThrow('database is locked');
    expect(lines).toEqual([['removed what has expired', { removed: 500 }]]);
  });

  it('stops after what is under way, however much is left', async () => {
    const stopping = new AbortController();
    pruneExpired.mockImplementation(async () => {
      await Promise.resolve();
      stopping.abort();
      return 500;
    });
    await prune(stopping.signal);
    expect(pruneExpired).toHaveBeenCalledTimes(1);
  });
});
