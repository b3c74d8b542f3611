import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { instant } from '../domain/clock.ts';
import { startBackgroundWork } from './background-work.ts';
import type { Rounds } from './rounds.ts';

const MINUTE = 60 * 1000;

const prune = vi.fn<() => Promise<number>>();
const sweep =
  vi.fn<
    () => Promise<{ readonly ended: number; readonly forgotten: number; readonly next: null }>
  >();
const refresh = vi.fn<() => Promise<void>>();
const warn = vi.fn<() => Promise<number>>();
const ask = vi.fn<() => Promise<number>>();
const settle = vi.fn<() => Promise<number>>();
const noteImport = vi.fn<() => Promise<void>>();
const everyWork = [prune, sweep, refresh, warn, settle, ask, noteImport];
const lines: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
  for (const work of everyWork) work.mockReset();
  prune.mockResolvedValue(0);
  sweep.mockResolvedValue({ ended: 0, forgotten: 0, next: null });
  refresh.mockResolvedValue();
  warn.mockResolvedValue(0);
  settle.mockResolvedValue(0);
  ask.mockResolvedValue(0);
  noteImport.mockResolvedValue();
});
afterEach(() => vi.useRealTimers());

function start(): Rounds {
  const line = (level: string) => (fields: unknown, text: string) =>
    lines.push([level, text, fields]);
  return startBackgroundWork({
    storage: { pruneExpired: prune, sweepAuthorizations: sweep },
    clock: () => instant(0),
    settings: { refresh },
    refreshTokenUnused: () => 60,
    warnOfExpiringSecrets: warn,
    settleOwnerships: settle,
    noteImport,
    askForReattestation: ask,
    log: { info: line('info'), warn: line('warn'), error: line('error') },
  });
}

describe('work in the background', () => {
  it('reads settings that another process saved within five seconds', async () => {
    const background = start();
    await vi.advanceTimersByTimeAsync(5000);
    expect(refresh).toHaveBeenCalledTimes(1);
    await background.stop();
  });

  it('tells every two seconds how far an import is, a minute before it would be taken for dead', async () => {
    const background = start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(noteImport).toHaveBeenCalledTimes(5);
    await background.stop();
  });

  it('warns of secrets, looks after owners and asks after apps at the start, and tells how many it was', async () => {
    warn.mockResolvedValueOnce(2);
    settle.mockResolvedValueOnce(4);
    ask.mockResolvedValueOnce(3);
    const background = start();
    await vi.advanceTimersByTimeAsync(59 * MINUTE);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(settle).toHaveBeenCalledTimes(1);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(lines).toEqual([
      ['info', 'warned of client secrets that expire soon', { secrets: 2 }],
      ['info', 'looked after apps whose owners leave or left', { apps: 4 }],
      ['info', 'asked whether apps are still in use', { teams: 3 }],
    ]);
    await vi.advanceTimersByTimeAsync(6 * 60 * MINUTE);
    expect(warn).toHaveBeenCalledTimes(7);
    expect(settle).toHaveBeenCalledTimes(7);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(lines).toHaveLength(3);
    await background.stop();
  });

  it('prunes and ends unused access every ten minutes, and not before', async () => {
    const background = start();
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    expect(prune).not.toHaveBeenCalled();
    expect(sweep).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(prune).toHaveBeenCalledTimes(1);
    expect(sweep).toHaveBeenCalledTimes(1);
    await background.stop();
  });

  it('tells which work failed, and does the rest', async () => {
    for (const work of [prune, sweep, warn, settle, ask]) {
      work.mockRejectedValue(new Error('database away'));
    }
    const background = start();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const error = { error: 'database away' };
    expect(lines).toEqual([
      ['error', 'warning of expiring client secrets failed', error],
      ['error', 'looking after apps without owners failed', error],
      ['error', 'asking whether apps are in use failed', error],
      ['error', 'removing what has expired failed', error],
      ['error', 'ending unused access failed', error],
    ]);
    await background.stop();
  });

  it('only warns while settings cannot be read, since the old ones hold', async () => {
    refresh.mockRejectedValueOnce(new Error('database away'));
    const background = start();
    await vi.advanceTimersByTimeAsync(6000);
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(lines).toEqual([
      ['warn', 'settings could not be read, the old ones hold', { error: 'database away' }],
    ]);
    await background.stop();
  });

  it('does nothing any more once it has stopped', async () => {
    const background = start();
    await background.stop();
    for (const work of everyWork) work.mockClear();
    await vi.advanceTimersByTimeAsync(12 * 60 * MINUTE);
    for (const work of everyWork) expect(work).not.toHaveBeenCalled();
  });
});
