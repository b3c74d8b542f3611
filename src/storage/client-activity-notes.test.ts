import { describe, expect, it } from 'vitest';
import type { ClientActivityNote } from '../domain/client-activity.ts';
import { instant } from '../domain/clock.ts';
import { clientActivityNotes, type PendingActivity } from './client-activity-notes.ts';

function note(clientNumber: number, at = 0): ClientActivityNote {
  return {
    clientNumber,
    environment: 'live',
    day: '2026-01-01',
    kind: 'error',
    attempt: {
      at: instant(at),
      endpoint: 'token',
      reason: 'code-unknown',
      parameters: [],
      network: 'unknown',
      requestId: 'id',
    },
  };
}

describe('notes of what apps do', () => {
  it('are stored together: counts added up, attempts oldest first', async () => {
    const stored: PendingActivity[] = [];
    const notes = clientActivityNotes(async (pending) => {
      stored.push(pending);
    });
    for (const [client, at] of [
      [2, 1],
      [1, 2],
      [2, 3],
    ] as const) {
      notes.note(note(client, at));
    }
    await notes.flush();
    await notes.flush();
    expect(stored).toHaveLength(1);
    const [{ usage, attempts }] = stored as [PendingActivity];
    expect(usage.map(({ clientNumber, count }) => [clientNumber, count])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    const ofSecond = attempts.filter(({ clientNumber }) => clientNumber === 2);
    expect(ofSecond.map(({ attempt }) => attempt.at)).toEqual([1, 3]);
  });

  it('take bounded memory: of attempts the newest hundred of a client, and counts everything', async () => {
    const stored: PendingActivity[] = [];
    const notes = clientActivityNotes(async (pending) => {
      stored.push(pending);
    });
    for (let at = 1; at <= 150; at += 1) notes.note(note(1, at));
    for (let at = 1; at <= 5000; at += 1) notes.note(note(2, at));
    await notes.flush();
    const [{ usage, attempts }] = stored as [PendingActivity];
    expect(usage.map(({ count }) => count)).toEqual([150, 5000]);
    expect(attempts).toHaveLength(200);
    expect(attempts[0]?.attempt.at).toBe(51);
    expect(attempts.at(-1)?.attempt.at).toBe(5000);
  });

  it('that cannot be stored harm nobody, and the next are stored', async () => {
    let isBroken = true;
    const stored: PendingActivity[] = [];
    const notes = clientActivityNotes(async (pending) => {
      if (isBroken) throw new Error('disk full');
      stored.push(pending);
    });
    notes.note(note(1));
    await notes.flush();
    isBroken = false;
    notes.note(note(2));
    await notes.flush();
    expect(stored).toHaveLength(1);
  });
});
